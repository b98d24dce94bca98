from datetime import date

import pytest

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.periods import Periods, day_in, period_in
from prongsai.core.sentences import say


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ม.ค. - มี.ค. ๖๖", Month(2566, 1), Month(2566, 3)),
        ("ต.ค.๒๕๖๕- ก.ย.๒๕๖๖", Month(2565, 10), Month(2566, 9)),
        ("พ.ย.๒๕๖๔-\nมี.ค.๒๕๖๕", Month(2564, 11), Month(2565, 3)),
        ("ต.ค.-ธ.ค.๖๗", Month(2567, 10), Month(2567, 12)),
        ("เม.ย. 67", Month(2567, 4), Month(2567, 4)),
        ("ปีงบประมาณ ๒๕๖๘", Month(2567, 10), Month(2568, 9)),
        ("พ.ศ. 2568", Month(2567, 10), Month(2568, 9)),
        ("ปีงบประมาณ 2566 - 2570", Month(2565, 10), Month(2570, 9)),
        ("ธันวาคม 2566 - มกราคม", Month(2566, 12), Month(2567, 1)),
        ("ภายในไตรมาสที่ ๒ ของปีงบประมาณ พ.ศ. ๒๕๖๗", Month(2567, 1), Month(2567, 3)),
        ("รอบ 6 เดือนหลัง ปีงบประมาณ 2567", Month(2567, 4), Month(2567, 9)),
        ("ให้แล้วเสร็จในปีงบประมาณ 2567", Month(2566, 10), Month(2567, 9)),
        ("ตลอดปีงบประมาณ 2567", Month(2566, 10), Month(2567, 9)),
        ("มี.ค. ๒๕๖๖ - ม.ค. ๒๕๖๖", Month(2566, 3), Month(2566, 1)),  # as written
    ],
)
def test_a_cell_gives_the_months_it_names(text: str, first: Month, last: Month) -> None:
    cell = Cell(text=text, place=Place(line=1))

    assert period_in(cell) == Said(value=(first, last), words=text, place=cell.place)


@pytest.mark.parametrize("text", ["ไตรมาส 1/2568", "ไตรมาสที่ 1 ปี 2568"])
def test_a_quarter_of_a_year_that_may_be_of_the_calendar_is_not_sure(text: str) -> None:
    cell = Cell(text=text, place=Place())

    assert period_in(cell) == Said(
        value=(Month(2567, 10), Month(2567, 12)),
        words=text,
        place=Place(),
        certainty=Certainty.LIKELY,
        why=say("The year was taken for a fiscal year."),
    )


def test_several_periods_span_from_the_first_to_the_last() -> None:
    cell = Cell(text="เม.ย. - มิ.ย. 67\nม.ค. - มี.ค. 67", place=Place())

    assert period_in(cell) == Said(
        value=(Month(2567, 1), Month(2567, 6)),
        words=cell.text,
        place=Place(),
        certainty=Certainty.LIKELY,
        why=say("The cell has several periods."),
    )


def test_a_month_that_is_misspelled_is_likely() -> None:
    cell = Cell(text="ต.ค.๒๕๖๕-ก.ยย.๒๕๖๖", place=Place())

    assert period_in(cell) == Said(
        value=(Month(2565, 10), Month(2566, 9)),
        words=cell.text,
        place=Place(),
        certainty=Certainty.LIKELY,
        why=say("A word of it is misspelled."),
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ไตรมาสที่ ๒", Month(2568, 1), Month(2568, 3)),
        ("ไตรมาส 1 - 2", Month(2567, 10), Month(2568, 3)),
        ("รอบ 6 เดือนแรก", Month(2567, 10), Month(2568, 3)),
        ("รอบหกเดือนหลัง", Month(2568, 4), Month(2568, 9)),
        ("ตลอดปีงบประมาณ", Month(2567, 10), Month(2568, 9)),
        ("ม.ค. - มี.ค.", Month(2568, 1), Month(2568, 3)),
        ("ภายในเดือนธันวาคม", Month(2567, 12), Month(2567, 12)),
    ],
)
def test_a_time_without_a_year_is_of_the_year_of_the_document(
    text: str, first: Month, last: Month
) -> None:
    cell = Cell(text=text, place=Place(line=1))

    assert Periods([cell]).period(cell) is None
    assert Periods([cell], 2568).period(cell) == Said(
        value=(first, last),
        words=text,
        place=cell.place,
        certainty=Certainty.LIKELY,
        why=say("It names no year; %(year)s is that of the document.", year=2568),
    )


