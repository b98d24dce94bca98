"""Columns of months or quarters with marks are the period of a measure, or a person is asked."""

from __future__ import annotations

import pytest

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Place, ReadMeasure
from prongsai.core.readings.source import Cell, Text
from prongsai.core.readings.tables import assemble
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_columns import load_columns
from tests.factories.sources import read

TITLE = "แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2567"
NAMES = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค."]
MONTHS = [*NAMES, "ส.ค.", "ก.ย."]
QUARTERS = ["ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"]
Span = tuple[str, str, Certainty] | None
ASK, LIKELY, SURE = Certainty.ASK, Certainty.LIKELY, Certainty.SURE


def span(measure: ReadMeasure) -> Span:
    """Return a period as 2566-10, 2567-09 and how sure it is."""
    said = measure.period
    if said is None:
        return None
    first, last = (f"{month.year}-{month.month:02}" for month in said.value)
    return first, last, said.certainty


def chart(marks: str, heads: list[str] | None = None, title: str = TITLE) -> Span:
    """Read a row whose marks are divided by bars, under months unless others are given."""
    heads = heads or MONTHS
    cells = [*marks.split("|"), *[""] * len(heads)][: len(heads)]
    rows = [["ที่", "มาตรการ", "ผู้รับผิดชอบ", *heads], ["1", "อบรม", "กองคลัง", *cells]]
    (measure,) = read(title, rows).measures
    assert "period" in measure.asked
    return span(measure)


@pytest.mark.parametrize("tick", ["✓", "/", "x", "X", "√", "●", "█", "*"])
def test_the_period_is_from_the_first_to_the_last_column_with_a_tick(tick: str) -> None:
    assert chart(f"||{tick}|{tick}|{tick}") == ("2566-12", "2567-02", LIKELY)
    assert chart(tick) == ("2566-10", "2566-10", LIKELY)


def test_quarters_are_three_months_each_however_they_are_written() -> None:
    thai = ["ไตรมาสที่ ๑", "ไตรมาสที่ ๒", "ไตรมาสที่ ๓", "ไตรมาสที่ ๔"]
    with_months = ["ไตรมาส 1 (ต.ค.-ธ.ค.)", "ไตรมาส 2 (ม.ค.-มี.ค.)", "Q3", "Q4"]

    for heads in (QUARTERS, thai, with_months):
        assert chart("|✓|✓|", heads) == ("2567-01", "2567-06", LIKELY)


def test_a_year_in_the_headings_makes_it_sure_and_is_that_of_the_columns() -> None:
    heads = [f"{name} 66" for name in MONTHS[:3]] + [f"{name} 67" for name in MONTHS[3:]]

    assert chart("✓|✓", heads) == ("2566-10", "2566-11", SURE)
    assert chart("✓|✓", heads, "แผนมาตรการ") == ("2566-10", "2566-11", SURE)


def test_without_any_year_nothing_is_made_up() -> None:
    assert chart("✓|✓", title="แผนมาตรการ") is None


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ("|←|——|→", ("2566-11", "2567-01", LIKELY)),
        ("|←|||→", ("2566-11", "2567-02", LIKELY)),
        ("|<--|--|-->", ("2566-11", "2567-01", LIKELY)),
        ("←|→||←|→", ("2566-10", "2567-02", ASK)),
        ("→|→|→", ("2566-10", "2566-12", LIKELY)),
        ("|←→|←→", ("2566-11", "2566-12", LIKELY)),
        ("|←→", ("2566-11", "2566-11", ASK)),
        ("|<-->", ("2566-11", "2566-11", ASK)),
        ("|←|", ("2566-11", "2566-11", ASK)),
        ("|→|✓", ("2566-11", "2566-12", ASK)),
        ("←|✓|→", ("2566-10", "2566-12", ASK)),
        ("→|←|→", ("2566-10", "2566-12", ASK)),
        ("——|——", ("2566-10", "2566-11", ASK)),
    ],
)
def test_arrows_reach_from_head_to_head(marks: str, found: Span) -> None:
    assert chart(marks) == found


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ("✓||✓", ("2566-10", "2566-12", ASK)),
        ("อบรม|อบรม", ("2566-10", "2566-11", LIKELY)),
        ("อบรม", ("2566-10", "2566-10", ASK)),
        ("✓|ไม่ดำเนินการ", ("2566-10", "2566-11", ASK)),
        ("✓|1", ("2566-10", "2566-11", ASK)),
        ("✓|x", ("2566-10", "2566-11", ASK)),
        ("✓|?", ("2566-10", "2566-11", ASK)),
        ("-|✓|–|☐|--", ("2566-11", "2566-11", LIKELY)),
        ("-|-", None),
        ("", None),
    ],
)
def test_gaps_and_what_is_no_plain_mark_are_asked(marks: str, found: Span) -> None:
    assert chart(marks) == found


