from __future__ import annotations

import pytest

from prongsai.foundation.accounts.roles import Role
from prongsai.stages.cycles.models import Cycle
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.tokens import Caller, a_word
from tests.factories.years import FULL, a_year, results


@pytest.fixture
def anong() -> Somebody:
    """ITA officer of the first agency."""
    return somebody(an_agency("อบต.หนึ่ง"), "anong", Role.ITA_OFFICER)


@pytest.fixture
def chai() -> Somebody:
    """Administrator of the second agency."""
    return somebody(an_agency("อบต.สอง"), "chai", Role.ADMINISTRATOR)


@pytest.fixture
def program(anong: Somebody) -> Caller:
    """A program that may do all that Anong may."""
    return Caller(a_word(anong))


@pytest.fixture
def cycle(anong: Somebody) -> Cycle:
    """A year of the first agency, with results."""
    made = a_year(anong)
    results(anong, made, FULL)
    return made
