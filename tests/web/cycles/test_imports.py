"""A file with results through the pages: chosen, read, corrected, saved with its source."""

from __future__ import annotations

from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.http import HttpResponseBase

from prongsai.foundation.agencies import scope
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.jobs.work import do_next
from prongsai.stages.cycles.imports import drop_import, save_import
from prongsai.stages.cycles.models import ResultImport
from tests.factories.clients import Desk, found, text
from tests.factories.imports import on_its_way, rows, saved, scores, sent
from tests.factories.people import Somebody
from tests.factories.years import a_year, results

pytestmark = pytest.mark.django_db
SHEET = "code,score,flag,note\n1,91.5,,\no1,0,weak,แก้แล้ว\n"
FAULTY = "code,score\no99,100\n1,101\n2,90\n2,80\ni1,77.5\n"
TWO_YEARS = (
    "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 ขององค์การบริหารส่วนตำบลนาทอง\n"
    "ตัวชี้วัด\tคะแนนปี 2566\tคะแนนปี 2567\n"
    "1 การปฏิบัติหน้าที่\t80.50\t90.50\n2 การใช้งบประมาณ\t81.00\t91.00\n"
)


@pytest.fixture(autouse=True)
def _read_at_once(settings: LazySettings) -> None:
    settings.READS_AT_ONCE = 60


def kept(who: Somebody) -> tuple[list[str], list[str]]:
    """Return the files on their way and those that are kept, by name."""
    with scope.agency(who.agency.pk):
        rows_on_the_way = ResultImport.objects.order_by("id").values_list("name", flat=True)
        files = StoredFile.objects.order_by("id").values_list("name", flat=True)
        return [*rows_on_the_way], [*files]


def errors(page: HttpResponseBase) -> list[str]:
    """Return what the page says is to be mended."""
    return [each.text_content() for each in found(page, "//ul[@class='faults']//a")]


def alerts(page: HttpResponseBase) -> list[str]:
    """Return what the page tells loudly, line by line."""
    told = found(page, "//div[contains(@class,'alert')]//p[not(@class='alert-title')]")
    return [each.text_content() for each in told]


def numbered(page: HttpResponseBase, name: str) -> str:
    """Return the field of the first score of a code."""
    path = f"//li[.//strong='{name}']//input[@type='text']/@name"
    return str(found(page, path)[0])


