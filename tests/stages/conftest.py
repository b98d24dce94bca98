from __future__ import annotations

from collections.abc import Iterator

import pytest

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from tests.factories.people import Somebody, an_agency, somebody


@pytest.fixture
def anong(db: None) -> Iterator[Somebody]:  # noqa: ARG001 -- tables are made where it is named
    """ITA officer of the agency that is active."""
    who = somebody(an_agency("อบต.หนึ่ง"), "anong", Role.ITA_OFFICER)
    with scope.agency(who.agency.pk):
        yield who


@pytest.fixture
def boonmee(anong: Somebody) -> Somebody:
    """Looks on in the same agency."""
    return somebody(anong.agency, "boonmee", Role.VIEWER)
