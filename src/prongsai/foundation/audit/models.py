"""Tables of the record of writes."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class AuditEvent(models.Model):
    """One write, as it was told; what it tells of is named by text, not by a key."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "chain", "number", "at", "kind", "subject_kind", "subject_key",
            "author_key", "request_id", "details_hash", "previous_hash", "hash",
        }  # fmt: skip
        personal: ClassVar = {"details", "salt"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    chain = models.BigIntegerField()  # the id of the agency, or 0
    number = models.PositiveBigIntegerField()  # 1, 2, … in its chain
    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_key = models.CharField(max_length=40)
    author_key = models.CharField(max_length=40)
    request_id = models.CharField(max_length=40, blank=True)
    # Names, changes and the reason; with a salt, so that a guess cannot be held against the hash.
    details = models.JSONField(null=True)
    salt = models.CharField(max_length=32, null=True)  # noqa: DJ001 -- emptied with the details
    details_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """Keep each place of a chain once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chain", "number"], name="audit_event_number_once"),
            models.CheckConstraint(
                condition=models.Q(details__isnull=True, salt__isnull=True)
                | models.Q(details__isnull=False, salt__isnull=False),
                name="audit_event_details_and_salt_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chain}/{self.number} {self.kind}"


class AuditHead(models.Model):
    """The end of a chain: how many events it has, and the hash of the last."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "chain", "number", "hash"}

    chain = models.BigIntegerField(unique=True)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.chain}/{self.number}"
