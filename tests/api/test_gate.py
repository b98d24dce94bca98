"""Who may call an address of the API, and how the others are told."""

from __future__ import annotations

import json
import re
from contextvars import copy_context
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from prongsai.api.gate import MOST_BYTES
from prongsai.api.problems import STATUSES, USUAL, Problem, usual, written
from prongsai.foundation.accounts.models import Membership, Token
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.request import request_id
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.services import close_year
from tests.factories.clients import Desk
from tests.factories.people import Somebody
from tests.factories.tokens import Caller, a_word, token_with

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

NEW = {"values": [{"code": "1", "score": "80"}]}
ASKS = {
    "editions": Scope.EDITIONS_READ,
    "editions/nacc-2567": Scope.EDITIONS_READ,
    "years": Scope.YEARS_READ,
    "years/KEY": Scope.YEARS_READ,
    "years/KEY/results": Scope.RESULTS_READ,
    "years/KEY/results/history": Scope.RESULTS_READ,
    "years/KEY/results/1": Scope.RESULTS_READ,
    "years/KEY/results/1/scorecard": Scope.SCORECARDS_READ,
    "years/KEY/scorecard": Scope.SCORECARDS_READ,
}


def problem(answer: Any) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == answer.status_code
    assert STATUSES[told["code"]] == answer.status_code
    assert told["type"] == f"urn:prongsai:problem:{told['code']}"
    assert told["instance"].startswith("urn:uuid:")
    return answer.status_code, told["code"]


@pytest.mark.parametrize("path", ASKS)
def test_an_address_asks_for_its_scope_and_no_other(
    path: str, anong: Somebody, cycle: Cycle
) -> None:
    address = path.replace("KEY", str(cycle.uuid))
    for each in Scope:
        answer = Caller(a_word(anong, each)).get(address)
        if each is ASKS[path]:
            assert answer.status_code == 200
        else:
            assert problem(answer) == (403, "scope-lacks")
            assert answer.json()["scope"] == ASKS[path].value
            assert f'scope="{ASKS[path].value}"' in answer.headers["WWW-Authenticate"]


def test_only_the_scope_of_writing_lets_results_be_saved(anong: Somebody, cycle: Cycle) -> None:
    path = f"years/{cycle.uuid}/results"
    for each in Scope:
        status = Caller(a_word(anong, each)).post(path, NEW, if_match='"1"').status_code
        assert status == (201 if each is Scope.RESULTS_WRITE else 403)


@pytest.mark.parametrize("word", [None, "", "prongsai_x", "ก", "x y"])
def test_without_a_token_that_works_nothing_is_told(word: str | None) -> None:
    answer = Caller(word).get("years")
    assert problem(answer) == (401, "no-token")
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="prongsai"')
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"] or not word


def test_a_browser_that_is_signed_in_is_nobody_here(anong: Somebody, cycle: Cycle) -> None:
    answer: Any = Desk(anong).get(f"/api/v1/years/{cycle.uuid}")
    assert problem(answer) == (401, "no-token")
    assert not answer.cookies
    assert "Cookie" not in answer.headers["Vary"]


def test_a_token_of_who_lost_the_role_does_what_is_left(anong: Somebody, cycle: Cycle) -> None:
    caller, path = Caller(a_word(anong)), f"years/{cycle.uuid}/results"
    with scope.agency(anong.agency.pk):
        Membership.objects.update(roles=[Role.VIEWER.value])
    answer = caller.post(path, NEW, if_match='"1"')
    assert problem(answer) == (403, "owner-lacks")
    assert caller.get(path).json()["number"] == 1


def test_an_ended_token_does_nothing_more(anong: Somebody) -> None:
    word = a_word(anong)
    assert Caller(word).get("years").status_code == 200
    assert token_with(word, anong).last_used_on == timezone.localdate()
    with scope.agency(anong.agency.pk):
        Token.objects.update(made_at=timezone.now() - timedelta(1), expires_at=timezone.now())
    assert problem(Caller(word).get("years")) == (401, "no-token")


