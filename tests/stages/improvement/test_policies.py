from __future__ import annotations

import pytest

from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Role
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.policies import (
    can_plan,
    can_report,
    check_can_plan,
    check_can_report,
)
from tests.factories.people import Somebody, somebody

PLANS = {Role.ADMINISTRATOR, Role.ITA_OFFICER}


@pytest.mark.parametrize("role", list(Role))
def test_who_sets_up_the_year_plans_and_no_other(role: Role, anong: Somebody) -> None:
    by = somebody(anong.agency, "x", role).actor
    assert can_plan(by) == (role in PLANS)
    if role not in PLANS:
        with pytest.raises(NotAllowed, match="Only the ITA officer and administrators plan"):
            check_can_plan(by)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("leads", [True, False])
def test_a_unit_head_reports_what_the_own_unit_leads_and_who_plans_everything(
    leads: bool, role: Role, anong: Somebody
) -> None:
    by = somebody(anong.agency, "x", role).actor
    measure, units = Measure(fiscal_year=2568, number=1, lead_id=7), {7} if leads else {8}
    may = role in PLANS or (leads and role is Role.UNIT_HEAD)
    assert can_report(measure, by, units) == may
    if may:
        check_can_report(measure, by, units)
    else:
        with pytest.raises(NotAllowed, match="how far M-2568-001 has come"):
            check_can_report(measure, by, units)
