"""Who sends without end is stopped; the others go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.web.limits import _home
from tests.factories.people import Somebody

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let little through, in one minute of a clock that stands still."""
    settings.WRITES_A_MINUTE, settings.TRIES_A_MINUTE = 3, 2
    monkeypatch.setattr("prongsai.web.limits.time.time", lambda: 1_000_010.0)
    cache.clear()


def statuses(client: Client, name: str, count: int, at: Somebody | None = None) -> list[int]:
    given = {"name": "x", "made_in": str(at.agency.uuid) if at else ""}
    return [client.post(reverse(name), given).status_code for _ in range(count)]


def test_a_person_who_writes_without_end_is_stopped_and_nothing_is_saved(
    dao: Somebody, chai: Somebody
) -> None:
    mine, other = Client(), Client()
    mine.force_login(dao.person)
    other.force_login(chai.person)
    assert statuses(mine, "units", 5, dao) == [200, 200, 200, 429, 429]
    stopped = mine.post(reverse("units"), {"name": "กองใหม่", "level": "division"})
    assert (stopped.status_code, stopped.headers["Retry-After"]) == (429, "10")
    assert "โปรดรอ 10 วินาที" in stopped.content.decode()
    with scope.agency(dao.agency.pk):
        assert not Unit.objects.filter(name="กองใหม่").exists()
    assert mine.get(reverse("units")).status_code == 200
    assert statuses(other, "units", 1, chai) == [200]


def test_in_the_next_minute_it_goes_on(dao: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    client.force_login(dao.person)
    assert statuses(client, "units", 4, dao)[-1] == 429
    monkeypatch.setattr("prongsai.web.limits.time.time", lambda: 1_000_070.0)
    assert statuses(client, "units", 1, dao) == [200]


def test_an_address_where_nobody_is_known_is_stopped_sooner() -> None:
    assert statuses(Client(), "sign-in", 3) == [200, 200, 429]
    assert statuses(Client(REMOTE_ADDR="192.0.2.7"), "sign-in", 1) == [200]


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("", "none"),
        ("unix", "none"),
    ],
)
def test_neighbours_of_an_address_count_together(address: str, home: str) -> None:
    assert _home(address) == home