def test_months_in_the_order_of_the_calendar_are_asked() -> None:
    heads = [*MONTHS[3:], *MONTHS[:3]]

    assert chart("✓|✓", heads) == ("2567-01", "2567-02", ASK)


@pytest.mark.parametrize(
    "heads",
    [
        [["", "", "", *MONTHS[:4]]],
        [["", "", "", "ไตรมาส 1", "", "", "ไตรมาส 2"], ["", "", "", *MONTHS[:4]]],
        [["", "", "", "พ.ศ. 2566", "", "", "พ.ศ. 2567"], ["", "", "", *MONTHS[:4]]],
    ],
)
def test_months_may_stand_below_a_wider_heading(heads: list[list[str]]) -> None:
    above = ["ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "", "", ""]

    (measure,) = read(TITLE, [above, *heads, ["1", "อบรม", "กองคลัง", "", "✓", "✓", ""]]).measures

    assert span(measure) == ("2566-11", "2566-12", LIKELY)


@pytest.mark.parametrize(
    "cells",
    [
        ["10,000", "20,000", "", "5,000"],
        ["จัดอบรมเจ้าหน้าที่ทุกคนจำนวนสองครั้งตามแผนแล้ว", "", "", ""],
    ],
)
def test_quarters_with_money_or_sentences_are_no_chart(cells: list[str]) -> None:
    rows = [["มาตรการ", "ผู้รับผิดชอบ", *QUARTERS], ["อบรม", "กองคลัง", *cells]]

    assert [span(each) for each in read(TITLE, rows).measures] == [None]


def test_one_quarter_alone_is_a_period_and_months_alone_are_no_chart() -> None:
    rows = [["มาตรการ", "ผู้รับผิดชอบ", "ไตรมาสที่ 1", "หมายเหตุ"], ["อบรม", "กองคลัง", "ม.ค. 67", ""]]
    months = [["มาตรการ", "ผู้รับผิดชอบ", "ต.ค."], ["อบรม", "กองคลัง", "✓"]]

    assert [span(m) for m in read(TITLE, rows).measures] == [("2567-01", "2567-01", SURE)]
    assert [span(m) for m in read(TITLE, months).measures] == [None]


def test_a_period_in_words_stands_above_the_marks() -> None:
    rows = [
        ["มาตรการ", "ระยะเวลา", *QUARTERS],
        ["อบรม", "ม.ค. 67 - มี.ค. 67", "✓", "", "", ""],
        ["ประชุม", "", "✓", "", "", ""],
    ]

    assert [span(each) for each in read(TITLE, rows).measures] == [
        ("2567-01", "2567-03", SURE),
        ("2566-10", "2566-12", LIKELY),
    ]


def test_of_a_mark_over_several_columns_the_file_says_over_how_many() -> None:
    heads = ["มาตรการ", "ผู้รับผิดชอบ", *MONTHS]

    def row(texts: list[str], wide: int) -> tuple[Cell, ...]:
        return tuple(
            Cell(text=text, place=Place(), columns=wide if text == "←→" else 1) for text in texts
        )

    marks = ["", "←→", *[""] * 10]
    for wide, last in ((3, "2567-01"), (1, "2566-11")):
        made = assemble(
            [
                Text(text=TITLE, place=Place()),
                (row(heads, 1), row(["อบรม", "กองคลัง", *marks], wide)),
            ],
            load_columns(),
        )
        assert [span(m) for m in understand(made, editions_by_year()).measures] == [
            ("2566-11", last, LIKELY)
        ]


def test_the_words_tell_the_columns_and_their_marks() -> None:
    rows = [["มาตรการ", "ผู้รับผิดชอบ", *QUARTERS], ["อบรม", "กองคลัง", "", "✓", "✓", ""]]
    (measure,) = read(TITLE, rows).measures

    assert measure.period is not None
    assert measure.period.words == "ไตรมาส 2 ✓, ไตรมาส 3 ✓"
    assert measure.period.place.column == "ไตรมาส 2"
    assert measure.period.value == (Month(2567, 1), Month(2567, 6))
