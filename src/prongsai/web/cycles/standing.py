"""What stands of a year when somebody comes to enter results."""

from __future__ import annotations

from prongsai.core.results import ResultSheet
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.selectors import results_of


def results_now(cycle: Cycle) -> tuple[ResultSheet, int]:
    """Return the results that stand and their number; none, and 0, where there are none."""
    results = results_of(cycle)
    return (ResultSheet(()), 0) if results is None else (sheet_of(results), results.number)
