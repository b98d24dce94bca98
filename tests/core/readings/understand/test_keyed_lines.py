"""Plans that are lines of a name and a value, and what only looks like them."""

from __future__ import annotations

from time import perf_counter

import pytest

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, ReadMeasure
from prongsai.core.readings.source import Source
from prongsai.core.readings.understand import understand
from prongsai.core.sentences import say
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_text import read_text
from tests.factories.sources import Made, read

TITLE = "แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2567"
LIKELY, ASK = Certainty.LIKELY, Certainty.ASK
WHY = say("It stands in lines of names and values, and in no table of measures.")
Short = tuple[str, str, list[str], list[str], str]


def short(measure: ReadMeasure) -> Short:
    """Return number, title, units, steps and the words of the period."""
    return (
        measure.number.value if measure.number else "",
        measure.title.value if measure.title else "",
        [unit.value for unit in measure.lead],
        [step.value for step in measure.steps],
        measure.period.words if measure.period else "",
    )


def found(*blocks: Made) -> list[Short]:
    return [short(measure) for measure in read(TITLE, *blocks).measures]


FIRST = ("มาตรการ: อบรม", "ผู้รับผิดชอบ: กองคลัง", "ระยะเวลา: ม.ค. 67 - มี.ค. 67")
SECOND = ("มาตรการ: ประชุม", "ผู้รับผิดชอบ: กองช่าง", "ระยะเวลา: เม.ย. 67")
BOTH: list[Short] = [
    ("", "อบรม", ["กองคลัง"], [], "ม.ค. 67 - มี.ค. 67"),
    ("", "ประชุม", ["กองช่าง"], [], "เม.ย. 67"),
]


def test_blocks_of_names_and_values_are_measures_in_lines_or_in_paragraphs() -> None:
    assert found(*FIRST, *SECOND) == BOTH
    assert found("\n".join(FIRST), "\n".join(SECOND)) == BOTH
    assert found("\n".join((*FIRST, *SECOND))) == BOTH


def test_every_value_is_likely_and_says_why() -> None:
    first, _ = read(TITLE, *FIRST, *SECOND).measures

    said = [each for each in (first.title, *first.lead, first.period) if each is not None]
    assert [(each.certainty, each.why) for each in said] == [(LIKELY, WHY)] * 3
    assert [each.place.line for each in said] == [2, 3, 4]
    assert first.period is not None
    assert first.period.value == (Month(2567, 1), Month(2567, 3))
    assert first.asked == {"title", "lead", "period"}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("มาตรการที่ 1: อบรม", "1"),
        ("มาตรการที่ ๑ : อบรม", "1"),
        ("มาตรการที่ 1 อบรม", "1"),
        ("1. มาตรการ: อบรม", "1"),
        ("- มาตรการ： อบรม", ""),
        ("โครงการ/กิจกรรม : อบรม", ""),
        ("ชื่อโครงการ: อบรม", ""),
    ],
)
def test_titles_are_worded_and_numbered_in_many_ways(title: str, number: str) -> None:
    lines = (title, "- หน่วยงานรับผิดชอบ : กองคลัง", "ระยะเวลาดำเนินการ: ม.ค. 67")

    assert found(*lines) == [(number, "อบรม", ["กองคลัง"], [], "ม.ค. 67")]


def test_lists_go_on_below_their_name_and_other_names_end_them() -> None:
    lines = (
        *("มาตรการ: อบรม", "วิธีดำเนินการ:", "1. แจ้ง", "2. นัด", "งบประมาณ: 5,000 บาท", "3. อื่น"),
        *("ผู้รับผิดชอบ:", "กองคลัง", "ข้อความอื่น", "ต่อท้าย"),
    )

    assert found(*lines) == [("", "อบรม", ["กองคลัง"], ["แจ้ง", "นัด"], "")]


def test_lines_of_one_paragraph_go_on() -> None:
    text = "มาตรการ: อบรม\nเจ้าหน้าที่ทุกคน\nผู้รับผิดชอบ: กองคลัง\nระยะเวลา: ม.ค. 67"

    assert found(text) == [("", "อบรม\nเจ้าหน้าที่ทุกคน", ["กองคลัง"], [], "ม.ค. 67")]


