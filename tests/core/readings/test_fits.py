from collections.abc import Sequence

import pytest

from prongsai.core.readings.fits import fit, realigned
from prongsai.core.readings.model import Place
from prongsai.core.readings.source import Cell

FIELDS = ("measure", "steps", "owner", "period")
TIME = "ม.ค. - มี.ค. ๖๖"


def moved(*texts: str, fields: Sequence[str] = FIELDS) -> list[str] | None:
    row = realigned([Cell(text=text, place=Place(line=1)) for text in texts], fields)
    return None if row is None else [cell.text for cell in row]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("period", TIME, 1),
        ("period", "ปีงบประมาณ ๒๕๖๘", 1),
        ("period", "กองคลัง", -1),
        ("score", "๗๖.๗๓ ๗๘.๑๔", 1),
        ("score", "85", 1),
        ("score", "สำนักปลัด", -1),
        ("number", "๑.", 1),
        ("number", "จัดอบรม", -1),
        ("owner", "- สำนักปลัด", 1),
        ("owner", "จัดอบรม", -1),
        ("link", "https://example.go.th/o1", 1),
        ("link", "กองคลัง", -1),
        ("follow_up", "รายงานในที่ประชุม", 1),
        ("done", "✓", 1),
        ("done", "กองคลัง", -1),
        ("indicator", "๗", 1),
        ("indicator", "การใช้อำนาจ", 0),
        ("item", "ข้อ i๑๑", 1),
        ("instrument", "EIT", 1),
        ("measure", "๑. อบรม", 1),
        ("steps", "ก" * 40, 1),
        ("steps", "ก", 0),
        ("", "อะไรก็ได้", 0),
        ("period", "", 0),
    ],
)
def test_a_cell_speaks_for_its_column_or_against_it(name: str, text: str, value: int) -> None:
    assert fit([text], [name]) == value


def test_a_row_that_lacks_a_cell_is_moved_to_where_it_fits() -> None:
    assert moved("1. ก", "กองคลัง", TIME) == ["1. ก", "", "กองคลัง", TIME]


def test_a_row_with_an_empty_cell_too_many_is_moved() -> None:
    assert moved("1. ก", "", "ข", "กองคลัง", TIME) == ["1. ก", "ข", "กองคลัง", TIME]


def test_an_empty_cell_in_the_wrong_place_is_moved() -> None:
    assert moved("1. ก", "กองคลัง", TIME, "") == ["1. ก", "", "กองคลัง", TIME]


@pytest.mark.parametrize(
    "row",
    [
        ("1. ก", "ข", "กองคลัง", TIME),  # as it should be
        ("1. ก", "ข"),  # nothing tells where they belong
        ("1. ก", "ข", "กองคลัง", "จ"),  # no place is better
        ("1. ก", "ข", "ค", "ง", "จ", "ฉ"),  # too many cells to say
        ("1. ก", "ข", "ค", "ง", "จ"),
        ("1. ก",),
    ],
)
def test_a_row_stays_where_no_place_is_surely_better(row: tuple[str, ...]) -> None:
    assert moved(*row) is None


def test_a_row_stays_where_two_places_are_as_good() -> None:
    assert moved("ก", "ข", fields=("item", "note", "note")) is None
    assert moved("1", "", "85", fields=("number", "score")) == ["1", "85"]


def test_a_row_of_more_columns_than_a_plan_has_stays_as_it_is() -> None:
    fields = ("measure", "period", "owner", *[""] * 28)
    cells = ("อบรม", "", "ม.ค. 67", "กองคลัง", *[""] * 27)

    assert moved(*cells, fields=fields) is None
    assert moved(*cells[:-1], fields=fields[:-1]) == [
        *("อบรม", "ม.ค. 67", "กองคลัง"),
        *[""] * 27,
    ]
