from prongsai.core.readings.model import Place
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.readings.tables import assemble
from prongsai.formats.read_columns import load_columns
from tests.factories.sources import Made, source, table, texts

PLAN = ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ"]
ITEMS = ["แบบสำรวจ", "ตัวชี้วัดที่", "หัวข้อ", "คะแนนที่ได้"]
ADVICE = ["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ"]


def joined(*blocks: Made) -> list[str | list[list[str]]]:
    return texts(source(*blocks))


def test_each_cell_knows_its_place() -> None:
    at = Place(page=2, line=7)
    rows = (("ลำดับ", "มาตรการ"), ("1", "ก"))
    made = assemble([tuple(tuple(Cell(text=t, place=at) for t in row) for row in rows)], COLUMNS)

    (block,) = made.blocks
    assert isinstance(block, SourceTable)
    number, measure = block.rows[0]
    assert measure.place == Place(page=2, line=7, table=1, row=1, column="มาตรการ")
    assert number.place == Place(page=2, line=7, table=1, row=1, column="ลำดับ")


COLUMNS = load_columns()


def test_tables_are_counted_and_their_headings_understood() -> None:
    made = source([PLAN, ["ก", "ข", "ค"]], [ITEMS, ["IIT", "1", "i1", "90"]])

    assert [(b.place.table, b.fields) for b in made.blocks if isinstance(b, SourceTable)] == [
        (1, ("measure", "steps", "owner")),
        (2, ("instrument", "indicator", "item", "score")),
    ]


def test_a_table_goes_on_under_repeated_headings() -> None:
    again = ["มาตรการ", "วิธีการ ดำเนินการ", "ผู้รับผิดชอบ"]

    assert joined([PLAN, ["1. ก", "ข", "ค"]], [again, ["2. ง", "จ", "ฉ"]]) == [
        [["1. ก", "ข", "ค"], ["2. ง", "จ", "ฉ"]]
    ]


def test_a_running_head_between_two_pages_of_a_table_is_left_out() -> None:
    assert joined(
        "หัว  กระดาษ", [PLAN, ["1. ก", "ข", "ค"]], "หัวกระดาษ", [PLAN, ["2. ง", "", ""]]
    ) == [
        "หัว  กระดาษ",
        [["1. ก", "ข", "ค"], ["2. ง", "", ""]],
    ]


def test_a_scanner_may_read_headings_a_little_differently_on_each_page() -> None:
    heads = ["มาตรการ", "วิธีการดำเนินการ", "คอลัมน์ที่ไม่มีใครรู้จัก"]
    again = [*heads[:2], "คอลัมน์ที่ไม่มีไครรู้จัก"]

    assert len(joined([heads, ["1. ก", "ข", "ค"]], [again, ["2. ง", "จ", "ฉ"]])) == 1


def test_a_new_text_before_the_same_headings_begins_a_table() -> None:
    assert joined([PLAN, ["1. ก", "ข", "ค"]], "ส่วนที่ 2", [PLAN, ["1. ง", "จ", "ฉ"]]) == [
        [["1. ก", "ข", "ค"]],
        "ส่วนที่ 2",
        [["1. ง", "จ", "ฉ"]],
    ]


def test_other_headings_begin_a_table() -> None:
    other = ["มาตรการ", "วิธีการดำเนินการ", "ระยะเวลา"]

    assert len(joined([PLAN, ["1. ก", "ข", "ค"]], [other, ["1. ง", "จ", "ฉ"]])) == 2


def test_headings_that_are_not_known_are_repeated_by_their_letters() -> None:
    strange = ["มาตรการ", "วิธีการดำเนินการ", "สีที่ชอบ"]

    assert len(joined([strange, ["1", "2", "3"]], [strange, ["4", "5", "6"]])) == 1


def test_rows_without_headings_go_on_with_the_table_before() -> None:
    assert joined([PLAN, ["1. ก", "ข", "ค"]], [["2. ง", "จ", "ฉ"]]) == [
        [["1. ก", "ข", "ค"], ["2. ง", "จ", "ฉ"]]
    ]


def test_the_rest_of_a_row_on_the_next_page_is_joined_to_it() -> None:
    assert joined([PLAN, ["1. ก", "ข", "ค"]], [PLAN, ["", "ข ต่อ", ""]]) == [
        [["1. ก", "ข\nข ต่อ", "ค"]]
    ]


def test_a_row_longer_than_the_one_above_keeps_its_cells() -> None:
    assert joined([PLAN, ["1. ก", "ข", "ค"], ["", "ง", "", "เกิน"]]) == [
        [["1. ก", "ข\nง", "ค", "เกิน"]]
    ]


def test_an_item_under_the_indicator_above_is_a_row_of_its_own() -> None:
    rows = [["IIT", "1", "i1 ก", "90"], ["", "", "i2 ข", "80"]]

    assert joined([ITEMS, *rows]) == [rows]


