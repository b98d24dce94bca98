from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from prongsai.core.results import name_of
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.models import AuditEvent
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.selectors import history
from prongsai.stages.cycles.services import close_year
from tests.factories.people import Somebody
from tests.factories.tokens import Caller
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

NEW = {"values": [{"code": "1", "score": "80.25"}, {"code": "o1", "weak": True, "note": "ดู"}]}


def path(cycle: Cycle) -> str:
    return f"years/{cycle.uuid}/results"


def saved(who: Somebody, cycle: Cycle) -> list[dict[str, str]]:
    """Return the scores of every set of a year, the newest first."""
    with scope.agency(who.agency.pk):
        sheets = [sheet_of(each) for each in history(cycle)]
    return [
        {name_of(key): f"{score.normalize():f}" for key, score in sheet.scores.items()}
        for sheet in sheets
    ]


def test_the_results_that_stand_are_told_with_their_number(cycle: Cycle, program: Caller) -> None:
    answer = program.get(path(cycle))
    told = answer.json()
    assert (told["number"], answer.headers["ETag"], told["source"]) == (1, '"1"', "typed")
    assert {each["code"]: each["score"] for each in told["values"]} == FULL
    assert told["edition"] == {"key": "nacc-2567", "sha256": cycle.edition.sha256}


def test_a_year_without_results_has_the_number_0(anong: Somebody, program: Caller) -> None:
    cycle = a_year(anong)
    answer = program.get(path(cycle))
    assert (answer.json()["number"], answer.json()["values"]) == (0, [])
    first = program.post(path(cycle), NEW, if_match=answer.headers["ETag"])
    assert (first.status_code, first.json()["number"]) == (201, 1)


def test_new_results_stand_beside_those_that_were_there(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    answer = program.post(path(cycle), {**NEW, "note": "จากระบบของกรม"}, if_match='"1"')
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"2"')
    assert saved(anong, cycle) == [{"1": "80.25"}, FULL]
    assert answer.headers["Location"] == f"/api/v1/{path(cycle)}/2"
    stays = program.get(f"{path(cycle)}/2")
    assert (stays.json(), stays.headers["ETag"]) == (answer.json(), '"2"')
    told = program.get(path(cycle)).json()
    assert told == answer.json()
    assert (told["source"], told["source_name"]) == ("program", "โปรแกรมทดสอบ")
    assert told["note"] == "จากระบบของกรม"
    assert told["values"][1] == {
        "code": "o1", "part": None, "score": None, "weak": True, "note": "ดู", "place": "",
    }  # fmt: skip


def test_the_record_tells_whose_token_and_which_program_it_was(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    program.post(path(cycle), NEW, if_match='"1"')
    event = AuditEvent.objects.filter(kind="results.saved").order_by("-id")[0]
    by = (event.details or {})["by"]
    assert (event.author_key, by) == (str(anong.person.uuid), "สมมติ anong (โปรแกรมทดสอบ)")


def test_the_history_has_every_set_the_newest_first(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    for score in ("70", "60"):
        results(anong, cycle, {"1": score})
    page = program.get(f"{path(cycle)}/history?limit=2").json()
    assert [(each["number"], each["values"][0]["score"]) for each in page["items"]] == [
        (3, "60"),
        (2, "70"),
    ]
    rest = program.get(f"{path(cycle)}/history?cursor={page['next']}").json()
    assert ([each["number"] for each in rest["items"]], rest["next"]) == ([1], None)


@pytest.mark.parametrize(
    ("seen", "status", "code"),
    [
        (None, 428, "number-missing"),
        ("*", 428, "number-missing"),
        ('"0"', 412, "saved-meanwhile"),
        ('"2"', 412, "saved-meanwhile"),
        ('W/"1"', 412, "saved-meanwhile"),
        ("1", 412, "saved-meanwhile"),
        ('"99999999999999999999"', 412, "saved-meanwhile"),
    ],
)
def test_who_saw_other_results_saves_nothing(
    seen: str | None, status: int, code: str, anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    given = {} if seen is None else {"if_match": seen}
    answer = program.post(path(cycle), NEW, **given)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert saved(anong, cycle) == [FULL]


def test_into_a_closed_year_nothing_is_saved(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    with scope.agency(anong.agency.pk):
        close_year(cycle=cycle, by=anong.actor)
    answer = program.post(path(cycle), NEW, if_match='"1"')
    assert (answer.status_code, answer.json()["code"], answer.json()["detail"]) == (
        409,
        "year-closed",
        "The year 2567 is closed. If something must be changed, open the year again and say why.",
    )
    assert saved(anong, cycle) == [FULL]
    assert program.get(f"years/{cycle.uuid}").json()["closed_at"] is not None
    assert program.get(path(cycle)).json()["number"] == 1


def test_a_request_that_comes_again_is_saved_once(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    key = str(uuid4())
    first, again = (
        program.post(path(cycle), NEW, if_match='"1"', idempotency_key=key) for _ in range(2)
    )
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert len(saved(anong, cycle)) == 2
    other = program.post(
        path(cycle), {"values": [{"code": "1"}]}, idempotency_key=key, if_match='"2"'
    )
    assert (other.status_code, other.json()["detail"]) == (
        422,
        "This key was given to other results. Give each request its own key.",
    )


BAD: dict[str, tuple[Any, str, str]] = {
    "nothing": ("null", "not-valid", "body"),
    "no object": ([], "not-valid", "body"),
    "no values": ({}, "not-valid", "body › values"),
    "none": ({"values": []}, "not-valid", "body › values"),
    "more than is known": ({**NEW, "sum": 1}, "not-valid", "what may be sent is values, note."),
    "more of a value": (
        {"values": [{"code": "1", "scor": "80"}]},
        "not-valid",
        "body › values › 0 › scor: what may be sent is code, part, score, weak, note.",
    ),
    "a number": ({"values": [{"code": "1", "score": 80}]}, "not-valid", "score"),
    "Thai digits": ({"values": [{"code": "1", "score": "๘๐"}]}, "not-valid", "score"),
    "over 100": ({"values": [{"code": "1", "score": "101"}]}, "refused", "values › 0: 101"),
    "not there": ({"values": [{"code": "o99"}]}, "refused", "There is no o99 in ITA of"),
    "no part": ({"values": [{"code": "i1", "part": "x"}]}, "refused", "i1 has no parts."),
    "twice": ({"values": [{"code": "o1"}, {"code": "O1"}]}, "refused", "values › 1: o1 stands"),
    "NUL": ({**NEW, "note": "a\x00b"}, "not-valid", "note"),
    "half a letter": ('{"values": [{"code": "1"}], "note": "\\ud800"}', "not-valid", "note"),
    "not finite": ('{"values": [{"code": "1", "score": NaN}]}', "not-valid", "score"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_kept_is_told_and_nothing_is_saved(
    what: str, anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    sent, code, said = BAD[what]
    answer = program.post(path(cycle), sent, if_match='"1"')
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, code)
    assert said in told["detail"]
    assert saved(anong, cycle) == [FULL]


def test_codes_are_read_as_people_write_them(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    sent = {"values": [{"code": "O01", "score": "100"}, {"code": "ตัวชี้วัดที่ 9", "score": "5"}]}
    assert program.post(path(cycle), sent, if_match='"1"').status_code == 201
    assert saved(anong, cycle)[0] == {"o1": "100", "9": "5"}