@pytest.mark.parametrize(
    ("language", "said"),
    [("th", "ไม่มีโทเคนที่ใช้ได้"), ("en", "There is no token that works."), ("de", "ไม่มีโทเคนที่ใช้ได้")],
)
def test_a_problem_is_told_in_the_language_of_the_program(language: str, said: str) -> None:
    answer = Caller(None, language=language).get("years")
    assert answer.json()["detail"].startswith(said)
    assert answer.headers["Content-Language"] == ("en" if language == "en" else "th")


def written_in_a_request(told: Problem) -> bytes:
    request_id.set(str(uuid4()))
    return written(told)


@pytest.mark.parametrize("status", USUAL)
def test_what_nobody_knows_more_about_is_told_in_both_languages(status: int) -> None:
    said = {}
    for language in ("th", "en"):
        with override(language):
            told = json.loads(copy_context().run(written_in_a_request, usual(status)))
        said[language] = f"{told['title']} {told['detail']}"
        assert told["type"] == f"urn:prongsai:problem:{told['code']}"
    assert re.search("[ก-๙]", said["en"]) is None
    assert len(re.findall("[ก-๙]", said["th"])) > 20


def test_what_is_wrong_is_told_in_thai_too(anong: Somebody, cycle: Cycle) -> None:
    program, path = Caller(a_word(anong), language="th"), f"years/{cycle.uuid}/results"
    assert program.get("years?limt=1").json()["detail"] == (
        "ไม่เป็นไปตาม docs/openapi.json: query › limt โปรดแก้ไขแล้วส่งใหม่ "
        "ไม่มี query › limt ที่ตำแหน่งนี้ สิ่งที่ส่งได้คือ limit, cursor"
    )
    with scope.agency(anong.agency.pk):
        close_year(cycle=cycle, by=anong.actor)
    answer = program.post(path, NEW, if_match='"1"')
    assert problem(answer) == (409, "year-closed")
    assert answer.json()["detail"].startswith("ปี 2567")


def test_what_is_no_json_is_not_read(program: Caller, cycle: Cycle) -> None:
    path = f"years/{cycle.uuid}/results"
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ):
        assert problem(program.post(path, "a=1", content_type=kind)) == (415, "not-json")
    assert problem(program.post(path, "{", if_match='"1"')) == (400, "not-understood")
    assert problem(program.post(path, " " * (MOST_BYTES + 1))) == (413, "too-large")
    assert problem(program.post(path, "[" * 100_000, if_match='"1"')) == (400, "not-understood")


def test_a_name_that_stands_twice_in_what_is_sent_is_not_guessed(
    program: Caller, cycle: Cycle
) -> None:
    path = f"years/{cycle.uuid}/results"
    for sent in (
        '{"values": [{"code": "1"}], "values": [{"code": "2"}]}',
        '{"values": [{"code": "1", "score": "80", "score": "90"}]}',
    ):
        assert problem(program.post(path, sent, if_match='"1"')) == (400, "not-understood")
    assert program.get(path).json()["number"] == 1


@pytest.mark.parametrize("path", ASKS)
def test_what_an_address_does_not_ask_for_is_refused_with_what_it_does(
    path: str, program: Caller, cycle: Cycle
) -> None:
    lists = path in {"editions", "years", "years/KEY/results/history"}
    allowed = ["limit", "cursor"] if lists else ["what-if"] if "scorecard" in path else []
    answer = program.get(f"{path.replace('KEY', str(cycle.uuid))}?limt=2")
    assert problem(answer) == (422, "not-valid")
    told = answer.json()
    assert told["errors"] == [{"where": "query › limt", "code": "unknown", "allowed": allowed}]
    said = f"There is no query › limt: what may be sent is {', '.join(allowed) or '–'}."
    assert told["detail"].endswith(said)


