from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponseBase

from prongsai.formats.interface import catalogue
from prongsai.formats.write_scorecard import as_data
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind
from prongsai.stages.cycles.selectors import analysis_of
from prongsai.web.templatetags.thai import code
from tests.factories.clients import Desk, found, text
from tests.factories.dump import everything_of
from tests.factories.golden import EXAMPLES, Example, edition_of, with_six_places
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

NUMBER = re.compile(r'id="score-([^"]+)">.*?<data class="line-score" value="([^"]*)">', re.DOTALL)
CELLS = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")
NEXT = re.compile(r"<li><strong>([^<]+)</strong>")
TAG = re.compile(r"<[^>]+>")


def numbers(page: str) -> dict[str, str | None]:
    """Return every number of the scorecard by its name."""
    return {name: value or None for name, value in NUMBER.findall(page)}


def said(data: dict[str, Any]) -> dict[str, str | None]:
    """Return the numbers of the command's answer by their names."""
    kinds = ("instruments", "indicators", "sub_indicators", "items")
    below = {name: each["score"] for kind in kinds for name, each in data[kind].items()}
    return {"total": data["total"], **below}


def between(page: str, start: str, end: str) -> str:
    return page.partition(start)[2].partition(end)[0]


def rows(page: str, table: str) -> list[list[str]]:
    """Return the cells of a table."""
    body = between(between(page, f'id="{table}"', "</table>"), "<tbody>", "</tbody>")
    return [[TAG.sub("", cell) for cell in CELLS.findall(row)] for row in body.split("</tr>")[:-1]]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_the_page_shows_the_numbers_of_the_command(example: Example, anong: Somebody) -> None:
    edition = example["edition"]
    year = example.get("fiscal_year", edition_of(edition).fiscal_years[0])
    cycle = a_year(anong, year, edition=edition)
    saved = results(anong, cycle, with_six_places(example))
    with scope.agency(anong.agency.pk):
        data: dict[str, Any] = as_data(analysis_of(saved), catalogue("en"))
    page = unescape(text(Desk(anong).get(f"/years/{cycle.uuid}")))
    assert numbers(page) == said(data)
    assert level_shown(page) == (data["level"]["name_en"] or "–", data["level"]["certain"])
    assert [(row[0], row[1], row[2]) for row in rows(page, "compared")] == [
        (code(each["name"]), each["stated"], each["computed"] or "–") for each in data["stated"]
    ]
    assert [(row[0], row[3]) for row in rows(page, "gains")] == [
        (code(each["code"]), f"+{each['gain']}")
        for each in data["gains"]
        if float(each["gain"]) > 0
    ][:10]
    ways = data["next_level"] or {}
    assert NEXT.findall(between(page, 'id="next-items"', "</ul>")) == [
        code(name) for name in ways.get("items") or []
    ]


def level_shown(page: str) -> tuple[str, bool]:
    """Return the level, and whether the page calls it certain."""
    words = between(page, 'id="level">', "</p>")
    level = words.removeprefix("at best ")
    return level, level == words and level != "–"


def test_a_number_opens_to_its_formula_and_to_last_years(anong: Somebody) -> None:
    results(anong, a_year(anong, 2566), FULL)
    cycle = a_year(anong, 2567)
    results(anong, cycle, {**FULL, "9": "80.5", "OIT": "84", "EIT": "0"})
    page = unescape(text(Desk(anong).get(f"/years/{cycle.uuid}")))
    assert "(80.50 + 90.00) / 2 = 85.25" in page
    assert "Announced: 84.00" in page
    assert "Announced: 0.00" in page
    assert "Last year 90.00 (OIT)" in page
    assert ["OIT", "84.00", "85.25", "no"] in rows(page, "compared")


def test_charts_are_drawn_without_a_style_that_the_browser_would_refuse(anong: Somebody) -> None:
    results(anong, a_year(anong, 2566), FULL)
    cycle = a_year(anong, 2567)
    results(anong, cycle, FULL)
    for path in ("", "/totals"):
        page = text(Desk(anong).get(f"/years/{cycle.uuid}{path}"))
        assert page.count("<svg") == 1
        assert "style=" not in page
        assert "onclick" not in page