def test_a_label_cut_by_a_page_is_joined_where_the_others_are_numbered() -> None:
    first = [ADVICE, ["1. ก", "ข"], ["2. ค", "ง"]]

    assert joined(first, [["90.00 คะแนน", "จ"], ["3. ฉ", "ช"]]) == [
        [["1. ก", "ข"], ["2. ค\n90.00 คะแนน", "ง\nจ"], ["3. ฉ", "ช"]]
    ]


def test_a_line_that_names_what_comes_is_no_rest_of_a_label() -> None:
    first = [ADVICE, ["1. ก", "ข"], ["2. ค", "ง"]]

    assert joined(first, [["แบบวัด (EIT)", ""]]) == [[*first[1:], ["แบบวัด (EIT)", ""]]]


def test_a_label_is_not_joined_where_the_others_are_not_numbered() -> None:
    assert joined([ADVICE, ["ก", "ข"], ["ค", "ง"]], [["จ", "ฉ"]]) == [
        [["ก", "ข"], ["ค", "ง"], ["จ", "ฉ"]]
    ]


def test_text_that_ran_out_of_a_cell_over_a_page_goes_back_into_it() -> None:
    assert joined([ADVICE, ["1. ก", "ข"]], "ต่อหน้า", [["", "ท้าย"]]) == [[["1. ก", "ข\nต่อหน้า\nท้าย"]]]


def test_rows_behind_a_text_stand_under_the_headings_of_the_table_before() -> None:
    assert joined([ADVICE, ["1. ก", "ข"]], "คั่น", [["2. ค", "ง"], ["3. จ", "ฉ"]]) == [
        [["1. ก", "ข"]],
        "คั่น",
        [["2. ค", "ง"], ["3. จ", "ฉ"]],
    ]


def test_a_strange_table_behind_a_text_has_headings_of_its_own() -> None:
    assert joined([ADVICE, ["1. ก", "ข"]], "คั่น", [["สี", "รส"], ["แดง", "หวาน"]]) == [
        [["1. ก", "ข"]],
        "คั่น",
        [["แดง", "หวาน"]],
    ]


def test_the_numbers_of_pages_are_left_out() -> None:
    assert joined([PLAN, ["1. ก", "ข", "ค"]], "- ๒ -", [["2. ง", "จ", "ฉ"]]) == [
        [["1. ก", "ข", "ค"], ["2. ง", "จ", "ฉ"]]
    ]
    assert joined([PLAN, ["1. ก", "ข", "ค"]], "หน้า 2/9", [PLAN, ["", "จ", ""]]) == [
        [["1. ก", "ข\nจ", "ค"]]
    ]


def test_a_number_of_a_page_does_not_run_into_a_cell() -> None:
    assert joined([PLAN, ["1. ก", "ข", "ค"]], "ต่อ", "- 2 -", [["", "จ", ""]]) == [
        [["1. ก", "ข\nต่อ\nจ", "ค"]]
    ]


OWNED = ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"]
OWNER, TIME = "กองคลัง", "ม.ค. 66"


def test_a_row_that_a_page_cut_lacks_the_short_cells_that_others_have() -> None:
    rows = [["โครงการ", "ก", OWNER, TIME], ["อบรม", "ข", "", ""]]

    assert joined([OWNED, rows[0]], [OWNED, rows[1]]) == [[["โครงการ\nอบรม", "ก\nข", OWNER, TIME]]]


def test_a_row_with_its_own_short_cells_is_a_row_though_it_has_no_number() -> None:
    first = [["1. ก", "ข", OWNER, TIME], ["2. ค", "ง", OWNER, TIME]]
    last = ["จ", "ฉ", OWNER, TIME]

    assert joined([OWNED, *first], [OWNED, last]) == [[*first, last]]


def test_rows_are_told_apart_by_their_names_wherever_the_columns_stand() -> None:
    heads = ["วิธีการดำเนินการ", "ผู้รับผิดชอบ", "มาตรการ"]

    assert joined([heads, ["ก", OWNER, "1. ข"]], [heads, ["ค", "", ""]]) == [
        [["ก\nค", OWNER, "1. ข"]]
    ]


def test_text_goes_back_into_the_column_in_which_it_goes_on() -> None:
    heads = [ADVICE[1], ADVICE[0]]

    assert joined([heads, ["ก", "1. ข"]], "ต่อ", [["ท้าย", ""]]) == [[["ก\nต่อ\nท้าย", "1. ข"]]]


def test_a_heading_that_is_misread_on_a_page_is_the_one_of_the_other_pages() -> None:
    first = ["มาตรการ", "xxxxxxxx", "ผู้รับผิดชอบ", "ระยะเวลา"]
    rows = [["1. ก", "ข", OWNER, TIME], ["2. ค", "ง", OWNER, TIME]]
    made = source([first, rows[0]], [OWNED, rows[1]])

    assert [block.fields for block in made.blocks if isinstance(block, SourceTable)] == [
        ("measure", "steps", "owner", "period")
    ]
    assert texts(made) == [rows]