def test_states_codes_and_indicators_are_read_as_in_a_table() -> None:
    lines = ("ตัวชี้วัดที่: 1", "สถานะ: ดำเนินการแล้ว", "ประเด็น: i7", "ผลการดำเนินการ: อบรมแล้ว")
    (measure,) = read(TITLE, "มาตรการ: อบรม", *lines).measures

    assert measure.state is not None
    assert measure.indicator is not None
    assert (measure.state.words, measure.indicator.value) == ("ดำเนินการแล้ว", "1")
    assert [each.value for each in (*measure.answers, *measure.output)] == ["i7", "อบรมแล้ว"]


@pytest.mark.parametrize(
    "lines",
    [
        ("เรื่อง: แผน", "มาตรการ: ให้ทุกกองถือปฏิบัติ", "เรียน: นายก"),
        ("มาตรการ: อบรม", "ผู้รับผิดชอบ: กองคลัง"),
        ("มาตรการ:", "ผู้รับผิดชอบ: กองคลัง", "ระยะเวลา: ม.ค. 67"),
        ("ผู้รับผิดชอบ: กองคลัง", "ระยะเวลา: ม.ค. 67"),
        ("มาตรการที่ 1 และ 2 ดำเนินการแล้ว", "ต่อไปนี้"),
        ("มาตรการ 10:30 น.", "ผู้รับผิดชอบ กองคลัง"),
    ],
)
def test_what_only_looks_like_a_plan_is_none(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_a_form_of_two_columns_is_a_measure() -> None:
    def form(title: str, unit: str) -> list[list[str]]:
        return [["มาตรการ", title], ["ผู้รับผิดชอบ", unit], ["ระยะเวลา", "ม.ค. 67"], ["อื่น ๆ", "-"]]

    assert found(form("อบรม", "กองคลัง")) == [("", "อบรม", ["กองคลัง"], [], "ม.ค. 67")]
    (measure,) = read(TITLE, form("อบรม", "กองคลัง")).measures
    assert [unit.place.column for unit in measure.lead] == ["ผู้รับผิดชอบ"]
    assert found(form("อบรม", "กองคลัง"), "ก", form("ประชุม", "กองช่าง")) == [
        ("", "อบรม", ["กองคลัง"], [], "ม.ค. 67"),
        ("", "ประชุม", ["กองช่าง"], [], "ม.ค. 67"),
    ]


def test_beside_a_table_of_measures_lines_say_nothing_new() -> None:
    table = [["มาตรการ", "ผู้รับผิดชอบ"], ["ก", "กองคลัง"], ["ข", "กองช่าง"]]

    assert [title for _, title, *_ in found(*FIRST, table, *SECOND)] == ["ก", "ข"]


def test_another_table_ends_a_block() -> None:
    table = [["รายการ", "จำนวน"], ["ก", "1"], ["ข", "2"]]

    assert found(*FIRST, table, "1. ลอย") == BOTH[:1]


def test_several_measures_in_one_value_are_asked_here_too() -> None:
    lines = ("มาตรการ: 1. อบรม 2. ประชุม", "ผู้รับผิดชอบ: กองคลัง", "ระยะเวลา: ม.ค. 67")
    (measure,) = read(TITLE, *lines).measures

    assert measure.title is not None
    assert (measure.title.value, measure.title.certainty) == ("1. อบรม 2. ประชุม", ASK)


def test_a_text_file_of_blocks_is_read() -> None:
    text = "\n".join((TITLE, "", *FIRST, "", *SECOND))
    source = read_text(text.encode())

    assert isinstance(source, Source)
    assert [short(each) for each in understand(source, editions_by_year()).measures] == BOTH


def test_a_line_of_nothing_but_spaces_takes_no_time() -> None:
    begin = perf_counter()

    assert found("มาตรการ" + " " * 20_000 + "ก", " " * 20_000 + "ข") == []
    assert perf_counter() - begin < 2
