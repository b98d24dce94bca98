from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.results import ResultSheet
from prongsai.formats.editions import load_edition
from prongsai.formats.read_wide import WideRow, read_wide
from tests.factories.tables import csv_file, workbook

OLD, NEW = load_edition("nacc-2564"), load_edition("nacc-2566")
EDITIONS = {year: edition for edition in (OLD, NEW) for year in edition.fiscal_years}
OLD_YEAR, NEW_YEAR = OLD.fiscal_years[0], NEW.fiscal_years[0]


def refused(path: Path) -> list[str]:
    with pytest.raises(Refusal) as caught:
        list(read_wide(path, EDITIONS))
    return str(caught.value).split("\n")


def test_each_row_is_an_agency_in_a_year(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        f"หน่วยงาน,ปีงบประมาณ,ระดับ,1,O1,e3/public,total\n"
        f"นาทอง,{OLD_YEAR},A,96.07,0,,87.76\n"
        f"นาทอง,{NEW_YEAR},ผ่าน,๙๐,,70,\n",
    )

    assert list(read_wide(path, EDITIONS)) == [
        WideRow(
            "นาทอง",
            OLD_YEAR,
            ResultSheet.of({"1": "96.07", "o1": 0, "total": "87.76"}),
            "A",
            2,
        ),
        WideRow("นาทอง", NEW_YEAR, ResultSheet.of({"1": 90, "e3/public": 70}), "ผ่าน", 3),
    ]


def test_one_edition_serves_rows_without_a_year(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["agency", 1, 9.2], ["อบต. หนึ่ง", 84.37, None], ["อบต. สอง"])

    assert list(read_wide(path, NEW)) == [
        WideRow("อบต. หนึ่ง", None, ResultSheet.of({"1": "84.37"}), "", 2),
        WideRow("อบต. สอง", None, ResultSheet(()), "", 3),
    ]


def test_rows_are_given_before_a_later_one_is_refused(tmp_path: Path) -> None:
    rows = read_wide(csv_file(tmp_path, "agency,1\na,90\nb,x\n"), NEW)

    assert next(rows) == WideRow("a", None, ResultSheet.of({"1": 90}), "", 2)
    with pytest.raises(Refusal):
        next(rows)


def test_all_that_is_wrong_in_a_row_is_said(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"agency,fiscal_year,o1,e3/public\na,{OLD_YEAR},101,5,x\n")

    assert refused(path) == [
        (
            "results.csv › row 2 › column E2: x stands under no heading. Give the column a heading,"
            " or delete it; put a text that has the separator in it in quotation marks."
        ),
        (
            "results.csv › row 2 › column o1: 101 is not from 0 to 100."
            " Check the score; it is in points of 100."
        ),
        "results.csv › row 2 › column e3/public: e3 has no parts. Leave the part empty.",
    ]


NO_YEAR = f"Write one of {', '.join(str(year) for year in sorted(EDITIONS))}."
PROVINCE = "Keep one of the two, or tell two agencies apart by their province."


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        (
            f",{NEW_YEAR},5",
            "row 2 › column agency: The agency is missing. Write its name or its number.",
        ),
        ("a,1999,5", f"row 2: There is no edition for the fiscal year 1999. {NO_YEAR}"),
        ("a,,5", f"row 2: There is no edition for the fiscal year –. {NO_YEAR}"),
        ("a,FY66,5", f"row 2: There is no edition for the fiscal year FY66. {NO_YEAR}"),
        (
            f"a,{NEW_YEAR},5\n a ,{NEW_YEAR}.0,6",
            f"row 3 › column agency: a stands in row 2 already. {PROVINCE}",
        ),
        ("", "There is no row below the headings. Write one agency a row."),
    ],
)
def test_a_row_that_nobody_can_place_is_refused(tmp_path: Path, rows: str, answer: str) -> None:
    path = csv_file(tmp_path, f"agency,fiscal_year,1\n{rows}")

    assert refused(path) == [f"results.csv{' ›' if answer.startswith('row') else ':'} {answer}"]


@pytest.mark.parametrize(
    ("header", "answers"),
    [
        (
            "agency,fiscal_year",
            [
                (
                    "row 1: No column has scores."
                    " Name columns by codes, such as 1, i7, e3/public or total."
                )
            ],
        ),
        (
            "agency,1,o44",
            ["row 1 › column o44: There is no o44 in ITA of fiscal year 2566. It has o1–o43."],
        ),
        ("agency,o1,01", ["row 1 › column 01: o1 heads two columns. Keep one of the two."]),
        (
            "name,o1",
            [
                (
                    "row 1: The column agency is missing."
                    " Name it in the first row: one of agency, หน่วยงาน, ชื่อหน่วยงาน."
                )
            ],
        ),
    ],
)
def test_headings_that_say_nothing_are_refused(
    tmp_path: Path, header: str, answers: list[str]
) -> None:
    assert refused(csv_file(tmp_path, f"{header}\na,1,2\n")) == [
        f"results.csv › {answer}" for answer in answers
    ]


def test_an_agency_has_a_row_in_each_year(tmp_path: Path) -> None:
    text = f"agency,fiscal_year,1\na,{OLD_YEAR},1\na,{NEW_YEAR},2\n"

    assert [row.sheet.scores for row in read_wide(csv_file(tmp_path, text), EDITIONS)] == [
        {("1", None): Decimal(1)},
        {("1", None): Decimal(2)},
    ]
