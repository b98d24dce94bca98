import re

import pytest

from prongsai.core.readings.understand.lists import Point, loose, points, units


def seen(text: str) -> list[tuple[str, str]]:
    return [(point.number, point.text) for point in points(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑. ก ๒. ข", [("1", "ก"), ("2", "ข")]),
        ("๑.ก\n๒) ข", [("1", "ก"), ("2", "ข")]),
        ("1.1 ก 1.2 ข", [("1.1", "ก"), ("1.2", "ข")]),
        ("นำ ๑. ก", [("", "นำ"), ("1", "ก")]),
        ("๑. ก ๒. ข ๓. ค ๕. ง ๕. จ", [("1", "ก"), ("2", "ข"), ("3", "ค"), ("5", "ง"), ("5", "จ")]),
        ("๔. ก", [("4", "ก")]),
        ("๑. ก (๑) ข (๒) ค ๒. ง", [("1", "ก (๑) ข (๒) ค"), ("2", "ง")]),
        ("(๑) ก (๒) ข", [("1", "ก"), ("2", "ข")]),
        ("(๑) ก (๓) ข", [("", "(๑) ก (๓) ข")]),
        ("ก (๑) ข (๒) ค", [("", "ก (๑) ข (๒) ค")]),
        ("- ก - ข", [("", "ก"), ("", "ข")]),
        ("ก", [("", "ก")]),
        ("พ.ศ. ๒๕๖๖ - ๒๕๗๐", [("", "พ.ศ. ๒๕๖๖ - ๒๕๗๐")]),
        ("๑. ก 2.50 บาท ๙. ข", [("1", "ก 2.50 บาท ๙. ข")]),  # nobody skips so far
        ("วันที่ ๓๐. ก", [("", "วันที่ ๓๐. ก")]),
        ("", []),
    ],
)
def test_points_are_split_at_their_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1 1) ก\n1.2 5 ส. ข", [("1.1", "1) ก"), ("1.2", "5 ส. ข")]),
        ("1.1 ก 1) ข 2) ค", [("1.1", "ก 1) ข 2) ค")]),
        ("1.1 1.1 ก", [("1.1", "1.1 ก")]),
        ("1. ก ตามข้อ 3. ของคู่มือ\n2. ข\nค", [("1", "ก ตามข้อ 3. ของคู่มือ"), ("2", "ข\nค")]),
        ("1. ก\n2. ข 3. ค", [("1", "ก"), ("2", "ข"), ("3", "ค")]),
        ("1. ก\n3. ข", [("1", "ก"), ("3", "ข")]),
        ("1. ก คือ 1) ข 2) ค", [("1", "ก คือ 1) ข 2) ค")]),
        ("1. ก คือ 1. ข 2. ค", [("1", "ก คือ 1. ข 2. ค")]),
        ("1. ก\n1. ข", [("1", "ก"), ("1", "ข")]),
        ("1. 2. ก", [("1", "2. ก")]),
        ("2. 50 บาท", [("", "2. 50 บาท")]),
    ],
)
def test_lists_inside_a_point_stay_in_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


def test_a_point_keeps_its_words() -> None:
    assert points("๑. ก") == (Point(number="1", text="ก", words="๑. ก"),)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("สำนักปลัด/ทุกกอง", ("สำนักปลัด", "ทุกกอง")),
        ("- สำนักปลัด - กองคลัง", ("สำนักปลัด", "กองคลัง")),
        ("สำนักปลัด/ทุกกอง สำนักปลัด/ทุกกอง", ("สำนักปลัด", "ทุกกอง")),
        ("ทุกกอง งานกฎหมาย", ("ทุกกอง", "งานกฎหมาย")),
        ("งานทะเบียน และพัสดุ", ("งานทะเบียน และพัสดุ",)),
        ("กองช่าง, กองช่าง\nกองคลัง", ("กองช่าง", "กองคลัง")),
        ("- กองแผน, งบประมาณ\n- งานนิติการ สำนักปลัด", ("กองแผน, งบประมาณ", "งานนิติการ สำนักปลัด")),
        ("", ()),
    ],
)
def test_units_are_named_once_each(text: str, names: tuple[str, ...]) -> None:
    assert units(text) == names


def test_a_loose_word_may_be_broken_anywhere() -> None:
    pattern = re.compile(loose("หน่วยงาน หลัก"))

    assert [bool(pattern.search(t)) for t in ("หน่วย งาน\nหลัก", "หน่วยงาน")] == [True, False]
