"""A year that is closed, to who comes to write into it."""

from __future__ import annotations

from django.contrib import messages

from prongsai.core.errors import Refusal
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.policies import check_is_open
from prongsai.web.refusals import told
from prongsai.web.requests import StaffRequest


def is_closed_to(request: StaffRequest, cycle: Cycle) -> bool:
    """Say that a year is closed to who comes to write in it; what was sent stays on its form."""
    if request.method == "POST":
        return False
    try:
        check_is_open(cycle)
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return True
    return False
