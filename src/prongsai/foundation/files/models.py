"""The table of the evidence."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.formats.evidence.kinds import Kind
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.agencies.owned import AgencyOwned


class Scan(models.TextChoices):
    """What a scanner for viruses said when the file came; one with a virus is not kept."""

    NOT_SCANNED = "not_scanned", _("not scanned for viruses")
    CLEAN = "clean", _("scanned, no virus found")


class StoredFile(AgencyOwned):
    """A file that was handed in as evidence."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "kind", "size", "sha256", "original_sha256", "taken_out",
            "event_on", "document_on", "uploaded_at", "uploaded_by", "scan", "is_source",
            "removed_at", "removed_by",
        }  # fmt: skip
        personal: ClassVar = {"name", "title", "removal_reason"}  # people write names there

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name of the file"), max_length=150)
    title = models.CharField(_("what it shows"), max_length=300, blank=True)
    kind = models.CharField(
        _("kind"), max_length=4, choices=[(each.value, each.value.upper()) for each in Kind]
    )
    size = models.PositiveBigIntegerField()  # bytes, as kept
    sha256 = models.CharField(max_length=64)
    original_sha256 = models.CharField(max_length=64)  # before anything was taken out
    taken_out = models.JSONField(default=list)  # keys of TakenOut
    event_on = models.DateField(_("day of the event"), null=True, blank=True)
    document_on = models.DateField(_("date of the document"), null=True, blank=True)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    scan = models.CharField(max_length=12, choices=Scan.choices)
    is_source = models.BooleanField(default=False)  # results were read from it: it stays
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    removal_reason = models.CharField(max_length=300, blank=True)

    class Meta(AgencyOwned.Meta):
        """Let a removal say by whom and why; no source is removed; find rows by bytes and age."""

        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(
                    removed_at__isnull=True, removed_by__isnull=True, removal_reason=""
                )
                | (
                    models.Q(removed_at__isnull=False, removed_by__isnull=False)
                    & ~models.Q(removal_reason="")
                ),
                name="stored_file_removal_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=models.Q(is_source=False) | models.Q(removed_at__isnull=True),
                name="stored_file_source_stays",
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["agency", "sha256"], name="stored_file_by_bytes"),
            models.Index(fields=["agency", "-uploaded_at"], name="stored_file_newest"),
        ]

    def __str__(self) -> str:
        return self.name
