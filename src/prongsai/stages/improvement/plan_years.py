"""The two years that a plan stands between: that of the results it answers, and its own."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.measures.carry import Frameworks
from prongsai.core.sentences import say
from prongsai.formats.edition_years import editions_by_year
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.policies import check_is_open
from prongsai.stages.cycles.selectors import years


@dataclass(frozen=True, slots=True)
class PlanYear:
    """A fiscal year with measures; `own` and `before` are None where they are not open here."""

    year: int
    own: Cycle | None
    before: Cycle | None

    @property
    def result_year(self) -> int:
        """Return the year whose results are answered."""
        return self.year - 1

    @property
    def is_closed(self) -> bool:
        """Return whether nothing in it is changed any more."""
        return self.own is not None and self.own.closed_at is not None

    @property
    def frameworks(self) -> Frameworks:
        """Return in what the codes of its measures stand."""
        return Frameworks(
            answered=_edition(self.before, self.result_year), cured=_edition(self.own, self.year)
        )


def plan_year(year: int) -> PlanYear | None:
    """Return a year of the active agency in which measures can stand, or None.

    It, or the year before it, is open in the application.
    """
    return _between(year, list(years().filter(fiscal_year__in=(year - 1, year))))


def held_open(year: int) -> PlanYear:
    """Return a year, held until the transaction ends.

    :raises Refusal: if no measures can stand in it, or it is closed.
    """
    rows = Cycle.objects.select_for_update(of=("self",)).select_related("edition")
    # One after another, always in the same order: who numbers at the same time waits here.
    found = _between(year, list(rows.filter(fiscal_year__in=(year - 1, year)).order_by("id")))
    if found is None:
        raise Refusal(
            say("Neither the year %(year)s nor the one before it is open.", year=year),
            fix=say("Open the year first, then plan its measures."),
        )
    if found.own is not None:
        check_is_open(found.own)
    return found


def _between(year: int, cycles: list[Cycle]) -> PlanYear | None:
    rows = {each.fiscal_year: each for each in cycles}
    return PlanYear(year, rows.get(year), rows.get(year - 1)) if rows else None


def _edition(cycle: Cycle | None, year: int) -> Edition | None:
    return editions_by_year().get(year) if cycle is None else edition_of(cycle.edition)