def test_two_headings_of_other_meaning_begin_another_table() -> None:
    other = ["มาตรการ", "ผลลัพธ์", "ผู้รับผิดชอบ", "ระยะเวลา"]

    assert (
        len(joined([OWNED, ["1. ก", "ข", OWNER, TIME]], [other, ["2. ค", "ง", OWNER, TIME]])) == 2
    )


def test_cells_that_stand_under_the_wrong_headings_are_moved() -> None:
    made = table(OWNED, ["1. ก", "ข", OWNER, TIME], ["2. ค", "", "ง", OWNER, TIME])

    assert [[cell.text for cell in row] for row in made.rows] == [
        ["1. ก", "ข", OWNER, TIME],
        ["2. ค", "ง", OWNER, TIME],
    ]
    assert made.moved == frozenset({2})


def test_a_page_may_begin_with_a_row_whose_cells_were_shifted() -> None:
    rows = [["1. ก", "ข", OWNER, TIME], ["2. ค", "ง", "", OWNER, TIME]]

    assert joined([OWNED, rows[0]], [rows[1]]) == [[rows[0], ["2. ค", "ง", OWNER, TIME]]]


def test_a_table_of_another_width_is_another_table() -> None:
    assert joined([ADVICE, ["1. ก", "ข"]], [["", "ค", "ง"]]) == [[["1. ก", "ข"]], [["", "ค", "ง"]]]


def test_headings_alone_take_no_text_in() -> None:
    assert joined([ADVICE], "คั่น", [["", "ข"]]) == [[], "คั่น", [["", "ข"]]]


def test_a_heading_over_others_gives_way_to_them() -> None:
    made = table(
        ["มาตรการ", "วิธีการดำเนินการ", "สถานะการดำเนินงาน", "", ""],
        ["", "", "ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"],
        ["1. ก", "ข", "", "/", ""],
    )

    assert made.fields == ("measure", "steps", "not_started", "in_progress", "done")
    assert [[cell.text for cell in row] for row in made.rows] == [["1. ก", "ข", "", "/", ""]]


def test_a_heading_that_says_too_little_alone_is_read_with_the_wider_one_above() -> None:
    made = table(
        ["มาตรการ", "หน่วยงานรับผิดชอบ", "", "ระยะเวลาดำเนินการ", ""],
        ["", "หลัก", "สนับสนุน", "เริ่มต้น", "สิ้นสุด"],
        ["1. ก", "กองคลัง", "กองช่าง", "ต.ค. 66", "ธ.ค. 66"],
    )

    assert made.fields == ("measure", "lead", "support", "start", "end")


def test_the_rest_of_a_row_under_headings_that_spread_over_nothing_is_no_heading() -> None:
    rest = ["", "ข้อมูลของหน่วยงานทุกข้อ", ""]

    assert joined([PLAN, ["1. ก", "ข", "ค"]], [PLAN, rest, ["2. ง", "จ", "ฉ"]]) == [
        [["1. ก", "ข\nข้อมูลของหน่วยงานทุกข้อ", "ค"], ["2. ง", "จ", "ฉ"]]
    ]


def test_a_row_of_sums_does_not_go_on_with_the_row_above() -> None:
    heads = ["มิติ", "มาตรการ", "งบประมาณ"]

    assert joined([heads, ["1 ก", "ข", "0"], ["รวม ทั้งสิ้น", "", "20,000"]]) == [
        [["1 ก", "ข", "0"], ["รวม ทั้งสิ้น", "", "20,000"]]
    ]


def test_a_row_under_headings_that_is_none_is_a_row() -> None:
    assert joined([PLAN, ["", "ข", "ค"]]) == [[["", "ข", "ค"]]]


def test_short_rows_are_filled_and_empty_ones_left_out() -> None:
    assert joined([PLAN, ["1. ก"], ["", "", ""], ["2. ข", "ค"]]) == [
        [["1. ก", "", ""], ["2. ข", "ค", ""]]
    ]


def test_the_first_row_of_an_unknown_table_is_its_headings() -> None:
    made = table(["สี", "รส"], ["แดง", "หวาน"], ["", "เปรี้ยว"])

    assert (made.headings, made.fields) == (("สี", "รส"), ("", ""))
    assert [[cell.text for cell in row] for row in made.rows] == [["แดง", "หวาน"], ["", "เปรี้ยว"]]


def test_rows_stay_apart_where_nothing_names_them() -> None:
    heads = ["แบบวัด", "น้ำหนัก", "คะแนน"]

    assert joined([heads, ["IIT", "0.30", "90"], ["", "0.30", "80"]], "ก", [["", "1", "2"]]) == [
        [["IIT", "0.30", "90"], ["", "0.30", "80"]],
        "ก",
        [["", "1", "2"]],
    ]


def test_nothing_becomes_nothing() -> None:
    assert source() == Source()
    assert source([["", ""]]) == Source()


def test_paragraphs_stay_paragraphs() -> None:
    assert source("ก", "ข").blocks == (
        Text(text="ก", place=Place(line=1)),
        Text(text="ข", place=Place(line=2)),
    )