def test_what_if_is_worked_out_on_the_server(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    results(anong, cycle, FULL)
    desk = Desk(anong)
    page = text(desk.get(f"/years/{cycle.uuid}/what-if?what-if=9%3D100"))
    assert [[row[0], *row[2:]] for row in rows(page, "changes")] == [
        ["9", "90.00", "100.00", "+10.00"],
        ["OIT", "90.00", "95.00", "+5.00"],
        ["Total", "90.00", "92.00", "+2.00"],
    ]
    refused = unescape(text(desk.get(f"/years/{cycle.uuid}/what-if?what-if=o99%3D100")))
    assert "There is no o99 in ITA of fiscal year 2567." in refused
    assert "(o99=100)" in refused


def test_the_sliders_are_answered_with_the_piece_of_the_page_that_changes(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    desk, address = Desk(anong), f"/years/{cycle.uuid}/what-if"
    assert "There are no results yet." in text(desk.get(address))
    assert desk.get(f"{address}/answer").status_code == 404
    results(anong, cycle, FULL)
    piece = text(desk.get(f"{address}/answer?what-if=9%3D100"))
    page = text(desk.get(f"{address}?what-if=9%3D100"))
    assert "<html" not in piece
    assert rows(piece, "changes") == rows(page, "changes") != []
    assert "92.00</strong> (+2.00), now 90.00" in piece
    bare = text(desk.get(f"{address}/answer?what-if="))
    assert "90.00</strong>, Level <strong>at best Pass, good</strong>: nothing is moved" in bare


def test_the_form_leads_to_an_address_with_no_more_than_what_was_moved(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    results(anong, cycle, {**FULL, "9": "84.375"})
    desk, address = Desk(anong), f"/years/{cycle.uuid}/what-if"
    same = "&".join(f"to.{code}=90" for code in FULL if code != "9")
    moved = desk.get(f"{address}?{same}&to.9=๑๐๐")
    assert moved.headers["Location"] == f"{address}?what-if=9%3D100"
    as_is = desk.get(f"{address}?{same}&to.9=84.38&to.o99=")
    assert as_is.headers["Location"] == address
    wrong = unescape(text(desk.get(f"{address}?to.9=84,5")))
    assert "9: The comma in 84,5 can be a decimal point or a separator." in wrong


def test_an_address_from_before_what_if_had_a_page_leads_there(anong: Somebody) -> None:
    address = f"/years/{a_year(anong, 2567).uuid}"
    moved = Desk(anong).get(f"{address}?what-if=9%3D100,o1%3D85")
    assert moved.headers["Location"] == f"{address}/what-if?what-if=9%3D100%2Co1%3D85"


def test_an_address_that_asks_in_two_places_asks_for_both(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    results(anong, cycle, FULL)
    desk, address = Desk(anong), f"/years/{cycle.uuid}/what-if"
    page = text(desk.get(f"{address}?what-if=9%3D100&what-if=8%3D100"))
    assert [row[0] for row in rows(page, "changes")][:2] == ["8", "EIT"]
    for piece in ("", "/answer"):
        twice = text(desk.get(f"{address}{piece}?what-if=9%3D100&what-if=9%3D50"))
        assert "9 stands twice. Give it one score." in twice


def test_what_can_be_moved_has_a_number_with_what_it_is_now(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    results(anong, cycle, {**FULL, "o1": "50"})
    page = text(Desk(anong).get(f"/years/{cycle.uuid}/what-if?what-if=9%3D80,o1%3D100"))
    found = re.findall(r'name="to\.([^"]+)" value="([^"]+)" data-now="([^"]+)"', page)
    assert found == [
        *((str(number), "90.00", "90.00") for number in range(1, 9)),
        ("9", "80", "90.00"),
        ("o1", "100", "50.00"),
        ("10", "90.00", "90.00"),
    ]


def test_the_level_opens_to_what_each_level_asks(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    results(anong, cycle, {**FULL, "9": "70", "10": "70"})
    page = unescape(text(Desk(anong).get(f"/years/{cycle.uuid}")))
    steps = TAG.sub(" ", between(page, 'id="why-level"', "</details>"))
    best = " ".join(steps.split("Pass, good")[0].split())
    assert best.endswith(
        "Pass, excellent Total at least 95: 82.00 ✗ too little IIT at least 95: 90.00 ✗ too little"
        " EIT Public at least 95: not known EIT Survey at least 95: not known"
        " OIT at least 95: 70.00 ✗ too little"
    )


def test_each_chart_has_its_numbers_in_a_table(anong: Somebody) -> None:
    results(anong, a_year(anong, 2566), FULL)
    cycle = a_year(anong, 2567)
    results(anong, cycle, {**FULL, "9": "80.5"})
    desk, address = Desk(anong), f"/years/{cycle.uuid}"
    radar, trend = (
        [TAG.sub("", cell) for cell in CELLS.findall(between(page, 'class="figures"', "</table>"))]
        for page in (text(desk.get(address)), text(desk.get(f"{address}/totals")))
    )
    assert radar[:3] == ["", "2567", "2566"]
    assert radar[-5:-3] == ["80.50", "90.00"]
    assert trend == [
        "", "Total", "2563", "–", "2564", "–", "2565", "–", "2566", "90.00", "2567", "88.10",
    ]  # fmt: skip


def test_one_total_is_no_trend(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2567), Desk(anong)
    none = "Only one of the five years has a total, or none."
    assert none in text(desk.get(f"/years/{cycle.uuid}/totals"))
    results(anong, cycle, FULL)
    assert none in text(desk.get(f"/years/{cycle.uuid}/totals"))
    assert f"/years/{cycle.uuid}/totals" in text(desk.get(f"/years/{cycle.uuid}"))


def test_a_year_without_results_says_so(anong: Somebody) -> None:
    cycle = a_year(anong)
    assert "There are no results yet." in text(Desk(anong).get(f"/years/{cycle.uuid}"))


def test_a_province_sees_what_its_agencies_announced_and_no_page_of_theirs(
    anong: Somebody,
) -> None:
    province = an_agency("จังหวัดสมมติ", AgencyKind.OVERSEER)
    Agency.objects.filter(pk=anong.agency.pk).update(overseer=province)
    cycle = a_year(anong)
    results(anong, cycle, {**FULL, "9": "81.25"})
    officer, desk = Desk(anong), Desk(somebody(province, "p", Role.OVERSEER))
    assert "88.25" not in text(desk.get("/overseen"))
    officer.post(f"/years/{cycle.uuid}/announce", {"number": "1"})
    page = text(desk.get("/overseen"))
    assert "Fiscal year 2567: Total 88.25" in page
    assert "81.25" not in page
    assert desk.get(f"/years/{cycle.uuid}").status_code == 403
    officer.post(f"/years/{cycle.uuid}/announce", {"number": "", "seen": "1"})
    assert "88.25" not in text(desk.get("/overseen"))


FAR = "9" * 5_000  # more figures than Python reads


@pytest.mark.parametrize(
    "number", [None, " ", "x", "1.0", "-1", "0", "2", "٣x", "1e3", "NaN", FAR, "9" * 9]
)
def test_what_is_no_number_of_the_results_neither_announces_nor_takes_back(
    number: str | None, anong: Somebody
) -> None:
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    desk, address = Desk(anong), f"/years/{cycle.uuid}/announce"
    desk.post(address, {"number": "1"})
    before = everything_of(anong.agency)
    assert desk.post(address, {} if number is None else {"number": number}).status_code == 302
    assert everything_of(anong.agency) == before
    (told,) = found(desk.get(f"/years/{cycle.uuid}"), "//*[@role='status'][last()]")
    assert "alert-danger" in told.get("class")


def test_a_button_of_the_announcement_pressed_twice_is_written_down_once(anong: Somebody) -> None:
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    desk, address = Desk(anong), f"/years/{cycle.uuid}/announce"
    for number in ("1", ""):
        desk.post(address, {"number": number, "seen": "1"})
        once = everything_of(anong.agency)
        desk.post(address, {"number": number, "seen": "1"})
        assert everything_of(anong.agency) == once


@pytest.mark.parametrize("seen", ["1", "", "x", None])
def test_what_was_announced_since_the_page_was_opened_is_not_taken_back(
    seen: str | None, anong: Somebody
) -> None:
    cycle = a_year(anong)
    desk, address = Desk(anong), f"/years/{cycle.uuid}/announce"
    for number in ("1", "2"):
        results(anong, cycle, FULL)
        desk.post(address, {"number": number})
    before = everything_of(anong.agency)
    desk.post(address, {"number": "", **({} if seen is None else {"seen": seen})})
    assert everything_of(anong.agency) == before
    page = desk.get(f"/years/{cycle.uuid}")
    assert "Somebody else announced other results meanwhile." in text(page)
    desk.post(address, {"number": "", **dict(shown_seen(page))})
    assert everything_of(anong.agency) != before


def shown_seen(page: HttpResponseBase) -> list[tuple[str, str]]:
    """Return the hidden number of the form of the announcement."""
    path = "//form[contains(@action, '/announce')]/input[@name='seen']"
    return [(each.get("name"), each.get("value")) for each in found(page, path)]


def test_who_looks_on_sees_the_year_and_announces_nothing(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    desk = Desk(boonmee)
    page = text(desk.get(f"/years/{cycle.uuid}"))
    assert 'id="score-total"' in page
    assert "Announce these results" not in page
    assert "Type in" not in page
    assert desk.post(f"/years/{cycle.uuid}/announce", {"number": "1"}).status_code == 403


def test_what_is_drawn_once_is_drawn_in_the_language_of_each_who_looks(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    thai, english, other = (
        between(text(desk.get(f"/years/{cycle.uuid}")), 'id="score-1"', "</summary>")
        for desk in (Desk(anong, language="th"), Desk(anong), Desk(boonmee))
    )
    assert "การปฏิบัติหน้าที่" in thai
    assert "การปฏิบัติหน้าที่" not in english
    assert english == other


def test_what_is_drawn_once_is_drawn_anew_of_other_results(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    seen = []
    for scores in (FULL, {**FULL, "9": "40.25"}, FULL):
        results(anong, cycle, scores)
        seen.append(numbers(text(desk.get(f"/years/{cycle.uuid}")))["9"])
    assert seen == ["90.00", "40.25", "90.00"]