@pytest.mark.parametrize("text", ["ทุกเดือน", "อบรม ม.ค.", "ภายใน 3 เดือน", "-"])
def test_what_names_no_time_of_a_year_is_no_period(text: str) -> None:
    cell = Cell(text=text, place=Place())

    assert Periods([cell], 2568).period(cell) is None


def test_a_cell_that_is_not_all_read_is_asked() -> None:
    cell = Cell(text="ต.ค.๒๕๖๕ - xx ๒๕๖๖", place=Place())

    assert period_in(cell) == Said(
        value=(Month(2565, 10), Month(2565, 10)),
        words=cell.text,
        place=Place(),
        certainty=Certainty.ASK,
        why=say("Some of the cell was not read as a time."),
    )


def column(*texts: str) -> list[tuple[str, Certainty] | None]:
    """Return the last month of each cell of a column, and how sure it is."""
    cells = [Cell(text=text, place=Place()) for text in texts]
    periods = Periods(cells)
    found = [periods.period(cell) for cell in cells]
    return [
        (f"{said.value[1].year}-{said.value[1].month}", said.certainty) if said else None
        for said in found
    ]


MARCH = "ม.ค. - มี.ค. ๖๖"


def test_a_cell_that_cannot_be_read_is_asked_as_those_it_is_nearly_like() -> None:
    sure = ("2566-3", Certainty.SURE)

    assert column(MARCH, MARCH, "ม.ค. - ..ค. ๖๖", "-", "") == [
        *[sure] * 2,
        ("2566-3", Certainty.ASK),
        None,
        None,
    ]


def test_a_year_far_from_those_of_the_other_rows_is_asked() -> None:
    assert column(MARCH, MARCH, "ม.ค. - มี.ค. ๙๖", "ม.ค. ๒๕๖๖ - มี.ค. ๒๕๙๖")[2:] == [
        ("2566-3", Certainty.ASK),
        ("2596-3", Certainty.SURE),  # nothing near it: as it is written
    ]


def test_a_cell_that_is_not_all_read_is_asked_as_those_it_is_nearly_like() -> None:
    whole = "ต.ค.๒๕๖๕ - ก.ย.๒๕๖๖"

    assert column(whole, whole, "ต.ค.๒๕๖๕ - xx ๒๕๖๖")[2] == ("2566-9", Certainty.ASK)


def test_a_row_without_a_cell_has_no_period() -> None:
    assert Periods([None]).period(None) is None


def test_a_cell_without_months_has_no_period() -> None:
    assert [period_in(Cell(text="ตลอดปี", place=Place())), period_in(None)] == [None, None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("จัดอบรม เมื่อวันที่ ๓๑ มกราคม ๒๕๖๖", date(2023, 1, 31)),
        ("อบรมในวันที่\n๒๗ กุมภาพันธ์ ๒๕๖๖", date(2023, 2, 27)),
        ("ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖", None),
        ("ข้อมูล ณวันที่ ๓๑ มีนาคม ๒๕๖๖", None),
        ("ประชุมเมื่อ ๕ ม.ค. ๖๘", date(2025, 1, 5)),
        ("จัดอบรม เมื่อวันที ๓๑ มกราคน ๒๕๖๖", date(2023, 1, 31)),
        ("ภายใน ๓๑ มีนาคม ๒๕๖๖", None),
        ("เมื่อวันที่ ๓๑ เมษายน ๒๕๖๖", None),
        ("เมื่อวันที่", None),
    ],
)
def test_a_day_stands_behind_the_word_for_it(text: str, day: date | None) -> None:
    assert day_in(text) == day


def test_a_deadline_names_the_month_of_the_end_alone() -> None:
    cell = Cell(text="ม.ค. 67", place=Place(column="กำหนดแล้วเสร็จ"))

    assert period_in(cell) == Said(
        value=(Month(2567, 1), Month(2567, 1)),
        words="ม.ค. 67",
        place=cell.place,
        certainty=Certainty.LIKELY,
        why=say("Only the month in which it ends is named."),
    )
