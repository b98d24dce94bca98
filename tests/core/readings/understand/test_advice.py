from prongsai.core.readings.model import Citation, NamedCode
from prongsai.core.readings.understand.advice import Advice, advice_in
from tests.factories.sources import Made, frame, source

HEADS = ["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ"]


def advice(*blocks: Made) -> Advice:
    return advice_in(source(*blocks), frame())


def weak(*blocks: Made) -> list[str]:
    return [said.value for said in advice(*blocks).weak]


def cited(*blocks: Made) -> list[tuple[str, str]]:
    return [(said.value.item, said.value.code) for said in advice(*blocks).citations]


def test_a_citation_is_of_the_items_named_last() -> None:
    text = "ข้อ i7 ประเด็น ก (อ้างอิงจาก o11) ข้อ i19 และข้อ i20 ประเด็น ข (อ้างอิงจาก o39 - o41)"

    assert weak(text) == ["i7", "i19", "i20"]
    assert cited(text) == [
        ("i7", "o11"),
        *((item, code) for code in ("o39", "o40", "o41") for item in ("i19", "i20")),
    ]


def test_advice_runs_on_through_the_rows() -> None:
    made = [HEADS, ["2. การใช้งบประมาณ", "ข้อ i7 ประเด็น"], ["3. การใช้อำนาจ", "ก (อ้างอิงจาก ๐11)"]]

    assert cited(made) == [("i7", "o11")]


def test_advice_ends_where_another_instrument_begins() -> None:
    rows = [["1. ก", "ข้อ i7 ประเด็น ก"], ["แบบวัด (OIT)", ""], ["9. ข", "ค (อ้างอิงจาก o1)"]]

    assert cited([HEADS, *rows]) == [("", "o1")]


def test_parts_of_a_survey_are_named_before_or_beside_the_items() -> None:
    text = "ส่วนที่ 1 (EIT Public) ข้อ e3 ประเด็น ส่วนที่ 2 (EIT Survey) ข้อ e1 ประเด็น ข้อ i7 ประเด็น"

    assert weak(text) == ["e3/public", "e1/survey", "i7"]
    assert weak([HEADS, ["6. ก", "ข้อ e1 (EIT Survey) ก: ข ข้อ e2 ข"]]) == ["e1/survey", "e2"]


def test_items_with_a_name_are_weak_in_a_table_of_advice_only() -> None:
    text = "ข้อ 013 รายงานประจำปี ข้อ 035 ความเสี่ยง: ได้ 0 คะแนน"
    in_table = advice([HEADS, ["10. การป้องกันการทุจริต", text]])
    names = [NamedCode(code="o13", name="รายงานประจำปี"), NamedCode(code="o35", name="ความเสี่ยง")]

    assert [said.value for said in in_table.weak] == ["o13", "o35"]
    assert [said.value for said in in_table.names] == names
    assert [said.value for said in advice(text).names] == names
    assert advice(text).weak == []


def test_words_before_a_citation_say_what_is_cited() -> None:
    long = "คำ " * 60
    text = f"ข้อ e1 ประเด็น {long}คู่มือ (อ้างอิงจาก o13) หรือคู่มือการให้บริการ (o14)"
    found = [said.value for said in advice(text).citations]

    assert found == [
        Citation(item="e1", code="o13", words=("คำ " * 30 + "คู่มือ")),
        Citation(item="e1", code="o14", words="คู่มือการให้บริการ"),
    ]


ITEMS = ["ข้อ", "ประเด็นคำถาม", "ประเด็นที่ต้องแก้ไข", "แนวทางแก้ไข"]


def test_advice_in_the_row_of_an_item_is_on_it() -> None:
    rows = [
        ["i1", "ก", "ข", "จัดทำคู่มือตาม o13 และ o14"],
        ["e5", "ค", "-", "รักษาระดับ (o8)"],
        ["อื่น ๆ", "", "ง", "ตาม o9"],
    ]

    assert weak([ITEMS, *rows]) == ["i1"]
    assert cited([ITEMS, *rows]) == [("i1", "o13"), ("i1", "o14"), ("e5", "o8")]


def test_a_problem_may_begin_with_its_item() -> None:
    heads = ["ประเด็นที่ต้องพัฒนา", "แนวทางแก้ไข"]

    assert weak([heads, ["i7 ก", "ตาม o11"], ["ข้อ i8 ประเด็น ข", ""], ["ข้อ i9 ค", ""]]) == [
        "i7",
        "i8",
        "i9",
    ]


def test_items_of_measures_are_weak_by_their_table() -> None:
    heads = ["ประเด็นที่ต้องพัฒนา", "มาตรการ"]

    assert weak([heads, ["i7 ก", "ข"]]) == []


def test_words_of_advice_may_be_misspelled() -> None:
    text = "ข้อ e1 ประเดน ก (อ้างอิจาก o13) e2 ประเด็น ข (อ้าง อิงง o14) ค (ตามข้อ o15)"
    rows = [HEADS, ["6. ก", "ส่วนที่ 2 (EIT Suvey) ตามตัวชีวัดที่ 6.ก ควรรักษมาตรฐาน " + text]]

    assert cited(rows) == [("e1", "o13"), ("e2", "o14"), ("e2", "o15")]
    assert [said.value for said in advice(rows).weak] == ["e1/survey", "e2/survey"]
    assert keep(rows) == ["6"]


def test_what_is_no_item_of_the_checklist_is_not_cited() -> None:
    assert cited("ข้อ i7 ประเด็น (อ้างอิงจาก i8)") == []


def keep(*blocks: Made) -> list[str]:
    return [said.value for said in advice(*blocks).keep]


def test_the_standard_is_kept_of_the_indicators_listed_before() -> None:
    rows = [["1. ก", "ตามตัวชี้วัดที่ 1.การ 2.ใช้"], ["2. ข", "3.อำนาจ ควรรักษามาตรฐานไว้ 5.ค"]]

    assert keep([HEADS, *rows]) == ["1", "2", "3"]


def test_without_a_list_it_is_kept_of_the_row() -> None:
    assert keep([HEADS, ["7. ก", "รักษาระดับ"]]) == ["7"]
    assert keep("ควรรักษามาตรฐานไว้") == []
    assert keep("ตามตัวชี้วัดที่ 77.ก ควรรักษามาตรฐานไว้") == []


def test_the_part_of_an_indicator_is_not_that_of_the_items_behind_it() -> None:
    rows = [HEADS, ["6. ก", "ตัวชี้วัดที่ 6 (EIT Survey): ได้ 80 คะแนน ข้อ e3 ประเด็น ข"]]

    assert [said.value for said in advice(rows).weak] == ["e3"]
