"""The page of a reading in a real browser: it shuts nobody out, and saves what was answered."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.readings.corrections import Correction, corrected
from prongsai.core.readings.model import NamedCode, Place, Reading
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.sentences import say
from prongsai.formats.corrections_file import read_corrections
from prongsai.formats.interface import LANGUAGES, catalogue
from prongsai.formats.write_reading_page import reading_page
from tests.factories import browser
from tests.factories.readings import full_reading, read, read_measure, row_place, unsure

pytestmark = pytest.mark.skipif(
    shutil.which("chromium") is None,
    reason="Chromium is not installed: no page of a reading was looked at in a browser.",
)

ODD = 'ก: "ข" # \\ \u2028 \x85 \ufeff </script>'
COLUMNS = ("มาตรการ", "ขั้นตอน", "หน่วยงาน", "เวลา", "ผล")
SOURCE = Source(
    blocks=(
        Text(text="เรื่อง ขออนุมัติ ๑ ธ.ค. ๗๐", place=Place(page=1, line=1)),
        SourceTable(
            headings=COLUMNS,
            rows=(tuple(Cell(text="มาตรการ 1 " * 9, place=row_place(1, c)) for c in COLUMNS),),
            place=Place(table=1),
        ),
    )
)
FOUND = Problem(
    rule="a_rule",
    place=row_place(1, "มาตรการ"),
    what=say("There is no “%(written)s”.", written="มาตรการ 1"),
    expected=say("Type the word anew."),
    severity=Severity.MUST,
)
KEPT = Correction(at="agencies/7", was="ข\u2028ค", be="อบต.อื่น")

# Catches what is saved. The browser runs it as if it were typed into its console.
STEPS = """(() => {
  const saved = [];
  URL.createObjectURL = (blob) => { saved.push(blob); return "#"; };
  const at = (name) => document.querySelector(`[data-at='${name}']`);
  const press = (name) => document.querySelector(name).click();
  const type = (name, text) => {
    at(name).querySelector("input[type=text], textarea").value = text;
  };
  %s
  press("#save");
  return saved.length ? saved[0].text() : "";
})()"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Page]:
    with browser.browser(tmp_path_factory.mktemp("browser")) as page:
        yield page


def shown(reading: Reading, answers: tuple[Correction, ...] = (), language: str = "en") -> str:
    return reading_page(SOURCE, reading, (FOUND,), catalogue(language), answers, "แผน.docx")


def opened(page: browser.Page, folder: Path, html: str, width: int = 1100) -> browser.Page:
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    page.show(file, width)
    return page


def saved(page: browser.Page, folder: Path, html: str, steps: str) -> tuple[Correction, ...]:
    """Return the corrections of the file that a page saves."""
    file = folder / "saved.yaml"
    file.write_bytes(opened(page, folder, html).run(STEPS % steps).encode())
    return read_corrections(file)


@pytest.mark.skipif(not browser.is_here(), reason="axe-core is not installed.")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 1100])
def test_the_page_shuts_nobody_out(
    page: browser.Page, tmp_path: Path, language: str, width: int
) -> None:
    opened(page, tmp_path, shown(full_reading(), (KEPT,), language), width)
    assert (page.violations(), page.sideways()) == ([], 0)

    page.run("document.querySelectorAll('.edit, .add').forEach((button) => button.click())")
    assert (page.violations(), page.sideways()) == ([], 0)


def test_a_value_leads_to_its_words_and_they_lead_back_to_it(
    page: browser.Page, tmp_path: Path
) -> None:
    again = tuple(read("ขออนุมัติ", "ขออนุมัติ", Place(page=1, line=1)) for _ in range(3))
    opened(page, tmp_path, shown(Reading(agencies=again)))

    page.run("document.querySelector('#reading .to').click()")
    assert page.run("document.querySelector(':target').textContent") == "ขออนุมัติ"
    page.run("document.querySelector('#source .m').click()")
    assert page.run("document.querySelector(':target').closest('details')?.open ?? true") is True


