import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.items import items_before, items_in
from tests.factories.sources import frame


def found(text: str, instrument: str = "", indicator: str = "") -> list[tuple[str, str]]:
    return [(n.guess.code, n.name) for n in items_in(text, frame(), instrument, indicator)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("ข้อ i๑๑ จัดซื้อโปร่งใส", [("i11", "จัดซื้อโปร่งใส")]),
        ("๒ เท่าเทียม ๓ มุ่งผล\n๗ รู้แผน", [("i2", "เท่าเทียม"), ("i3", "มุ่งผล"), ("i7", "รู้แผน")]),
        ("๒๓ รู้แนวปฏิบัติ ข้อ ๒๔ กำกับดูแล", [("i23", "รู้แนวปฏิบัติ"), ("i24", "กำกับดูแล")]),
        ("๓๐ ร้องเรียน ๑.สะดวก ๒.ติดตามได้", [("i30", "ร้องเรียน ๑.สะดวก ๒.ติดตามได้")]),
        ("ข้อที่ ๕", [("i5", "")]),
    ],
)
def test_items_of_a_survey_are_read_one_by_one(text: str, items: list[tuple[str, str]]) -> None:
    assert found(text, "IIT") == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("0๑๒ รายงานรอบ ๖ เดือน พ.ศ. ๒๕๖๕", [("o12", "รายงานรอบ ๖ เดือน พ.ศ. ๒๕๖๕")]),
        ("0๑ โครงสร้าง ๐๒ ผู้บริหาร", [("o1", "โครงสร้าง"), ("o2", "ผู้บริหาร")]),
        ("o33 รายงาน ๘ รายการ", [("o33", "รายงาน ๘ รายการ")]),
    ],
)
def test_behind_a_code_with_a_letter_a_bare_number_is_no_item(
    text: str, items: list[tuple[str, str]]
) -> None:
    assert found(text, "OIT") == items


@pytest.mark.parametrize("text", ["", "ความรู้เรื่อง ๒ แผน", "๑.สะดวก", "๖ เดือนแรก", "๒๕๖๕ ปี", "ก i7"])
def test_a_cell_that_begins_without_a_code_has_no_items(text: str) -> None:
    assert found(text, "IIT") == []


def test_numbers_that_fall_or_are_counted_are_no_items() -> None:
    assert found("๒ ทำงาน ๑ ทาง ๓ คน ๔ ใจ", "IIT") == [("i2", "ทำงาน ๑ ทาง ๓ คน"), ("i4", "ใจ")]


@pytest.mark.parametrize(
    ("text", "code", "certainty"),
    [
        ("o๑๔๔ คู่มือการปฏิบัติงาน", "o14", Certainty.LIKELY),  # a figure read twice
        ("0๑๔๔ คู่มือการปฏิบัติงาน", "o14", Certainty.ASK),
        ("0๙๙ คู่มือการปฏิบัติงาน", "o14", Certainty.ASK),  # no such item
        ("คู่มือการปฏิบัติงาน", "o14", Certainty.ASK),
        ("Z๑๔ คู่มือการปฏิบัติงาน", "o14", Certainty.ASK),
        ("0๑๕ คู่มือการปฏิบัติงาน", "o15", Certainty.SURE),  # as it is written
        ("0๙๙ อย่างอื่น", "o9", Certainty.ASK),
    ],
)
def test_a_code_that_cannot_be_read_is_that_of_its_name(
    text: str, code: str, certainty: Certainty
) -> None:
    (named,) = items_in(text, frame(), "OIT")

    assert (named.guess.code, named.guess.certainty) == (code, certainty)


def test_a_name_that_is_like_no_topic_is_no_item() -> None:
    assert found("อย่างอื่น", "OIT") == found("คู่มือการปฏิบัติงาน", "EIT") == []


def test_an_indicator_is_no_item_of_nearly_its_name() -> None:
    assert found("แผนการป้องกันการทุจริต", "OIT") == [("o36", "แผนการป้องกันการทุจริต")]
    assert found("ตัวชี้วัดที่ ๑๐ แผนการป้องกันการทุจริต", "OIT") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i7 บุคลากรไม่ทราบแผน", ["i7"]),
        ("ข้อ i๑๙ และข้อ i๒๐: ก", ["i19", "i20"]),
        ("ข้อ i19 และข้อ i20 ประเด็น ก", []),
        ("ประชาชนไม่ทราบ (i7)", []),
        ("", []),
    ],
)
def test_a_problem_may_begin_with_codes(text: str, codes: list[str]) -> None:
    found = items_before(text, frame())

    assert [(named.guess.code, named.name) for named in found] == [(code, "") for code in codes]


def test_a_bare_number_without_an_instrument_is_no_item() -> None:
    assert found("๒ เท่าเทียม") == []


def test_a_code_behind_words_in_brackets_is_no_item() -> None:
    assert found("ข้อ i20 การยืมทรัพย์สิน (คู่กับ i19)") == [("i20", "การยืมทรัพย์สิน (คู่กับ i19)")]
    assert found("ข้อ i7 (ใหม่) รู้แผน (i8) มีส่วนร่วม") == [("i7", "(ใหม่) รู้แผน ("), ("i8", ") มีส่วนร่วม")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i7, i8 และ i9", ["i7", "i8", "i9"]),
        ("ข้อ i๑๓ - i๑๕", ["i13", "i14", "i15"]),
        ("i13 ถึงข้อ i15", ["i13", "i14", "i15"]),
    ],
)
def test_a_cell_of_nothing_but_codes_lists_them_without_names(text: str, codes: list[str]) -> None:
    assert found(text) == [(code, "") for code in codes]