def test_a_file_is_shown_before_it_is_saved_and_saved_as_it_was_read(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    results(anong, cycle, {"1": "90", "2": "80"})
    address = sent(desk, cycle, SHEET.encode()).headers["Location"]
    page = desk.get(address)
    assert rows(page) == [
        ("1", "IIT · 2567 · row 2 › B2 · now 90", "", "91.5"),
        ("o1", "OIT · 2567 · row 3 › B3", "", "0"),
        ("o1", "OIT · 2567 · row 3 › B3", "", ""),
    ]
    assert "Would have no value: 2" in text(page)
    assert (len(saved(anong, cycle)), kept(anong)) == (1, (["ผล.csv"], []))
    form = {**desk.form(address), "note": "x", "save": "1"}
    assert desk.post(address, form).headers["Location"] == f"/years/{cycle.uuid}"
    one = saved(anong, cycle)[0]
    assert (one.number, one.source, one.source_name, one.note) == (2, "file", "ผล.csv", "x")
    assert scores(anong, one) == {"1": "91.5", "o1": "0"}
    assert kept(anong) == ([], ["ผล.csv"])


def test_what_is_wrong_is_asked_and_nothing_is_saved_before_it_is_mended(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, FAULTY)
    form = {**desk.form(address), "save": "1"}
    page = desk.post(address, form)
    assert errors(page) == [
        "Score of o99: There is no o99 in ITA of fiscal year 2567. It has o1–o35.",
        "Score of 1: 101 is not from 0 to 100. Check the score; it is in points of 100.",
    ]
    asked = [name for name, *_ in rows(page)][:4]
    assert (asked, saved(anong, cycle)) == (["o99", "1", "2", "2"], [])
    form |= {"score-0": "o9 100", "score-1": "91"}
    assert "2 has two scores, 90 and 80." in unescape(text(desk.post(address, form)))
    assert desk.post(address, {**form, "out-3": "on"}).status_code == 302
    (one,) = saved(anong, cycle)
    assert scores(anong, one) == {"o9": "100", "1": "91", "2": "90", "i1": "77.5"}


def test_corrections_come_again_with_the_file_and_not_with_another(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, FAULTY)
    mended = {"score-0": "o9 100", "score-1": "91", "out-3": "on", "added": "i2 66.5\n"}
    desk.post(address, {**desk.form(address), **mended, "save": "1"})
    _, again = on_its_way(anong, cycle, FAULTY, name="อีกครั้ง.csv")
    form = desk.form(again)
    assert {name: form[name] for name in mended if name != "added"} == {
        "score-0": ["o9 100"],
        "score-1": ["91"],
        "out-3": ["on"],
    }
    assert "This file came before." in text(desk.get(again))
    desk.post(again, {**form, "save": "1"})
    newest = saved(anong, cycle)[0]
    assert scores(anong, newest)["i2"] == "66.5"
    _, other = on_its_way(anong, cycle, FAULTY + "i3,50\n")
    assert desk.form(other)["score-1"] == ["101"]


def test_checks_are_asked_again_without_saving(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    content = "code,score\n" + "".join(f"{n},90\n" for n in range(1, 11)) + "total,55\n"
    _, address = on_its_way(anong, cycle, content)
    page = desk.get(address)
    assert "The total is written as 55.00, but its parts do not give that." in text(page)
    form = {**desk.form(address), numbered(page, "Total"): "90", "check": "1"}
    assert "but its parts do not give that" not in text(desk.post(address, form))
    assert saved(anong, cycle) == []


def test_of_several_years_that_of_the_page_is_proposed_and_another_is_told(
    anong: Somebody,
) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, TWO_YEARS, name="รายงาน.txt")
    assert [each[-1] for each in rows(desk.get(address))] == ["90.50", "91.00"]
    other = f"{address}?year=2566"
    form = {**desk.form(other), "save": "1"}
    page = desk.post(other, form)
    assert [each[-1] for each in rows(page)] == ["80.50", "81.00"]
    meant = [
        "I know that these are the results of another year, and want them here",
        "The document names another agency, but these are our results",
    ]
    assert errors(page) == [f"{label}: This field is required." for label in meant]
    desk.post(other, {**form, "other_year": "on", "other_agency": "on"})
    (one,) = saved(anong, cycle)
    assert (one.source, scores(anong, one)) == ("document", {"1": "80.5", "2": "81"})


def test_a_document_of_another_year_and_agency_is_told_loudly(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2568), Desk(anong)
    _, address = on_its_way(anong, cycle, TWO_YEARS)
    assert alerts(desk.get(address))[:2] == [
        "The document is of the fiscal year 2567, but this page is of 2568.",
        "The document names องค์การบริหารส่วนตำบลนาทอง, but you work for อบต.หนึ่ง.",
    ]


def test_results_of_another_agency_are_saved_only_where_somebody_says_that_they_are_ours(
    anong: Somebody,
) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, TWO_YEARS)
    form = {**desk.form(address), "save": "1"}
    label = "The document names another agency, but these are our results"
    assert errors(desk.post(address, form)) == [f"{label}: This field is required."]
    assert saved(anong, cycle) == []
    desk.post(address, {**form, "other_agency": "on"})
    assert scores(anong, saved(anong, cycle)[0]) == {"1": "90.5", "2": "91"}


def test_who_saves_second_sees_what_was_saved_meanwhile_beside_what_was_typed(
    anong: Somebody,
) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, SHEET)
    form = {**desk.form(address), "note": "ของอนงค์", "save": "1"}
    results(anong, cycle, {"1": "70"})
    page = desk.post(address, form)
    assert "Somebody else saved results of this year meanwhile." in text(page)
    assert "· now 70" in rows(page)[0][1]
    assert len(saved(anong, cycle)) == 1
    again = dict(found(page, "//main//form")[0].form_values())
    assert again["note"] == "ของอนงค์"
    assert desk.post(address, {**again, "save": "1"}).status_code == 302


def test_a_long_file_is_read_by_the_worker_while_a_page_looks_again_by_itself(
    anong: Somebody, settings: LazySettings
) -> None:
    settings.READS_AT_ONCE = 0
    cycle, desk = a_year(anong), Desk(anong)
    address = sent(desk, cycle, SHEET.encode()).headers["Location"]
    page = desk.get(address)
    assert (page.headers["Refresh"], "The file is being read." in text(page)) == ("3", True)
    assert "ผล.csv" in text(desk.get(f"/years/{cycle.uuid}/file"))
    while do_next():
        pass
    page = desk.get(address)
    assert ("Refresh" in page.headers, len(rows(page))) == (False, 3)


