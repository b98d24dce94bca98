"""Years of agencies, opened and with results."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.core.results import ResultSheet
from prongsai.foundation.agencies import scope
from prongsai.stages.cycles.models import Cycle, ResultSet
from prongsai.stages.cycles.selectors import results_of
from prongsai.stages.cycles.services import TYPED, open_year, save_results
from tests.factories.people import Somebody

FULL = {str(number): "90" for number in range(1, 11)}
"""Results of the ten indicators that make a total."""


def a_year(who: Somebody, fiscal_year: int = 2567, *, edition: str | None = None) -> Cycle:
    with scope.agency(who.agency.pk):
        return open_year(fiscal_year=fiscal_year, edition=edition, by=who.actor)


def results(who: Somebody, cycle: Cycle, scores: Mapping[str, str] | ResultSheet) -> ResultSet:
    """Save results on those that stand."""
    sheet = scores if isinstance(scores, ResultSheet) else ResultSheet.of(scores)
    with scope.agency(who.agency.pk):
        now = results_of(cycle)
        seen = now.number if now else 0
        return save_results(cycle=cycle, sheet=sheet, source=TYPED, seen=seen, by=who.actor)
