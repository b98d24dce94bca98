"""Tables of a year: the framework, the dates, who is in charge, and the results."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.owned import AgencyOwned
from prongsai.foundation.agencies.scope import active
from prongsai.foundation.files.models import Scan, StoredFile


class EditionVersion(models.Model):
    """The framework of a year as it was when somebody opened one with it; it never changes.

    It is nobody's: what an agency does with it is in its own rows.
    """

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "kept_at"}
        public: ClassVar = {"key", "sha256", "text"}

    key = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64, unique=True)  # of the text
    text = models.TextField()  # the whole framework: formats/edition_text.py reads it back
    kept_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.key} {self.sha256[:12]}"


class Cycle(AgencyOwned):
    """The year of an agency."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "uuid", "agency", "edition", "opened_at", "closed_at"}
        public: ClassVar = {"fiscal_year", "announced", "announced_at"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fiscal_year = models.PositiveIntegerField()  # B.E.
    # What results that come now are scored with; those that are there keep their own.
    edition = models.ForeignKey(EditionVersion, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    # From then on its results, what is announced, its dates and who is in charge stay as they are.
    closed_at = models.DateTimeField(null=True, blank=True)
    # The number of the results that the agency has announced: who oversees it sees these, no other.
    announced = models.PositiveIntegerField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)

    class Meta(AgencyOwned.Meta):
        """Keep each year of an agency once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "fiscal_year"], name="cycle_year_once"),
            models.CheckConstraint(
                condition=models.Q(announced__isnull=True, announced_at__isnull=True)
                | models.Q(announced__isnull=False, announced_at__isnull=False),
                name="cycle_announced_and_at_together",
            ),
        ]

    def __str__(self) -> str:
        return str(self.fiscal_year)


class CycleDate(AgencyOwned):
    """A date of the year: from the framework, or the agency's own."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "cycle", "title", "said", "starts_on", "ends_on",
        }  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="dates")
    title = models.CharField(max_length=200)
    said = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)  # the last day

    class Meta(AgencyOwned.Meta):
        """Keep a title once a year; nothing ends before it begins."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "title"], name="cycle_date_once"),
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True, ends_on__isnull=True)
                | models.Q(starts_on__isnull=False, ends_on__gte=models.F("starts_on")),
                name="cycle_date_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Charge(AgencyOwned):
    """Who is in charge of a part of the framework, or of what a unit does in the year."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "agency", "cycle", "code", "unit", "membership"}

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="charges")
    code = models.CharField(max_length=20, blank=True)  # IIT, 9, o12
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta(AgencyOwned.Meta):
        """Let one person be in charge of each thing."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["cycle", "code"], condition=~models.Q(code=""), name="charge_of_code_once"
            ),
            models.UniqueConstraint(fields=["cycle", "unit"], name="charge_of_unit_once"),
            models.CheckConstraint(
                condition=(models.Q(code="") & models.Q(unit__isnull=False))
                | (~models.Q(code="") & models.Q(unit__isnull=True)),
                name="charge_of_a_code_or_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code or self.unit_id}: {self.membership_id}"


class SourceKind(models.TextChoices):
    """How results came in."""

    TYPED = "typed", _("typed in")
    FILE = "file", _("from a file")
    DOCUMENT = "document", _("from a document")
    RESTORED = "restored", _("restored")
    PROGRAM = "program", _("from a program")


class ResultSet(AgencyOwned):
    """The results of a year as they were saved once; the newest is what stands. It never changes.

    The name of who saved it is kept with the person and in the record of changes, not here: a row
    that cannot be changed could not forget it.
    """

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "agency", "cycle", "number", "edition", "source", "source_name",
            "source_sha256", "source_file", "request_key", "restores", "saved_by", "saved_at",
            "note",
        }  # fmt: skip

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="results")
    number = models.PositiveIntegerField()  # 1, 2, … in the year
    edition = models.ForeignKey(EditionVersion, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=SourceKind.choices)
    source_name = models.CharField(max_length=255, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    # The file itself, as evidence; older sets have its name and hash alone.
    source_file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What a program calls its request, so that one sent again is known again.
    request_key = models.UUIDField(null=True, blank=True)
    restores = models.PositiveIntegerField(null=True, blank=True)  # the number of an older set
    saved_by = models.CharField(max_length=40)  # the key of the person
    saved_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta(AgencyOwned.Meta):
        """Give no number twice: of two who save at once the second is refused."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "number"], name="result_set_number_once"),
            models.UniqueConstraint(
                fields=["cycle", "request_key"],
                condition=models.Q(request_key__isnull=False),
                name="result_set_request_once",
            ),
            models.CheckConstraint(
                condition=models.Q(source="restored", restores__isnull=False)
                | (~models.Q(source="restored") & models.Q(restores__isnull=True)),
                name="result_set_restores_what_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cycle_id}/{self.number}"


class ResultValue(AgencyOwned):
    """One value of a set, as it was given. An empty score was not measured; it is never 0."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "agency", "results", "order", "code", "part", "score", "weak", "note", "place",
        }  # fmt: skip

    results = models.ForeignKey(ResultSet, on_delete=models.PROTECT, related_name="values")
    order = models.PositiveIntegerField()
    code = models.CharField(max_length=20)  # i7, o12, 9.2, 10, OIT, total
    part = models.CharField(max_length=40, blank=True)
    # Six places: what the core reads; a share of a total brought back to 100 has them.
    score = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    weak = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    place = models.CharField(max_length=40, blank=True)  # the cell it was read from

    class Meta(AgencyOwned.Meta):
        """Keep a code and a part once a set, and scores from 0 to 100."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["results", "code", "part"], name="result_value_code_once"
            ),
            models.CheckConstraint(
                condition=models.Q(score__isnull=True)
                | (models.Q(score__gte=0) & models.Q(score__lte=100)),
                name="result_value_score_of_100",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}/{self.part} {self.score}"


