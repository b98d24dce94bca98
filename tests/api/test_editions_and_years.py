from __future__ import annotations

from typing import Any

import pytest

from prongsai.formats.editions import edition_keys, load_edition
from prongsai.stages.cycles.models import Cycle
from tests.factories.people import Somebody
from tests.factories.tokens import Caller
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db


READ = (
    "editions", "editions/nacc-2567", "years", "years/KEY", "years/KEY/results",
    "years/KEY/results/history", "years/KEY/results/1", "years/KEY/results/1/scorecard",
    "years/KEY/scorecard",
)  # fmt: skip


def pages(program: Caller, path: str) -> list[list[Any]]:
    """Follow the cursors to the last page."""
    found, after = [], ""
    while True:
        page = program.get(f"{path}?limit=2{after}").json()
        found.append(page["items"])
        if page["next"] is None:
            return found
        after = f"&cursor={page['next']}"


def test_every_framework_is_listed_once_over_all_pages(program: Caller) -> None:
    found = pages(program, "editions")
    assert [each["key"] for page in found for each in page] == edition_keys()
    assert {len(page) for page in found[:-1]} == {2}


@pytest.mark.parametrize("key", edition_keys())
def test_a_framework_has_every_item_of_its_file(key: str, program: Caller) -> None:
    told, edition = program.get(f"editions/{key}").json(), load_edition(key)
    items = [
        item["code"]
        for instrument in told["instruments"]
        for indicator in instrument["indicators"]
        for item in indicator["items"]
    ]
    assert items == list(edition.items)
    assert told["pass_mark"] == str(edition.pass_mark.value)
    assert [each["key"] for each in told["levels"]] == [each.key for each in edition.levels]


@pytest.mark.parametrize("key", ["nowhere", "duties", "..", "nacc-2567.yaml", "%2e%2e%2fduties"])
def test_a_framework_that_is_not_there_and_a_path_are_not_found(key: str, program: Caller) -> None:
    assert program.get(f"editions/{key}").status_code == 404


def test_the_years_of_the_agency_are_listed_the_last_first(
    anong: Somebody, chai: Somebody, program: Caller
) -> None:
    cycles = [a_year(anong, year) for year in (2565, 2566, 2567)]
    results(anong, cycles[2], FULL)
    a_year(chai, 2568)
    first, second = pages(program, "years")
    assert [(each["fiscal_year"], each["results"]) for each in first] == [(2567, 1), (2566, 0)]
    assert [each["key"] for each in second] == [str(cycles[0].uuid)]


def test_a_year_tells_its_framework_and_what_was_announced(cycle: Cycle, program: Caller) -> None:
    told = program.get(f"years/{cycle.uuid}").json()
    assert told == {
        "key": str(cycle.uuid),
        "fiscal_year": 2567,
        "edition": {"key": "nacc-2567", "sha256": cycle.edition.sha256},
        "opened_at": told["opened_at"],
        "closed_at": None,
        "results": 1,
        "announced": None,
        "announced_at": None,
    }


@pytest.mark.parametrize("asked", ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=-1"])
def test_a_page_that_cannot_be_is_refused(asked: str, program: Caller) -> None:
    answer = program.get(f"years?{asked}")
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["where"] == f"query › {asked.partition('=')[0]}"


def test_what_a_program_has_already_is_not_sent_again(cycle: Cycle, program: Caller) -> None:
    for path in (part.replace("KEY", str(cycle.uuid)) for part in READ):
        mark = program.get(path).headers["ETag"]
        for seen in (mark, f'"other", {mark}', f"W/{mark}", "*"):
            again = program.get(path, if_none_match=seen)
            assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", mark)
        assert program.get(path, if_none_match='"other"').status_code == 200
        assert program.get(path, if_match=mark).status_code == 200
        other = program.get(path, if_match='"other"')
        assert (other.status_code, other.json()["code"]) == (412, "saved-meanwhile")


def test_a_year_that_changed_has_another_mark(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    path = f"years/{cycle.uuid}/scorecard"
    mark = program.get(path).headers["ETag"]
    results(anong, cycle, {**FULL, "1": "80"})
    assert program.get(path, if_none_match=mark).status_code == 200


@pytest.mark.usefixtures("cycle")
def test_a_look_without_the_body_tells_how_long_it_is(program: Caller) -> None:
    whole = program.get("years")
    head = program.client.head("/api/v1/years")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == str(len(whole.content))
    assert head.headers["ETag"] == whole.headers["ETag"]
