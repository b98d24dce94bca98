"""The file of an agency: what it says of itself, or what is wrong with it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Agency
from prongsai.core.thai.style import Style
from prongsai.formats.agency_file import AgencyFile, read_agency
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_catalogue import load_catalogue

WHOLE = """
name: " องค์การบริหารส่วนตำบลตัวอย่าง "
district: เมือง
province: ตัวอย่าง
units: {finance: กองคลัง, clerk: สำนักปลัด}
edition: nacc-2564
fiscal_year: 2565
history: {2564: "75.40", "๒๕๖๓": 80, 2562: null}
thai_digits: true
"""


def read(tmp_path: Path, text: str) -> AgencyFile:
    path = tmp_path / "agency.yaml"
    path.write_text(text, "utf-8")
    return read_agency(path)


def test_an_agency_says_who_it_is(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == AgencyFile(
        agency=Agency(
            name="องค์การบริหารส่วนตำบลตัวอย่าง",
            district="เมือง",
            province="ตัวอย่าง",
            units=(("finance", "กองคลัง"), ("clerk", "สำนักปลัด")),
        ),
        edition="nacc-2564",
        fiscal_year=2565,
        history=((2564, Decimal("75.40")), (2563, Decimal(80)), (2562, None)),
        style=Style(thai_digits=True),
    )


MORE = """
name: อบต.ตัวอย่าง
telephone: 0 2123 4567
email: saraban@example.go.th
website: www.example.go.th
garuda: pictures/garuda.png
emblem: pictures/emblem.png
thai_digits: true
long_months: true
catchword: true
papers:
  memo:
    number: "ตย 70001/"
    signatures: [{name: นางสาม, position: ปลัด, opinion: เห็นควรอนุมัติ}]
"""


def test_an_agency_says_what_its_documents_look_like_and_who_signs(tmp_path: Path) -> None:
    signature = Signature(name="นางสาม", position="ปลัด", opinion="เห็นควรอนุมัติ")

    assert read(tmp_path, MORE) == AgencyFile(
        agency=Agency(
            name="อบต.ตัวอย่าง",
            telephone="0 2123 4567",
            email="saraban@example.go.th",
            website="www.example.go.th",
        ),
        style=Style(thai_digits=True, long_months=True, catchword=True),
        papers={"memo": Paper(number="ตย 70001/", signatures=(signature,))},
        pictures={"garuda": "pictures/garuda.png", "emblem": "pictures/emblem.png"},
    )


@pytest.mark.parametrize("written", ["2566", "๒๕๖๖", '"2566"', '"๒๕๖๖"'])
def test_a_year_is_read_however_it_is_written(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"name: x # a comment\nfiscal_year: {written}").fiscal_year == 2566


def test_a_name_is_enough(tmp_path: Path) -> None:
    assert read(tmp_path, "name: อบต.ตัวอย่าง") == AgencyFile(agency=Agency(name="อบต.ตัวอย่าง"))


TEXT = "Write a text here, in quotation marks if it looks like a number."
YEAR = "This is no Buddhist year (พ.ศ.). Write four digits; the Christian year plus 543."
MISTAKES = [
    ("district: x", "name: This field is missing. Add it."),
    ("name: ''", f"name: Expected a text, found “”. {TEXT}"),
    (
        "{name: x, mayor: y}",
        (
            "mayor: This field is not known here. Allowed:"
            " name, district, province, telephone, email, website, units, garuda, emblem,"
            " thai_digits, long_months, catchword, edition, fiscal_year, history, papers."
        ),
    ),
    ("{name: x, district: 7}", f"district: Expected a text, found 7. {TEXT}"),
    (
        "{name: x, units: {mayor: y}}",
        (
            "units › mayor: No role is called mayor. "
            f"The roles are: {', '.join(load_catalogue().roles)}."
        ),
    ),
    ("{name: x, units: {it: ''}}", f"units › it: Expected a text, found “”. {TEXT}"),
    (
        f"name: {'ก' * 301}",
        "name: The name is longer than 300 characters. Write the name of the agency alone.",
    ),
    ("{name: x, fiscal_year: '๒๐๒๔'}", f"fiscal_year: {YEAR}"),
    ("{name: x, fiscal_year: 25660}", f"fiscal_year: {YEAR}"),
    ("{name: x, fiscal_year: 2024}", f"fiscal_year: {YEAR}"),
    ("{name: x, history: {2023: 80}}", f"history › 2023: {YEAR}"),
    ("{name: x, history: {last: 80}}", f"history › last: {YEAR}"),
    (
        "{name: x, history: {2566: 101}}",
        ("history › 2566: 101 is not from 0 to 100. Check the score; it is in points of 100."),
    ),
    (
        "{name: x, history: {2566: [80]}}",
        (
            "history › 2566: Expected a number, found a list. "
            "Write it in quotation marks, with a point and without a sign, as in “0.30”."
        ),
    ),
    (
        "{name: x, papers: {letter: {}}}",
        (
            "papers › letter: No kind of document is called letter."
            f" The kinds are: {', '.join(KINDS)}."
        ),
    ),
    (
        "{name: x, thai_digits: yes}",
        "thai_digits: Expected true or false, found “yes”. Write true or false.",
    ),
]


@pytest.mark.parametrize(("text", "refusal"), MISTAKES)
def test_a_mistake_is_refused_at_its_place(tmp_path: Path, text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(tmp_path, text)

    assert str(caught.value) == f"agency.yaml › {refusal}"
