"""Every address of the API, with the token of another agency: nothing is shown, nothing changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

import pytest
from django.urls import URLPattern, reverse

from prongsai.api.urls import urlpatterns
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.scopes import Scope, scopes_within
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.services import announce
from tests.factories.dump import everything_of
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.tokens import Caller, a_word
from tests.factories.years import FULL, results

pytestmark = pytest.mark.django_db

SECRETS = ("77.77", "อบต.หนึ่ง", "สมมติ anong", "anong@example.org")
NEW = {"values": [{"code": "1", "score": "80"}]}
NEW_TEXT = json.dumps(NEW)
ASKS = {
    "api-editions": Scope.EDITIONS_READ,
    "api-edition": Scope.EDITIONS_READ,
    "api-years": Scope.YEARS_READ,
    "api-year": Scope.YEARS_READ,
    "api-results": Scope.RESULTS_READ,
    "api-history": Scope.RESULTS_READ,
    "api-saved-results": Scope.RESULTS_READ,
    "api-scorecard": Scope.SCORECARDS_READ,
    "api-saved-scorecard": Scope.SCORECARDS_READ,
}
WRITES = {"api-results": Scope.RESULTS_WRITE}
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
Walk = Mapping[tuple[str, str], int]  # the status of each method at each address, by its name


@pytest.fixture
def first(anong: Somebody, cycle: Cycle) -> Cycle:
    """A year of the first agency with secrets in it, which it has announced to its overseer."""
    results(anong, cycle, {**FULL, "1": "77.77"})
    with scope.agency(anong.agency.pk):
        return announce(cycle=cycle, number=2, by=anong.actor)


def address(pattern: URLPattern, cycle: Cycle) -> str:
    """Return an address with the key of the year and the number of its results."""
    given = {"key": str(cycle.uuid), "number": 2}
    kwargs = {name: given[name] for name in pattern.pattern.converters}
    return reverse(str(pattern.name), kwargs=kwargs)


def asked(caller: Caller, method: str, at: str, seen: int) -> Any:
    """Ask for something at an address, as who last saw these results."""
    path = at.removeprefix("/api/v1/")
    if method == "GET":
        return caller.get(path)
    if method == "POST":
        return caller.post(path, NEW, if_match=f'"{seen}"')
    return caller.client.generic(method, at, NEW_TEXT, content_type="application/json")


def walked(
    caller: Caller, cycle: Cycle, seen: int, methods: Collection[str] = METHODS
) -> tuple[Walk, str]:
    """Ask these of every address; return the statuses, and all that was told."""
    statuses, texts = dict[tuple[str, str], int](), ""
    # An address that does two things stands twice in the list.
    for name, pattern in {str(each.name): each for each in urlpatterns}.items():
        at = address(pattern, cycle)
        answers = {method: asked(caller, method, at, seen) for method in methods}
        statuses |= {(name, method): each.status_code for method, each in answers.items()}
        texts += "".join(f"{each.content.decode()}{each.headers}" for each in answers.values())
    return statuses, texts


def expected(scopes: Collection[Scope], there: Mapping[str, int]) -> Walk:
    """Return what is answered to who has these scopes; `there` is of addresses that are not 404."""
    found = dict[tuple[str, str], int]()
    for name, asked in ASKS.items():
        found |= dict.fromkeys(((name, "PUT"), (name, "DELETE"), (name, "POST")), 405)
        found[name, "OPTIONS"] = 204
        look = there.get(name, 404) if asked in scopes else 403
        found |= {(name, "GET"): look, (name, "HEAD"): look}
    for name, asked in WRITES.items():
        found[name, "POST"] = there.get(f"{name} POST", 404) if asked in scopes else 403
    return found


LISTS = {"api-editions": 200, "api-years": 200}


@pytest.mark.parametrize("oversees", [False, True])
@pytest.mark.parametrize("role", Role)
def test_a_token_of_another_agency_is_shown_nothing_and_changes_nothing(
    role: Role, oversees: bool, anong: Somebody, first: Cycle
) -> None:
    theirs = an_agency("จังหวัดผู้กำกับ", AgencyKind.OVERSEER if oversees else AgencyKind.SAO)
    if oversees:
        Agency.objects.filter(pk=anong.agency.pk).update(overseer=theirs)
    other = somebody(theirs, "x", role)
    before = everything_of(anong.agency)
    scopes = scopes_within(other.actor.permissions)
    # What no address answers is the same for everybody.
    methods = METHODS if role is Role.ADMINISTRATOR else ("GET", "HEAD", "POST")
    statuses, texts = walked(Caller(a_word(other, *scopes)), first, 2, methods)
    answered = expected(scopes, LISTS)
    assert statuses == {key: answered[key] for key in answered if key[1] in methods}
    assert [each for each in (*SECRETS, str(first.uuid)) if each in texts] == []
    assert everything_of(anong.agency) == before


@pytest.mark.parametrize("word", [None, "prongsai_x"])
def test_without_a_token_that_works_every_address_is_shut(word: str | None, first: Cycle) -> None:
    statuses, texts = walked(Caller(word), first, seen=2)
    shut = {key: 401 if status == 403 else status for key, status in expected((), {}).items()}
    assert statuses == shut
    assert [each for each in SECRETS if each in texts] == []


def test_the_walk_would_see_what_is_shown_and_change_something(
    anong: Somebody, first: Cycle
) -> None:
    statuses, texts = walked(Caller(a_word(anong)), first, seen=2)
    there = {**dict.fromkeys(ASKS, 200), "api-edition": 404, "api-results POST": 201}
    assert statuses == expected(tuple(Scope), there)
    assert "77.77" in texts


@pytest.mark.parametrize("only", Scope)
def test_a_token_with_one_scope_does_that_alone_in_its_own_agency(
    only: Scope, anong: Somebody, first: Cycle
) -> None:
    before = everything_of(anong.agency)
    statuses, texts = walked(Caller(a_word(anong, only)), first, seen=2)
    there = {**dict.fromkeys(ASKS, 200), "api-edition": 404, "api-results POST": 201}
    assert statuses == expected((only,), there)
    if only is Scope.EDITIONS_READ:
        assert [each for each in SECRETS if each in texts] == []
    now = everything_of(anong.agency)
    made = {"accounts.Token", "audit.AuditEvent", "audit.AuditHead"}
    written = {"cycles.ResultSet", "cycles.ResultValue"} if only is Scope.RESULTS_WRITE else set()
    assert {name for name in now if now[name] != before.get(name)} <= made | written