def test_what_is_refused_by_the_worker_is_told_and_thrown_away(
    anong: Somebody, settings: LazySettings
) -> None:
    settings.READS_AT_ONCE = 0
    cycle, desk = a_year(anong), Desk(anong)
    address = sent(desk, cycle, "ไม่มีคะแนน".encode(), "บันทึก.txt").headers["Location"]
    while do_next():
        pass
    assert "No score was found in the file." in text(desk.get(address))
    desk.post(f"{address}/drop")
    assert kept(anong) == ([], [])


def test_what_is_not_to_be_saved_is_thrown_away(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, SHEET)
    files = f"/years/{cycle.uuid}/file"
    assert desk.post(f"{address}/drop").headers["Location"] == files
    assert kept(anong) == ([], [])
    gone = "No such file waits here: it was saved, thrown away, replaced by another one, or waited"
    for ask in (desk.get, desk.post, lambda at: desk.post(f"{at}/drop")):
        assert ask(address).headers["Location"] == files
        assert gone in text(desk.get(files))


def test_a_file_that_is_gone_while_it_is_saved_is_not_asked_for_again(
    anong: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    row, address = on_its_way(anong, cycle, SHEET)
    form = desk.form(address, 0)

    def saved_first(**given: Any) -> None:
        drop_import(row=row, by=anong.actor)  # as the other press of the button has done by now
        save_import(**given)

    monkeypatch.setattr("prongsai.web.cycles.imports.save_import", saved_first)
    answer = desk.post(address, {**form, "save": "1"})
    assert answer.headers["Location"] == f"/years/{cycle.uuid}/file"
    assert kept(anong) == ([], [])


def test_only_who_chose_a_file_sees_it_and_in_its_year_alone(
    anong: Somebody, dao: Somebody, chai: Somebody
) -> None:
    cycle, other = a_year(anong), a_year(anong, 2566)
    _, address = on_its_way(anong, cycle, SHEET)
    elsewhere = address.replace(str(cycle.uuid), str(other.uuid))
    files = f"/years/{cycle.uuid}/file"
    for who, at in ((dao, files), (chai, None)):
        asked = (Desk(who).get(address), Desk(who).post(f"{address}/drop"))
        assert [each.headers.get("Location") for each in asked] == [at, at]
        assert {each.status_code for each in asked} <= {302, 404}
    assert Desk(anong).get(elsewhere).headers["Location"] == f"/years/{other.uuid}/file"
    assert kept(anong) == (["ผล.csv"], [])


def test_a_file_of_another_agency_is_as_one_that_never_was(anong: Somebody, chai: Somebody) -> None:
    cycle = a_year(anong)
    _, theirs = on_its_way(chai, a_year(chai), SHEET)
    file = theirs.rsplit("/", 1)[1]
    desk, places = Desk(anong), f"/years/{cycle.uuid}/file"
    pages = []
    for key in (file, str(uuid4())):
        for asked in (desk.get, desk.post, lambda at: desk.post(f"{at}/drop")):
            assert asked(f"{places}/{key}").headers["Location"] == places
            pages.append(text(desk.get(places)).count("No such file waits here"))
    assert pages == [1] * 6
    assert kept(chai) == (["ผล.csv"], [])


def test_the_source_is_reached_from_the_history_by_who_may_see_it_and_stays(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, SHEET)
    desk.post(address, {**desk.form(address), "save": "1"})
    past = f"/years/{cycle.uuid}/history"
    (link,) = found(desk.get(past), "//li//a[text()='ผล.csv']/@href")
    assert found(Desk(boonmee).get(past), "//li//a[text()='ผล.csv']") == []
    page = text(desk.get(link))
    assert "It is their source, and cannot be removed." in page
    assert "remove" not in "".join(found(desk.get(link), "//form/@action"))
    desk.post(f"{link}/remove", {"reason": "ไม่ใช้แล้ว"})
    told = "it is their source, and stays"
    assert told in text(desk.get(link))
    desk.post(f"/years/{cycle.uuid}/history/restore", {"number": "1", "seen": "1"})
    assert len(found(desk.get(past), f"//li//a[@href='{link}']")) == 2


def test_a_closed_year_takes_no_file(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    _, address = on_its_way(anong, cycle, SHEET)
    form = {**desk.form(address), "save": "1"}
    desk.post(f"/years/{cycle.uuid}/close")
    assert "The year 2567 is closed." in text(desk.post(address, form))
    assert "The year 2567 is closed." in text(sent(desk, cycle, SHEET.encode()))
    assert saved(anong, cycle) == []
