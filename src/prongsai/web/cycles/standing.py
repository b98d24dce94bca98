"""What stands of a year when somebody comes to enter results."""

from __future__ import annotations

from django.contrib import messages

from prongsai.core.errors import Refusal
from prongsai.core.results import ResultSheet
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.policies import check_is_open
from prongsai.stages.cycles.selectors import results_of
from prongsai.web.refusals import told
from prongsai.web.requests import StaffRequest


def results_now(cycle: Cycle) -> tuple[ResultSheet, int]:
    """Return the results that stand and their number; none, and 0, where there are none."""
    results = results_of(cycle)
    return (ResultSheet(()), 0) if results is None else (sheet_of(results), results.number)


def is_closed_to(request: StaffRequest, cycle: Cycle) -> bool:
    """Say that a year is closed to who comes to enter results; what was sent stays on its form."""
    if request.method == "POST":
        return False
    try:
        check_is_open(cycle)
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return True
    return False
