from __future__ import annotations

import pytest

from prongsai.foundation.accounts.roles import Role
from tests.factories.people import Somebody, an_agency, somebody


@pytest.fixture
def dao() -> Somebody:
    """Administrator of the first agency."""
    return somebody(an_agency("อบต.หนึ่ง"), "dao", Role.ADMINISTRATOR)


@pytest.fixture
def anong(dao: Somebody) -> Somebody:
    """ITA officer of the first agency."""
    return somebody(dao.agency, "anong", Role.ITA_OFFICER)


@pytest.fixture
def boonmee(dao: Somebody) -> Somebody:
    """Looks on in the first agency."""
    return somebody(dao.agency, "boonmee", Role.VIEWER)


@pytest.fixture
def chai() -> Somebody:
    """Administrator of the second agency."""
    return somebody(an_agency("อบต.สอง"), "chai", Role.ADMINISTRATOR)
