"""Cells with several numbered measures: told apart by their neighbours, or asked."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty, ReadMeasure
from tests.factories.sources import read

HEADS = ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"]
THREE = "1. อบรม 2. ประชุม 3. ประกาศ"
UNITS = "1. กองคลัง 2. กองช่าง 3. สำนักปลัด"
TIMES = "1. ม.ค. 67 2. ก.พ. 67 3. มี.ค. 67"
ONCE = "ม.ค. 67 - มี.ค. 67"
SURE, LIKELY, ASK = Certainty.SURE, Certainty.LIKELY, Certainty.ASK


def measures(*cells: str, heads: list[str] | None = None) -> tuple[ReadMeasure, ...]:
    return read([heads or HEADS, [*cells]]).measures


def titles(found: tuple[ReadMeasure, ...]) -> list[tuple[str, str, Certainty]]:
    return [
        (m.number.value if m.number else "", m.title.value, m.title.certainty)
        for m in found
        if m.title
    ]


def apart(certainty: Certainty = SURE) -> list[tuple[str, str, Certainty]]:
    return [("1", "อบรม", certainty), ("2", "ประชุม", certainty), ("3", "ประกาศ", certainty)]


def test_measures_are_told_apart_by_units_and_periods_that_are_numbered_alike() -> None:
    found = measures(THREE, "แจ้งเวียน", UNITS, TIMES)

    assert titles(found) == apart()
    assert [[unit.value for unit in m.lead] for m in found] == [["กองคลัง"], ["กองช่าง"], ["สำนักปลัด"]]
    assert [m.period and m.period.value[0].month for m in found] == [1, 2, 3]
    assert [[step.value for step in m.steps] for m in found] == [["แจ้งเวียน"]] * 3


@pytest.mark.parametrize(
    "cell",
    [
        "1) อบรม\n2) ประชุม\n3) ประกาศ",
        "๑. อบรม ๒. ประชุม ๓. ประกาศ",
        "1.อบรม\n2.ประชุม\n3.ประกาศ",
    ],
)
def test_however_they_are_numbered(cell: str) -> None:
    assert titles(measures(cell, "", UNITS, ONCE)) == apart()


def test_what_stands_once_is_of_all_of_them() -> None:
    found = measures(THREE, "", UNITS, ONCE)

    assert [m.period and (m.period.value, m.period.certainty) for m in found] == [
        (found[0].period and found[0].period.value, SURE)
    ] * 3


def test_numbers_of_the_rows_beside_them_tell_measures_apart() -> None:
    heads = ["ลำดับ", "มาตรการ", "ผู้รับผิดชอบ"]

    assert titles(measures("1\n2\n3", THREE, "กองคลัง", heads=heads)) == apart()
    assert titles(measures("7", THREE, UNITS, heads=heads)) == apart()
    assert titles(measures("7", THREE, "กองคลัง", heads=heads)) == [("7", THREE, ASK)]


def test_steps_that_lie_within_the_numbers_are_of_their_measure() -> None:
    steps = "1.1 แจ้ง 1.2 อบรม 2.1 นัด 3.1 ร่าง 3.2 ลงนาม"
    found = measures(THREE, steps, "กองคลัง", ONCE)

    assert titles(found) == apart()
    assert [[step.value for step in m.steps] for m in found] == [
        ["แจ้ง", "อบรม"],
        ["นัด"],
        ["ร่าง", "ลงนาม"],
    ]


@pytest.mark.parametrize(
    "steps",
    [
        "1.1 แจ้ง 2.1 นัด",
        "1.1 แจ้ง 2.1 นัด 3.1 ร่าง 4.1 ลงนาม",
        "1.1 แจ้ง 2.1 นัด 1.2 อบรม 3.1 ร่าง",
        "ให้ 1.1 แจ้ง 2.1 นัด 3.1 ร่าง",
        "1.2 แจ้ง 2.1 นัด 3.1 ร่าง",
        "1.1 แจ้ง 2.2 นัด 2.1 อบรม 3.1 ร่าง",
    ],
)
def test_steps_that_lie_otherwise_are_asked(steps: str) -> None:
    assert titles(measures(THREE, steps, "กองคลัง", ONCE)) == [("", THREE, ASK)]


def test_steps_alone_that_are_numbered_alike_make_it_likely() -> None:
    found = measures(THREE, "1. แจ้ง 2. นัด 3. ร่าง", "กองคลัง", ONCE)

    assert titles(found) == apart(LIKELY)
    assert [[step.value for step in m.steps] for m in found] == [["แจ้ง"], ["นัด"], ["ร่าง"]]
    assert {unit.certainty for m in found for unit in m.lead} == {LIKELY}


def test_lines_as_many_as_measures_are_asked() -> None:
    found = measures(THREE, "", "กองคลัง\nกองช่าง\nสำนักปลัด", TIMES)

    assert titles(found) == apart()
    assert {unit.certainty for m in found for unit in m.lead} == {ASK}


@pytest.mark.parametrize(
    ("steps", "units", "times"),
    [
        ("", "กองคลัง", ONCE),
        ("", "กองคลัง\nกองช่าง\nสำนักปลัด", ONCE),
        ("แจ้งเวียน", "", ""),
        ("1. แจ้ง 2. นัด", "กองคลัง", ONCE),
        ("1. ก 2. ข 3. ค 4. ง", UNITS, ONCE),
        ("", "1. กองคลัง 2. กองช่าง", TIMES),
    ],
)
def test_where_it_cannot_be_told_a_person_is_asked(steps: str, units: str, times: str) -> None:
    assert titles(measures(THREE, steps, units, times)) == [("", THREE, ASK)]


def test_points_behind_a_title_are_its_steps() -> None:
    (found,) = measures("ส่งเสริมคุณธรรม 1. อบรม 2. ประชุม", "", "กองคลัง", ONCE)

    assert titles((found,)) == [("", "ส่งเสริมคุณธรรม", SURE)]
    assert [(s.value, s.words, s.certainty) for s in found.steps] == [
        ("อบรม", "1. อบรม", LIKELY),
        ("ประชุม", "2. ประชุม", LIKELY),
    ]
    (without,) = measures("ส่งเสริม 1. ก 2. ข", "กองคลัง", heads=["มาตรการ", "ผู้รับผิดชอบ"])
    assert "steps" in without.asked


@pytest.mark.parametrize(
    ("cell", "steps", "units"),
    [
        ("ส่งเสริม 1. อบรม 2. ประชุม", "แจ้งเวียน", "กองคลัง"),
        ("ส่งเสริม 1. อบรม 2. ประชุม", "", "1. กองคลัง 2. กองช่าง"),
        ("ส่งเสริม 2. อบรม 3. ประชุม", "", "กองคลัง"),
    ],
)
def test_points_behind_a_title_that_may_be_more_are_asked(
    cell: str, steps: str, units: str
) -> None:
    assert titles(measures(cell, steps, units, ONCE)) == [("", cell, ASK)]


@pytest.mark.parametrize(
    "cell",
    [
        "1. อบรม",
        "อบรมตาม พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. 2540",
        "ประเมิน 1.5 ครั้ง และ 2.5 ครั้ง",
        "1. กิจกรรม 5 ส. และ 3 Rs",
    ],
)
def test_one_measure_stays_one_and_is_sure(cell: str) -> None:
    assert [certainty for _, _, certainty in titles(measures(cell, "", "กองคลัง", ONCE))] == [SURE]


def test_codes_in_brackets_stay_with_their_measure() -> None:
    cell = "1. อบรม (ตอบประเด็น: i7) 2. ประชุม (ตอบประเด็น: e3)"
    found = measures(cell, "", "1. กองคลัง 2. กองช่าง", ONCE)

    assert titles(found) == apart()[:2]
    assert [[code.value for code in m.answers] for m in found] == [["i7"], ["e3"]]


def test_measures_of_a_part_count_on_from_its_number() -> None:
    found = measures("2.1 อบรม 2.2 ประชุม", "", "2.1 กองคลัง 2.2 กองช่าง", ONCE)

    assert [[unit.value for unit in m.lead] for m in found] == [["กองคลัง"], ["กองช่าง"]]
    assert len(found) == 2


def test_a_value_that_is_asked_already_stays_so_beside_others() -> None:
    found = measures("1. ก 2. ข", "1. แจ้ง 2. นัด", "กองคลัง", "ม.ค. 67 ม.ต. 67")

    assert len(found) == 2
    assert {m.period.certainty for m in found if m.period} <= {ASK, LIKELY}