class OverseenManager(models.Manager["Announcement"]):
    """What the agencies that the active agency oversees have announced: they are not its own."""

    def get_queryset(self) -> models.QuerySet[Announcement]:
        """Return those rows. Raises NoAgency if none is active."""
        rows = super().get_queryset()
        now = active()
        return rows if now is None else rows.filter(agency__overseer_id=now)


class Announcement(AgencyOwned):
    """What an agency has announced of a year, and no more of it: a copy made on that day.

    It is the one table of an agency that who oversees it may read too, on PostgreSQL as well.
    """

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "agency", "edition"}
        public: ClassVar = {"fiscal_year", "total", "level", "is_certain", "on"}

    fiscal_year = models.PositiveIntegerField()  # B.E.
    edition = models.ForeignKey(EditionVersion, on_delete=models.PROTECT, related_name="+")
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    level = models.CharField(max_length=40, blank=True)  # its key in the framework
    is_certain = models.BooleanField(default=False)
    on = models.DateField()

    of_overseen = OverseenManager()  # beside `objects`, which stays the one that is asked

    class Meta(AgencyOwned.Meta):
        """Keep each year of an agency once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "fiscal_year"], name="year_announced_once"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year}: {self.total}"


class ImportState(models.TextChoices):
    """How far a file on its way is."""

    WAITING = "waiting"
    READ = "read"
    REFUSED = "refused"


class ResultImport(AgencyOwned):
    """A file with results on its way: read, looked at, then saved or thrown away, and this with it.

    One a person and year: who chooses another file means that one. Only who chose it sees it.
    """

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "cycle", "asked_by", "asked_at", "scan", "state", "taken_out",
            "kind", "original_sha256", "source", "notes", "reading", "refusal",
        }  # fmt: skip
        personal: ClassVar = {"name", "data"}  # a document may name anybody

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="+")
    asked_by = models.CharField(max_length=40)  # the key of the person
    asked_at = models.DateTimeField(auto_now_add=True)
    name = models.CharField(max_length=255)
    data = models.BinaryField()  # as it was handed in, then as it would be kept; none if refused
    original_sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=12, choices=Scan.choices)
    state = models.CharField(
        max_length=10, choices=ImportState.choices, default=ImportState.WAITING
    )
    kind = models.CharField(max_length=4, blank=True)
    taken_out = models.JSONField(default=list)
    source = models.CharField(max_length=10, choices=SourceKind.choices, default=SourceKind.FILE)
    reading = models.TextField(blank=True)  # what `prongsai read` would say of results
    notes = models.JSONField(default=dict)  # by the name of the code
    refusal = models.TextField(blank=True)  # formats/apart_answer.py reads it back

    class Meta(AgencyOwned.Meta):
        """Let a person have one file of a year on its way."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "asked_by"], name="result_import_one_a_person")
        ]

    def __str__(self) -> str:
        return self.name


class ReadingAnswers(AgencyOwned):
    """What people of an agency corrected in what was read of a file, for when it comes again."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "agency", "original_sha256", "text", "changed_at", "changed_by"}

    original_sha256 = models.CharField(max_length=64)  # of the file as it was handed in
    text = models.TextField()  # a file of corrections, as `prongsai read --corrections` takes it
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.CharField(max_length=40)  # the key of the person

    class Meta(AgencyOwned.Meta):
        """Keep the answers to a file once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "original_sha256"], name="reading_answers_once_a_file"
            )
        ]

    def __str__(self) -> str:
        return self.original_sha256[:12]