def test_answers_are_saved_with_what_was_kept_and_are_applied(
    page: browser.Page, tmp_path: Path
) -> None:
    steps = """
    type("measures/1/period", "ต.ค. 70 - มี.ค. 71");
    at("measures/1/support/1").querySelector(".same").click();
    at("dated").querySelector(".gone input").click();
    """
    found = saved(page, tmp_path, shown(full_reading(), (KEPT,)), steps)

    assert found == (
        KEPT,
        Correction(at="dated", was="๑ ธ.ค. ๗๐", be=""),
        Correction(at="measures/1/support/1", was="ทุกกอง", be="ทุกกอง"),
        Correction(at="measures/1/period", was="ม.ค.-มี.ค. ๗๑", be="ต.ค. 70 - มี.ค. 71"),
    )
    right, told = corrected(full_reading(), found[1:])
    assert (right.dated, len(told)) == (None, 0)


def test_what_is_sure_is_corrected_too_and_lists_and_rows_change(
    page: browser.Page, tmp_path: Path
) -> None:
    steps = """
    press("article .edit");
    type("measures/1/steps/2", "ขข");
    type("measures/1/steps/+", "ง");
    document.querySelectorAll("article")[1].querySelector(".edit").click();
    var ticks = document.querySelectorAll("article")[1].querySelectorAll(".gone input");
    ticks[ticks.length - 1].click();
    """
    found = saved(page, tmp_path, shown(full_reading()), steps)

    assert found == (
        Correction(at="measures/1/steps/2", was="๒. ข", be="ขข"),
        Correction(at="measures/1/steps/+", was="", be="ง"),
        Correction(at="measures/table-1-row-2", was="2. มาตรการ 2", be=""),
    )
    assert corrected(full_reading(), found)[1] == ()


def test_a_measure_that_was_not_read_is_added_under_a_name_of_its_own(
    page: browser.Page, tmp_path: Path
) -> None:
    before = Correction(at="measures/+1/title", be="ก่อน")
    steps = """
    press(".add");
    type("measures/+2/title", "อบรม");
    press("#missing [data-field=steps] .more");
    var steps = document.querySelectorAll("#missing [data-at='measures/+2/steps/+'] textarea");
    steps[0].value = "ก"; steps[1].value = "ข";
    """
    found = saved(page, tmp_path, shown(full_reading(), (before,)), steps)

    assert found == (
        before,
        Correction(at="measures/+2/title", be="อบรม"),
        Correction(at="measures/+2/steps/+", be="ก"),
        Correction(at="measures/+2/steps/+", be="ข"),
    )
    assert corrected(full_reading(), found)[1] == ()


def test_a_code_is_answered_once_for_all_that_was_read_of_the_same_words(
    page: browser.Page, tmp_path: Path
) -> None:
    words = "ข้อ ๑๗ ความรู้"
    reading = Reading(
        weak=(unsure("i17", words), read("i8", "i8")),
        names=(read(NamedCode(code="i17", name="ความรู้"), words),),
        measures=(read_measure(asked=frozenset(), answers=(read("i17", words),)),),
    )
    steps = """
    type("weak/i17", "i7");
    at("weak/i17").querySelector("input").dispatchEvent(new Event("change", { bubbles: true }));
    """
    found = saved(page, tmp_path, shown(reading), steps)

    assert [(each.at, each.be) for each in found] == [
        ("weak/i17", "i7"),
        ("measures/table-1-row-1/answers/i17", "i7"),
        ("names/i17", "i7"),
    ]
    right, _ = corrected(reading, found)
    assert right.names[0].value == NamedCode(code="i7", name="ความรู้")


def test_odd_letters_come_through(page: browser.Page, tmp_path: Path) -> None:
    reading = Reading(subject=unsure(ODD, ODD, Place(line=1)))
    found = saved(
        page, tmp_path, shown(reading), f"type('subject', {json.dumps('ก: # ' + ODD[:9])});"
    )

    assert [(each.at, each.be) for each in found] == [("subject", 'ก: # ก: "ข" #')]
    assert corrected(reading, found)[1] == ()


def test_without_an_answer_nothing_is_saved(page: browser.Page, tmp_path: Path) -> None:
    reading = Reading(measures=(read_measure(),))

    assert opened(page, tmp_path, shown(reading)).run(STEPS % "") == ""
    assert page.run("document.querySelector('#told').textContent") == (
        "Nothing has been answered yet."
    )


def test_answers_of_before_are_saved_again(page: browser.Page, tmp_path: Path) -> None:
    answer = Correction(at="subject", was="ขออนุมัติ", be="ขออนุญาต")
    reading = replace(full_reading(), subject=unsure("ขออนุมัติ", "ขออนุมัติ", row_place(1)))

    assert saved(page, tmp_path, shown(reading, (answer,)), "") == (answer,)
