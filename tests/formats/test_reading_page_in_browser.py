"""The script of the page, in a real browser: what it saves is what a person answered."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from prongsai.core.readings.corrections import Correction, corrected
from prongsai.core.readings.model import NamedCode, Place, Reading
from prongsai.core.readings.source import Source, Text
from prongsai.formats.corrections_file import read_corrections
from prongsai.formats.interface import catalogue
from prongsai.formats.write_reading_page import reading_page
from tests.factories.readings import full_reading, read, read_measure, row_place, unsure

ODD = 'ก: "ข" # \\ \u2028 \x85 \ufeff </script>'
SOURCE = Source(blocks=(Text(text="ขออนุมัติ", place=Place(line=1)),))
KEPT = Correction(at="agencies/7", was="ข\u2028ค", be="อบต.อื่น")

# Catches what is saved, and writes it where the test can see it.
DRIVER = """
var saved = [];
window.URL.createObjectURL = function (blob) { saved.push(blob); return "#"; };
function at(name) { return document.querySelector("[data-at='" + name + "']"); }
function type(name, text) {
  at(name).querySelector("input[type=text], textarea").value = text;
}
function press(name) { document.querySelector(name).click(); }
%s
press("#save");
var reader = new FileReader();
reader.onload = function () {
  var out = document.createElement("pre");
  out.id = "out";
  out.textContent = JSON.stringify(reader.result);
  document.body.appendChild(out);
};
if (saved.length) { reader.readAsText(saved[0]); }
"""


def browser() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("chromium is not installed.")
    return found


def shown(reading: Reading, answers: tuple[Correction, ...] = ()) -> str:
    return reading_page(SOURCE, reading, (), catalogue("en"), answers, "แผน.docx")


def driven(folder: Path, page: str, steps: str) -> str:
    """Open a page, let a script of the test act on it, and return the page that comes of it."""
    policy = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
    page = policy.sub("", page).replace("</body>", f"<script>{DRIVER % steps}</script></body>")
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    command = [
        browser(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=5000",
    ]
    opened = subprocess.run(
        [*command, f"--user-data-dir={folder}/profile", "--dump-dom", file.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return opened.stdout.decode()


def saved(folder: Path, page: str, steps: str) -> tuple[Correction, ...]:
    """Return the corrections of the file that a page saves."""
    out = re.search('<pre id="out">(.*?)</pre>', driven(folder, page, steps), re.DOTALL)
    assert out is not None
    file = folder / "saved.yaml"
    file.write_bytes(json.loads(unescape(out.group(1))).encode())
    return read_corrections(file)


def test_answers_are_saved_with_what_was_kept_and_are_applied(tmp_path: Path) -> None:
    steps = """
    type("measures/1/period", "ต.ค. 70 - มี.ค. 71");
    at("measures/1/support/1").querySelector(".same").click();
    at("dated").querySelector(".gone input").click();
    """
    found = saved(tmp_path, shown(full_reading(), (KEPT,)), steps)

    assert found == (
        KEPT,
        Correction(at="dated", was="๑ ธ.ค. ๗๐", be=""),
        Correction(at="measures/1/support/1", was="ทุกกอง", be="ทุกกอง"),
        Correction(at="measures/1/period", was="ม.ค.-มี.ค. ๗๑", be="ต.ค. 70 - มี.ค. 71"),
    )
    right, told = corrected(full_reading(), found[1:])
    assert (right.dated, len(told)) == (None, 0)


def test_what_is_sure_is_corrected_too_and_lists_and_rows_change(tmp_path: Path) -> None:
    steps = """
    press("article .edit");
    type("measures/1/steps/2", "ขข");
    type("measures/1/steps/+", "ง");
    document.querySelectorAll("article")[1].querySelector(".edit").click();
    var ticks = document.querySelectorAll("article")[1].querySelectorAll(".gone input");
    ticks[ticks.length - 1].click();
    """
    found = saved(tmp_path, shown(full_reading()), steps)

    assert found == (
        Correction(at="measures/1/steps/2", was="๒. ข", be="ขข"),
        Correction(at="measures/1/steps/+", was="", be="ง"),
        Correction(at="measures/table-1-row-2", was="2. มาตรการ 2", be=""),
    )
    assert corrected(full_reading(), found)[1] == ()


def test_a_code_is_answered_once_for_all_that_was_read_of_the_same_words(tmp_path: Path) -> None:
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
    found = saved(tmp_path, shown(reading), steps)

    assert [(each.at, each.be) for each in found] == [
        ("weak/i17", "i7"),
        ("measures/table-1-row-1/answers/i17", "i7"),
        ("names/i17", "i7"),
    ]
    right, _ = corrected(reading, found)
    assert right.names[0].value == NamedCode(code="i7", name="ความรู้")


def test_odd_letters_come_through(tmp_path: Path) -> None:
    reading = Reading(subject=unsure(ODD, ODD, Place(line=1)))
    found = saved(tmp_path, shown(reading), f"type('subject', {json.dumps('ก: # ' + ODD[:9])});")

    assert [(each.at, each.be) for each in found] == [("subject", 'ก: # ก: "ข" #')]
    assert corrected(reading, found)[1] == ()


def test_without_an_answer_nothing_is_saved(tmp_path: Path) -> None:
    reading = Reading(measures=(read_measure(),))
    page = driven(tmp_path, shown(reading), "")

    assert '<pre id="out">' not in page
    assert "Nothing has been answered yet." in page


def test_answers_of_before_are_saved_again(tmp_path: Path) -> None:
    answer = Correction(at="subject", was="ขออนุมัติ", be="ขออนุญาต")
    reading = replace(full_reading(), subject=unsure("ขออนุมัติ", "ขออนุมัติ", row_place(1)))

    assert saved(tmp_path, shown(reading, (answer,)), "") == (answer,)
