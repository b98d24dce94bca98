from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.core.results import name_of
from prongsai.foundation.agencies import scope
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import Cycle, ResultSet
from prongsai.stages.cycles.selectors import history
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

READ = re.compile(r'name="read" value="([^"]+)"')


def saved(who: Somebody, cycle: Cycle) -> list[ResultSet]:
    with scope.agency(who.agency.pk):
        return list(history(cycle))


def scores(who: Somebody, results: ResultSet) -> dict[str, str]:
    with scope.agency(who.agency.pk):
        found = sheet_of(results).scores
    return {name_of(key): f"{score.normalize():f}" for key, score in found.items()}


def a_file(content: str, name: str = "ผล.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode())


def test_a_file_is_shown_before_it_is_saved_and_saved_as_it_was_read(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    results(anong, cycle, {"1": "90", "2": "80"})
    content = "code,score,flag,note\n1,91.5,,\no1,0,weak,แก้แล้ว\n"
    page = text(desk.post(f"/years/{cycle.uuid}/file", {"file": a_file(content)}))
    changed = re.findall(r'<th scope="row">(.+?)</th><td>(.+?)</td><td>(.+?)</td>', page)
    assert [(name, now[:5], then) for name, now, then in changed] == [
        ("1", "90.00", "91.5"),
        ("2", "80.00", "–"),
        ("o1", "–", "0"),
    ]
    assert len(saved(anong, cycle)) == 1
    read = unescape(READ.findall(page)[0])
    desk.post(f"/years/{cycle.uuid}/file/confirm", {"read": read, "seen": "1", "note": "x"})
    one = saved(anong, cycle)[0]
    assert (one.number, one.source, one.source_name, one.note) == (2, "file", "ผล.csv", "x")
    assert len(one.source_sha256) == 64
    assert scores(anong, one) == {"1": "91.5", "o1": "0"}


def test_a_file_that_cannot_be_read_is_refused_with_its_places(anong: Somebody) -> None:
    cycle = a_year(anong)
    file = a_file("code,score\no99,1\n1,101\n")
    page = unescape(text(Desk(anong).post(f"/years/{cycle.uuid}/file", {"file": file})))
    assert "ผล.csv › row 2 › column code: There is no o99" in page
    assert "ผล.csv › row 3 › column score: 101 is not from 0 to 100." in page
    assert saved(anong, cycle) == []


def test_what_was_read_cannot_be_changed_or_taken_to_another_year(anong: Somebody) -> None:
    first, second, desk = a_year(anong, 2566), a_year(anong, 2567), Desk(anong)
    page = text(desk.post(f"/years/{first.uuid}/file", {"file": a_file("code,score\n1,90\n")}))
    read = unescape(READ.findall(page)[0])
    for cycle, given in ((second, read), (first, "x" + read), (first, "")):
        answer = desk.post(f"/years/{cycle.uuid}/file/confirm", {"read": given, "seen": "0"})
        assert "file" in text(answer)
    assert (saved(anong, first), saved(anong, second)) == ([], [])


def test_past_results_are_shown_with_who_saved_them_and_stand_again(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    results(anong, cycle, FULL)
    results(anong, cycle, {**FULL, "9": "10"})
    page = text(desk.get(f"/years/{cycle.uuid}/history"))
    assert page.count(anong.person.name) == 2
    assert [total in page for total in ("90.00", "74.00")] == [True, True]
    address = f"/years/{cycle.uuid}/history/restore"
    desk.post(address, {"number": "1", "seen": "1"})
    assert "Somebody else saved results" in text(desk.get(f"/years/{cycle.uuid}/history"))
    desk.post(address, {"number": "1", "seen": "2"})
    assert [each.restores for each in saved(anong, cycle)] == [1, None, None]
    for far in ("9", "9" * 30, "9" * 5_000):
        assert desk.post(address, {"number": far, "seen": "3"}).status_code == 404
    desk.post(address, {"number": "1", "seen": "9" * 5_000})
    assert len(saved(anong, cycle)) == 3


def test_who_looks_on_enters_no_results(anong: Somebody, boonmee: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(boonmee)
    results(anong, cycle, FULL)
    for page in ("indicators", "items", "file", "file/confirm", "history/restore"):
        assert desk.post(f"/years/{cycle.uuid}/{page}", {"seen": "1"}).status_code == 403
    assert "Let these stand again" not in text(desk.get(f"/years/{cycle.uuid}/history"))
    assert len(saved(anong, cycle)) == 1
