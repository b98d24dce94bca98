"""Every address of the API, with the token of another agency: nothing is shown, nothing changed."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, reverse

from prongsai.api.urls import urlpatterns
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.scopes import Scope, scopes_within
from prongsai.stages.cycles.models import Cycle
from tests.factories.dump import everything_of
from tests.factories.people import Somebody, somebody
from tests.factories.tokens import Caller, a_word
from tests.factories.years import FULL, results

pytestmark = pytest.mark.django_db

SECRETS = ("77.77", "อบต.หนึ่ง", "สมมติ anong", "anong@example.org")
NEW = {"values": [{"code": "1", "score": "80"}]}


@pytest.fixture
def first(anong: Somebody, cycle: Cycle) -> Cycle:
    results(anong, cycle, {**FULL, "1": "77.77"})
    return cycle


def addresses(cycle: Cycle) -> list[str]:
    """Return every address, with the key of the year, below the root of the API."""
    keyed = (
        (each, {name: str(cycle.uuid) for name in each.pattern.converters})
        for each in urlpatterns
        if isinstance(each, URLPattern)
    )
    return [reverse(str(each.name), kwargs=key).removeprefix("/api/v1/") for each, key in keyed]


def told(caller: Caller, cycle: Cycle, seen: int) -> tuple[set[int], str]:
    """Ask everything of every address; return the statuses of those with the key, and all texts."""
    statuses, texts = set[int](), ""
    for path in addresses(cycle):
        answers = (caller.get(path), caller.post(path, NEW, if_match=f'"{seen}"'))
        if str(cycle.uuid) in path:
            statuses |= {each.status_code for each in answers}
        texts += "".join(each.content.decode() for each in answers)
    return statuses, texts


@pytest.mark.parametrize("role", Role)
def test_a_token_of_another_agency_is_shown_nothing_and_changes_nothing(
    role: Role, chai: Somebody, anong: Somebody, first: Cycle
) -> None:
    other = somebody(chai.agency, "x", role)
    before = everything_of(anong.agency)
    caller = Caller(a_word(other, *scopes_within(other.actor.permissions)))
    statuses, texts = told(caller, first, seen=2)
    assert statuses <= {403, 404, 405}
    assert [each for each in (*SECRETS, str(first.fiscal_year - 543)) if each in texts] == []
    assert everything_of(anong.agency) == before


def test_the_walk_would_see_what_is_shown_and_change_something(
    anong: Somebody, first: Cycle
) -> None:
    statuses, texts = told(Caller(a_word(anong)), first, seen=2)
    assert {200, 201} <= statuses
    assert "77.77" in texts


def test_a_token_without_a_scope_is_shown_nothing_of_its_own_agency(
    anong: Somebody, first: Cycle
) -> None:
    before = everything_of(anong.agency)
    caller = Caller(a_word(anong, Scope.EDITIONS_READ))
    statuses, texts = told(caller, first, seen=2)
    assert statuses <= {403, 404, 405}
    assert [each for each in SECRETS if each in texts] == []
    now = everything_of(anong.agency)
    assert now.keys() == before.keys()
    made = {"accounts.Token", "audit.AuditEvent", "audit.AuditHead"}
    assert {name for name in now if now[name] != before[name]} <= made