def test_what_is_asked_twice_or_beside_a_write_is_refused(program: Caller, cycle: Cycle) -> None:
    twice = program.get("years?limit=1&limit=2").json()
    assert twice["errors"] == [{"where": "query › limit", "code": "twice"}]
    path = f"years/{cycle.uuid}/results"
    assert problem(program.post(f"{path}?dry=1", NEW, if_match='"1"')) == (422, "not-valid")
    assert program.get(path).json()["number"] == 1


def test_who_may_not_ask_is_told_that_first(anong: Somebody) -> None:
    assert problem(Caller(None).get("years?x=1")) == (401, "no-token")
    assert problem(Caller(a_word(anong, Scope.EDITIONS_READ)).get("years?x=1")) == (
        403,
        "scope-lacks",
    )


DOES = {"years": "GET, HEAD, OPTIONS", "years/KEY/results": "GET, HEAD, POST, OPTIONS"}


@pytest.mark.parametrize("path", DOES)
@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_are_named_as_not_there(
    method: str, path: str, program: Caller, cycle: Cycle
) -> None:
    address = f"/api/v1/{path.replace('KEY', str(cycle.uuid))}"
    answer = getattr(program.client, method)(address)
    assert problem(answer) == (405, "method")
    assert answer.headers["Allow"] == DOES[path]


@pytest.mark.parametrize("path", DOES)
def test_who_asks_what_an_address_does_is_told_that_alone(path: str, cycle: Cycle) -> None:
    address = f"/api/v1/{path.replace('KEY', str(cycle.uuid))}"
    answer = Caller(None).client.options(address)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["Allow"] == DOES[path]
    nowhere = Caller(None).client.options("/api/v1/nowhere")
    assert problem(nowhere) == (404, "not-found")


@pytest.mark.parametrize("path", ["", "nowhere", "years/x", "years/", "docs", "openapi.json"])
def test_an_address_that_is_not_there_is_a_problem_too(path: str, program: Caller) -> None:
    assert problem(program.get(path)) == (404, "not-found")


def test_a_token_that_came_without_https_is_refused_where_there_is_https(
    anong: Somebody, cycle: Cycle, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    caller, path = Caller(a_word(anong)), f"years/{cycle.uuid}/results"
    for answer in (caller.get("years"), caller.post(path, NEW, if_match='"1"')):
        assert problem(answer) == (403, "not-secure")
    assert "Location" not in answer.headers
    assert caller.client.get("/people").status_code == 301
    secure = caller.client.get(f"/api/v1/{path}", secure=True)
    assert (secure.status_code, secure.json()["number"]) == (200, 1)


def test_what_breaks_tells_no_more_than_that(
    program: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("secret of the machine")

    monkeypatch.setattr("prongsai.api.years.page_of", broken)
    program.client.raise_request_exception = False
    answer = program.get("years")
    assert problem(answer) == (500, "broken")
    assert "secret" not in answer.content.decode()


def test_a_program_that_calls_without_end_is_stopped(
    anong: Somebody, chai: Somebody, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WRITES_A_MINUTE, settings.TRIES_A_MINUTE = 3, 2
    monkeypatch.setattr("prongsai.web.limits.time.time", lambda: 2_000_010.0)
    caches["here"].clear()
    mine, other, nobody = Caller(a_word(anong)), Caller(a_word(chai)), Caller("x")
    assert [mine.get("years").status_code for _ in range(4)] == [200, 200, 200, 429]
    stopped = mine.get("years")
    assert problem(stopped) == (429, "too-many")
    assert stopped.headers["Retry-After"] == "30"
    assert other.get("years").status_code == 200
    assert [nobody.get("years").status_code for _ in range(3)] == [401, 401, 429]


def test_answers_are_kept_by_nobody_and_shared_with_no_other_site(program: Caller) -> None:
    answer = program.get("years", origin="https://elsewhere.example")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


def test_no_form_of_another_site_is_taken_for_a_program(anong: Somebody) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(anong.person)
    assert strict.post("/api/v1/years").status_code == 405
    assert strict.get("/api/v1/years").status_code == 401
