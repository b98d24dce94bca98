"""Months that are filled with a colour, and hold nothing, are those of a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from prongsai.core.measures.month import Month
from prongsai.core.readings.model import Certainty, Place, Reading
from prongsai.core.readings.source import Cell, Text
from prongsai.core.readings.tables import assemble
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_columns import load_columns
from tests.factories.sources import spans

TITLE = "แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2567"
HEADS = ("ที่", "มาตรการ", "ผู้รับผิดชอบ", "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.")
PLAIN = "......."
ASK, LIKELY = Certainty.ASK, Certainty.LIKELY


def cell(text: str, colour: str) -> Cell:
    return Cell(text=text, place=Place(), fill="" if colour == "." else colour)


def painted(*grounds: str, heads: str = PLAIN, months: str = "") -> Reading:
    """Read measures whose cells have these colours, a letter each; a dot is none."""
    lines = [[cell(*each) for each in zip(HEADS, heads, strict=True)]]
    for number, colours in enumerate(grounds, start=1):
        texts = [str(number), "อบรม", "กองคลัง", *(months.split("|") if months else [""] * 4)]
        lines.append([cell(*each) for each in zip(texts, colours, strict=True)])
    return read(lines)


def read(lines: Sequence[Sequence[Cell]]) -> Reading:
    table = tuple(tuple(line) for line in lines)
    source = assemble([Text(text=TITLE, place=Place()), table], load_columns(), ruled=True)
    return understand(source, editions_by_year())


def test_a_bar_of_a_colour_is_from_its_first_month_to_its_last() -> None:
    reading = painted("....bb.", "...r...", ".......", "......b")

    assert spans(reading) == [(11, 12, LIKELY), (10, 10, LIKELY), None, (1, 1, LIKELY)]
    said = reading.measures[0].period
    assert said is not None
    assert said.value == (Month(2566, 11), Month(2566, 12))
    assert (said.words, said.place.column) == ("พ.ย., ธ.ค.", "พ.ย.")
    assert str(said.why) == "It names no year; 2567 is that of the document."


def test_a_bar_over_the_whole_year_is_one_too() -> None:
    assert spans(painted("...bbbb")) == [(10, 1, LIKELY)]


def test_the_colour_of_a_whole_row_is_its_ground() -> None:
    assert spans(painted("ggggggg", "gggbbgg")) == [None, (10, 11, LIKELY)]


@pytest.mark.parametrize("heads", ["...g.g.", "hhhghgh"])
def test_columns_striped_like_their_headings_are_no_bar(heads: str) -> None:
    assert spans(painted("...g.g.", "...gbb.", heads=heads)) == [None, (11, 12, LIKELY)]


def test_a_bar_of_the_colour_of_all_headings_is_a_bar() -> None:
    assert spans(painted("...hh..", heads="hhhhhhh")) == [(10, 11, LIKELY)]


def test_a_whole_row_of_the_colour_of_the_headings_is_asked() -> None:
    reading = painted("...hhhh", heads="hhhhhhh")

    assert spans(reading) == [(10, 1, ASK)]
    said = reading.measures[0].period
    assert said is not None
    assert str(said.why) == "All the columns are filled with the colour of their headings."


def test_several_colours_and_gaps_are_asked() -> None:
    assert spans(painted("...bbr.", "...b.b.")) == [(10, 12, ASK), (10, 12, ASK)]


def test_where_a_month_holds_a_mark_colours_say_nothing() -> None:
    assert spans(painted("...bbb.", months="✓|||")) == [(10, 10, LIKELY)]
    assert spans(painted("...bb..", months="-|-|-|-")) == [(10, 11, LIKELY)]


def test_a_wide_cell_has_its_colour_in_every_column_that_it_covers() -> None:
    lines = [[cell(text, ".") for text in HEADS]]
    wide = replace(cell("", "b"), columns=3)
    lines.append([cell("1", "."), cell("อบรม", "."), cell("", "."), wide, *[cell("", ".")] * 3])

    assert spans(read(lines)) == [(10, 12, LIKELY)]
