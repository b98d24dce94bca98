"""Tables of the measures of a year."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.owned import AgencyOwned
from prongsai.stages.improvement.states import MeasureState


class Measure(AgencyOwned):
    """A measure of an agency, in the fiscal year in which it is done."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "fiscal_year", "number", "title", "answers", "steps", "lead",
            "first_month", "last_month", "follow_up", "cures", "evidence", "state",
            "dropped_because", "carried_from", "version",
        }  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Not a key of a Cycle: it is planned before the framework of its year is there (ADR 31).
    fiscal_year = models.PositiveIntegerField()  # B.E.
    number = models.PositiveIntegerField()  # 1, 2, … in the year
    title = models.CharField(_("What is to be done"), max_length=300)
    answers = models.JSONField(_("What it answers"), default=list)  # codes of the year before: i7
    steps = models.JSONField(_("Steps"), default=list)
    lead = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Lead unit"),
    )
    first_month = models.PositiveSmallIntegerField(
        _("From the month"), null=True, blank=True
    )  # 1-12
    last_month = models.PositiveSmallIntegerField(_("To the month"), null=True, blank=True)
    follow_up = models.TextField(_("How it is followed up"), blank=True)
    cures = models.JSONField(
        _("OIT items that it brings in order"), default=list
    )  # codes of its own year: o12
    evidence = models.JSONField(_("Wanted evidence"), default=list)
    state = models.CharField(
        _("State"),
        max_length=12,
        choices=MeasureState.choices,
        default=MeasureState.NOT_STARTED,
    )
    dropped_because = models.CharField(max_length=300, blank=True)
    carried_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_on"
    )
    version = models.PositiveIntegerField(default=1)  # of two who change it the second is told

    class Meta(AgencyOwned.Meta):
        """Give no number twice; months come in pairs; only what is dropped has a reason."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "fiscal_year", "number"], name="measure_number_once"
            ),
            models.CheckConstraint(
                condition=models.Q(first_month__isnull=True, last_month__isnull=True)
                # NULL is in no range and out of none: that both are there is said of its own.
                | models.Q(
                    first_month__isnull=False,
                    last_month__isnull=False,
                    first_month__range=(1, 12),
                    last_month__range=(1, 12),
                ),
                name="measure_months_together",
            ),
            models.CheckConstraint(
                condition=(models.Q(state="dropped") & ~models.Q(dropped_because=""))
                | (~models.Q(state="dropped") & models.Q(dropped_because="")),
                name="measure_dropped_with_reason",
            ),
        ]

    @property
    def key(self) -> str:
        """Return what people call it: M-2569-001, as proposals are numbered too."""
        return f"M-{self.fiscal_year}-{self.number:03}"

    def __str__(self) -> str:
        return self.key


class SupportingUnit(AgencyOwned):
    """A unit that supports who leads a measure."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "agency", "measure", "unit", "order"}

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="support")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField()

    class Meta(AgencyOwned.Meta):
        """Name a unit once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "unit"], name="supporting_unit_once"),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id}: {self.unit_id}"
