from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Place, ReadMeasure, Said
from prongsai.core.readings.understand.measures import is_of_measures, measures_in
from tests.factories.sources import frame, read, source, table

AT = {"table": 1, "row": 1}


def at(column: str) -> Place:
    return Place(table=1, row=1, column=column)


def test_a_row_of_a_plan_is_a_measure() -> None:
    heads = ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"]
    made = source([heads, ["1. อบรม", "1.1 จัดอบรม", "กองช่าง", "ม.ค. - มี.ค. 67", ""]])

    assert [*measures_in(made, frame())] == [
        ReadMeasure(
            place=Place(table=1, row=1),
            asked=frozenset({"title", "steps", "lead", "period", "follow_up"}),
            number=Said(value="1", words="1. อบรม", place=at("มาตรการ")),
            title=Said(value="อบรม", words="1. อบรม", place=at("มาตรการ")),
            steps=(Said(value="จัดอบรม", words="1.1 จัดอบรม", place=at("วิธีการดำเนินการ")),),
            lead=(Said(value="กองช่าง", words="กองช่าง", place=at("ผู้รับผิดชอบ")),),
            period=Said(
                value=(Month(2567, 1), Month(2567, 3)),
                words="ม.ค. - มี.ค. 67",
                place=at("ระยะเวลาดำเนินการ"),
            ),
        )
    ]


def test_numbers_before_other_indicators_are_those_of_rows() -> None:
    heads = ["ตัวชี้วัด", "มาตรการ", "หน่วยงานรับผิดชอบ", "ผลผลิต", "ผลลัพธ์"]
    first = ["๑.การแก้ไข ปัญหาการทุจริต", "ก", "หน่วยงานหลัก : ข หน่วยงานสนับสนุน : ค", "ง", "จ"]
    last = ["๙.การเปิดเผย ข้อมูล", "ก", "ข", "ง", "จ"]
    found = [*measures_in(source([heads, first, last]), frame())]

    assert [
        (m.number and m.number.value, m.indicator and m.indicator.value, len(m.support))
        for m in found
    ] == [("1", "5", 1), ("9", "9", 0)]
    assert found[0].asked == {"indicator", "title", "lead", "support", "output", "outcome"}


def test_numbers_of_indicators_are_not_those_of_rows() -> None:
    heads = ["ตัวชี้วัดที่", "หัวข้อ", "วิธีการดำเนินการ"]
    rows = [["๙", "0๑ โครงสร้าง", "เผยแพร่ใน o1"], ["", "0๒ ผู้บริหาร", "เพิ่มข้อมูล"]]
    found = [*measures_in(source([heads, *rows]), frame())]

    assert [
        (m.number, m.indicator and m.indicator.value, m.answers[0].value, len(m.cures))
        for m in found
    ] == [(None, "9", "o1", 1), (None, "9", "o2", 0)]


def test_a_column_may_number_the_measures() -> None:
    heads = ["ลำดับ", "มาตรการ", "หลักฐาน"]
    (found,) = measures_in(source([heads, ["๑", "อบรม", "www.a.go.th"]]), frame())

    assert (found.number and found.number.value, found.proofs[0].value.address) == (
        "1",
        "www.a.go.th",
    )


def test_a_row_that_says_nothing_is_no_measure() -> None:
    heads = ["ลำดับ", "มาตรการ", "ผู้รับผิดชอบ"]

    assert [*measures_in(source([heads, ["1", "", "กองช่าง"]], "ก"), frame())] == []


def test_a_row_of_totals_is_no_measure() -> None:
    rows = [["รวม", "5 มาตรการ", ""], ["", "รวม ๒ มาตรการ", ""], ["2", "รวมพลังต้านทุจริต", ""]]
    made = source([["ลำดับ", "มาตรการ", "ผู้รับผิดชอบ"], ["1", "อบรม", "กองช่าง"], *rows])

    titles = [each.title.value for each in measures_in(made, frame()) if each.title]
    assert titles == ["อบรม", "รวมพลังต้านทุจริต"]


def test_tables_of_measures_say_what_is_done_for_something() -> None:
    heads = (
        ["มาตรการ", "คะแนน"],
        ["หัวข้อ", "วิธีการดำเนินการ"],
        ["หัวข้อ", "คะแนน"],
        ["วิธีการดำเนินการ", "ระยะเวลา"],
    )

    assert [is_of_measures(table(each, ["ก", "ข"])) for each in heads] == [True, True, False, False]


def test_a_unit_before_its_measures_leads_each_of_them_until_the_next() -> None:
    made = source(
        [
            ["หน่วยงานรับผิดชอบ", "มาตรการ", "หน่วยงานสนับสนุน", "ข้อ OIT ที่ต้องเผยแพร่ ปี 2567"],
            ["กองคลัง", "1. ก", "-", "o9"],
            ["", "2. ข", "กองช่าง", "-"],
            ["(ยังไม่ได้กำหนดหน่วยงาน)", "3. ค", "", ""],
            ["", "4. ง", "", ""],
        ]
    )
    found = [*measures_in(made, frame())]

    assert [[said.value for said in each.lead] for each in found] == [["กองคลัง"]] * 2 + [[]] * 2
    assert [[said.value for said in each.support] for each in found] == [[], ["กองช่าง"], [], []]
    assert [[said.value for said in each.cures] for each in found] == [["o9"], [], [], []]


def test_steps_of_a_plan_whose_titles_say_what_they_cure_cure_nothing_more() -> None:
    heads = ["มาตรการ", "วิธีการดำเนินการ"]
    said = [heads, ["1. ก (เผยแพร่ตามข้อของปี 2567: o9)", "ตามข้อ o12"], ["2. ข", "ยังไม่มีมาตรการ"]]
    silent = [heads, ["1. ก", "ตามข้อ o12"]]
    found = [[*measures_in(source(rows), frame())] for rows in (said, silent)]

    assert [[c.value for c in m.cures] for each in found for m in each] == [["o9"], [], ["o12"]]
    assert found[0][1].steps == ()


def test_what_is_to_be_done_by_somebody_is_a_measure_and_no_advice() -> None:
    heads = ["ที่", "ประเด็นที่ต้องแก้ไข", "แนวทางแก้ไข", "กำหนดการ", "ผู้รับผิดชอบ"]
    found = read(
        "ปีงบประมาณ พ.ศ. 2566", [heads, ["1", "i7 แผน", "ประชุมชี้แจง", "", "กองคลัง"]]
    ).measures

    assert [(m.title and m.title.value, [s.value for s in m.answers]) for m in found] == [
        ("ประชุมชี้แจง", ["i7"])
    ]


def test_steps_against_a_problem_are_a_measure() -> None:
    heads = ["ประเด็นที่ต้องแก้ไข", "วิธีการดำเนินการ", "ผู้รับผิดชอบ"]
    (found,) = read(
        "ปีงบประมาณ พ.ศ. 2566", [heads, ["i7 แผน", "1. ประชุม 2. แจ้ง", "กองคลัง"]]
    ).measures

    assert [said.value for said in found.steps] == ["ประชุม", "แจ้ง"]
