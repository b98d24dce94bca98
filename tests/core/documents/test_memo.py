"""The memo, whole for a made-up agency, and its sentences where something is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from prongsai.core.documents.memo import memo
from prongsai.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Field,
    Heading,
    LetterHead,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
    Signer,
    Table,
)
from prongsai.core.documents.papers import Paper
from prongsai.core.measures.model import Agency, Plan
from prongsai.core.results import Result, ResultSheet
from tests.factories.cases import (
    BUDGET,
    DATED,
    ETHICS,
    GARUDA,
    INDICATORS,
    PLAN,
    RISK,
    SERVICE,
    case,
)

SUBJECT = "มาตรการยกระดับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA) ประจำปีงบประมาณ พ.ศ. 2567"
HEAD = LetterHead(
    "บันทึกข้อความ",
    (
        (
            Field(
                "ส่วนราชการ",
                "งานนิติการ องค์การบริหารส่วนตำบลตัวอย่าง โทร. 0 2123 4567"
                " ไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th",
            ),
        ),
        (Field("ที่", "ทส 70001/15"), Field("วันที่", "1 กุมภาพันธ์ 2567")),
        (Field("เรื่อง", SUBJECT),),
    ),
)
BODY = (
    (
        "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.) ได้ประกาศผล"
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
        " (Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. 2566 ผลปรากฏว่า"
        "องค์การบริหารส่วนตำบลตัวอย่าง ได้คะแนนรวม 87.76 คะแนน"
        " เพิ่มขึ้น 4.92 คะแนน จากปีงบประมาณ พ.ศ. 2565 ซึ่งได้ 82.84 คะแนน"
        ' และอยู่ในระดับ "ผ่าน"'
    ),
    (
        "งานนิติการได้วิเคราะห์ผลการประเมินโดยใช้เกณฑ์ 85 คะแนนแล้ว พบว่ามีคะแนนที่ต่ำกว่าเกณฑ์"
        " ได้แก่ ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (84.87 คะแนน)"
        " และตัวชี้วัดที่ 10 การป้องกันการทุจริต (71.25 คะแนน)"
        " มีข้อคำถามตามแบบวัด IIT และ EIT ที่ต้องแก้ไขหรือพัฒนา จำนวน 3 ข้อ"
        " มีข้อมูลตามแบบวัด OIT ที่ได้ 0 คะแนน จำนวน 2 ข้อ ได้แก่ o35–o36"
        " และมีข้อมูลตามแบบวัด OIT ที่ต้องปรับปรุง จำนวน 1 ข้อ ได้แก่ o40"
    ),
    (
        "ดังนั้น เพื่อยกระดับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567"
        " งานนิติการจึงได้จัดทำมาตรการ จำนวน 5 มาตรการ พร้อมกำหนดวิธีการดำเนินการ หน่วยงานดำเนินการ"
        " และการติดตามผล รายละเอียดปรากฏตามตารางแนบท้ายบันทึกข้อความนี้"
    ),
    "จึงเรียนมาเพื่อโปรดพิจารณาให้ความเห็นชอบ และมอบหมายหน่วยงานที่เกี่ยวข้องดำเนินการต่อไป",
)
DOTS = f"({'.' * 47})"
CHAIN = Signatures(
    (
        Signer((), "", "(นายหนึ่ง ตัวอย่าง)", ("นิติกรปฏิบัติการ",)),
        Signer(("เห็นควรพิจารณา",), "ว่าที่ ร.ต.", "(สอง ตัวอย่าง)", ("หัวหน้าฝ่ายบริหารงานทั่วไป",)),
        Signer(
            (),
            "ว่าที่ ร.ต.",
            "(สอง ตัวอย่าง)",
            ("หัวหน้าฝ่ายบริหารงานทั่วไป รักษาการแทน", "หัวหน้าสำนักปลัด"),
        ),
        Signer(("เห็นควรอนุมัติ",), "", "(นางสาม ตัวอย่าง)", ("ปลัดองค์การบริหารส่วนตำบลตัวอย่าง",)),
        Signer(("อนุมัติ",), "", DOTS, ("นายกองค์การบริหารส่วนตำบลตัวอย่าง",)),
    )
)
ANNEX = (
    PageBreak(Orientation.LANDSCAPE),
    Heading("มาตรการยกระดับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567"),
    Paragraph("องค์การบริหารส่วนตำบลตัวอย่าง อำเภอสมมติ จังหวัดทดสอบ", indent=False, bold=True),
)
SURVEYS = Table(
    "ประเด็นตามแบบวัด IIT และ EIT ที่ต้องแก้ไขหรือพัฒนา และวิธีการดำเนินการ",
    (
        Column("แบบสำรวจ", 4, Align.CENTRE),
        Column("ตัวชี้วัดที่", 3, Align.CENTRE),
        Column("หัวข้อ", 8),
        Column("คะแนนที่ได้", 4, Align.CENTRE),
        Column("วิธีการดำเนินการ", 16),
        Column("หน่วยงานดำเนินการ", 6),
        Column("หมายเหตุ", 5),
    ),
    (
        (
            Cell(("IIT",), rows=2),
            Cell(("2",), rows=2),
            Cell(("ข้อ i7 ความรู้เรื่องแผนใช้จ่ายงบประมาณ",)),
            Cell(("65.63",)),
            Cell(("ประชุมชี้แจงบุคลากรทุกคน",)),
            Cell(("กองคลัง",)),
            Cell(()),
        ),
        (
            Cell(("ข้อ i8 มีส่วนร่วมในการใช้จ่ายงบประมาณ",)),
            Cell(("ไม่มีข้อมูล",)),
            Cell(("ยังไม่มีมาตรการ",)),
            Cell(("-",)),
            Cell(("ผู้ประเมินระบุให้ปรับปรุง",)),
        ),
        (
            Cell(("EIT",)),
            Cell(("6",)),
            Cell(("ข้อ e3 (EIT Survey) มุ่งผลสำเร็จและรับผิดชอบงาน",)),
            Cell(("70.50",)),
            Cell(("1. ทบทวนคู่มือ", "2. ปิดประกาศระยะเวลาให้บริการ")),
            Cell(("สำนักปลัด", "สนับสนุน: ทุกส่วนราชการ")),
            Cell(()),
        ),
    ),
)
CHECKLIST = Table(
    "ประเด็นตามแบบวัด OIT ที่ต้องแก้ไขหรือพัฒนา และวิธีการดำเนินการ",
    (
        Column("แบบสำรวจ", 4, Align.CENTRE),
        Column("ตัวชี้วัดที่", 3, Align.CENTRE),
        Column("หัวข้อ", 8),
        Column("ระยะเวลาดำเนินการ", 6, Align.CENTRE),
        Column("วิธีการดำเนินการ", 13),
        Column("หน่วยงานดำเนินการ", 6),
        Column("การติดตามผล", 7),
    ),
    (
        (
            Cell(("OIT",), rows=3),
            Cell(("10",), rows=3),
            Cell(("ข้อ o35 การจัดการความเสี่ยงการทุจริต",)),
            Cell(("พ.ย. 66 - ม.ค. 67",)),
            Cell(("1. แต่งตั้งคณะทำงาน", "2. รายงานผลต่อผู้บริหาร")),
            Cell(("งานนิติการ", "สนับสนุน: หน่วยตรวจสอบภายใน")),
            Cell(("รายงานต่อที่ประชุมประจำเดือนกุมภาพันธ์ 2567",)),
        ),
        (
            Cell(("ข้อ o36 แผนป้องกันการทุจริต",)),
            Cell(("พ.ย. 66 - ม.ค. 67",)),
            Cell(("1. แต่งตั้งคณะทำงาน", "2. รายงานผลต่อผู้บริหาร", "3. ทบทวนแผน")),
            Cell(("งานนิติการ", "สนับสนุน: หน่วยตรวจสอบภายใน")),
            Cell(("รายงานต่อที่ประชุมประจำเดือนกุมภาพันธ์ 2567",)),
        ),
        (
            Cell(("ข้อ o40 การขับเคลื่อนจริยธรรม",)),
            Cell(("มี.ค. - พ.ค. 67",)),
            Cell(("1. แต่งตั้งคณะทำงาน", "2. รายงานผลต่อผู้บริหาร")),
            Cell(("สำนักปลัด", "สนับสนุน: หน่วยตรวจสอบภายใน")),
            Cell(("รายงานต่อที่ประชุมประจำเดือนมิถุนายน 2567",)),
        ),
    ),
)


def body(plan: Plan) -> tuple[str, ...]:
    """Return the four parts of the memo of a plan that has no paper."""
    blocks = memo(case("memo", plan, papers={}), DATED).blocks
    return tuple(b.text for b in blocks if isinstance(b, Paragraph) and b.spaced and b.indent)


def rows(plan: Plan) -> list[list[str]]:
    """Return the rows of all tables of the memo of a plan; a cell of two rows ends with [2]."""
    tables = (b for b in memo(case("memo", plan), DATED).blocks if isinstance(b, Table))
    return [[written(cell) for cell in row] for table in tables for row in table.rows]


def written(cell: Cell) -> str:
    return " ".join(cell.text) + (f" [{cell.rows}]" if cell.rows > 1 else "")


def results(**scores: str) -> Plan:
    """Make a plan without measures, of results by code; _ in a name is its slash."""
    named = {name.replace("_", "/"): value for name, value in scores.items()}
    return replace(PLAN, results=ResultSheet.of(named), measures=(), history=())


def test_a_memo_is_head_three_parts_signatures_and_two_tables() -> None:
    assert memo(case("memo"), DATED) == Document(
        title=SUBJECT,
        author="องค์การบริหารส่วนตำบลตัวอย่าง",
        dated=date(2024, 2, 1),
        blocks=(
            HEAD,
            Paragraph("เรียน นายกองค์การบริหารส่วนตำบลตัวอย่าง", indent=False, spaced=True),
            *(Paragraph(part, spaced=True) for part in BODY),
            CHAIN,
            *ANNEX,
            SURVEYS,
            *ANNEX,
            CHECKLIST,
        ),
    )


def test_without_a_paper_the_clerks_office_writes_on_the_day_and_leaves_room() -> None:
    blocks = memo(case("memo", papers={}, garuda=GARUDA), DATED).blocks

    assert isinstance(blocks[0], LetterHead)
    assert blocks[0].garuda == Picture(b"png", "ตราครุฑ", Decimal("1.5"))
    assert blocks[0].lines[0][0].value.startswith("สำนักปลัด องค์การบริหารส่วนตำบลตัวอย่าง โทร.")
    assert blocks[0].lines[1] == (Field("ที่", ""), Field("วันที่", "15 กุมภาพันธ์ 2567"))
    assert blocks[6] == Signatures((Signer((), "", DOTS, (f"ตำแหน่ง {'.' * 45}",)),))


def test_what_a_paper_says_stands_and_what_nobody_said_is_left_out() -> None:
    paper = Paper(subject="ขออนุมัติมาตรการ", to="ผู้อำนวยการ")
    bare = replace(PLAN, agency=Agency(name=""))
    document = memo(case("memo", bare, papers={"memo": paper}), DATED)
    nobody = memo(case("memo", bare, papers={}), DATED)

    assert document.title == "ขออนุมัติมาตรการ"
    assert isinstance(document.blocks[0], LetterHead)
    assert document.blocks[0].lines[0] == (Field("ส่วนราชการ", "สำนักปลัด (ชื่อหน่วยงาน)"),)
    assert document.blocks[0].lines[2] == (Field("เรื่อง", "ขออนุมัติมาตรการ"),)
    assert document.blocks[1] == Paragraph("เรียน ผู้อำนวยการ", indent=False, spaced=True)
    assert nobody.blocks[1] == Paragraph("เรียน ผู้บริหารสูงสุดของหน่วยงาน", indent=False, spaced=True)
    assert document.blocks[9] == Paragraph("(ชื่อหน่วยงาน)", indent=False, bold=True)


def test_results_of_another_assessor_are_not_announced_by_the_nacc() -> None:
    college = replace(PLAN, edition="tests/data/editions/ovec-2569.yaml", history=())
    plan = replace(college, results=ResultSheet.of({"total": "99"}), measures=())

    assert body(plan)[0].startswith("ตามที่ได้มีการประกาศผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (")


def test_without_a_total_nothing_is_said_to_be_announced() -> None:
    announced, found, aim, asked = body(results(i7="60"))

    assert announced == (
        "ตามที่องค์การบริหารส่วนตำบลตัวอย่าง ได้รับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
        " (Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. 2566 นั้น"
        " ขณะนี้ยังไม่มีคะแนนรวม จึงยังไม่อาจระบุระดับผลการประเมินได้"
    )
    assert found == (
        "สำนักปลัดได้วิเคราะห์ผลการประเมินโดยใช้เกณฑ์ 85 คะแนนแล้ว"
        " พบว่ามีข้อคำถามตามแบบวัด IIT ที่ต้องแก้ไขหรือพัฒนา จำนวน 1 ข้อ"
    )
    assert "สำนักปลัดจึงได้สรุปประเด็นที่ต้องแก้ไขหรือพัฒนา" in aim
    assert asked == "จึงเรียนมาเพื่อโปรดทราบและพิจารณา"


@pytest.mark.parametrize(
    ("scores", "found", "aim"),
    [
        (
            {"total": "60"},
            "โดยใช้เกณฑ์ 85 คะแนนแล้ว พบว่ามีคะแนนที่ต่ำกว่าเกณฑ์ ได้แก่ คะแนนรวม (60.00 คะแนน)",
            "ร่วมกันวิเคราะห์สาเหตุและกำหนดมาตรการแก้ไขโดยเร็ว",
        ),
        (
            dict.fromkeys((*INDICATORS, "EIT_public", "EIT_survey"), "97"),
            "สำนักปลัดได้วิเคราะห์ผลการประเมินแล้ว ไม่พบตัวชี้วัดหรือข้อที่มีคะแนนต่ำกว่าเกณฑ์ 85 คะแนน",
            "ปรับปรุงข้อมูลที่เผยแพร่ให้เป็นปัจจุบันอย่างต่อเนื่อง",
        ),
        (
            {"1": "99"},
            "สำนักปลัดได้วิเคราะห์คะแนนเท่าที่มีข้อมูลแล้ว ไม่พบตัวชี้วัดหรือข้อที่มีคะแนนต่ำกว่าเกณฑ์ 85 คะแนน",
            "ปรับปรุงข้อมูลที่เผยแพร่ให้เป็นปัจจุบันอย่างต่อเนื่อง",
        ),
    ],
)
def test_what_was_found_and_what_follows_agree(
    scores: dict[str, str], found: str, aim: str
) -> None:
    parts = body(results(**scores))
    assert (parts[1].endswith(found), parts[2].endswith(aim)) == (True, True)


def test_measures_that_answer_nothing_weak_need_no_table() -> None:
    plan = replace(results(total="99"), measures=(BUDGET,))
    assert body(plan)[2].endswith("จึงได้จัดทำมาตรการ จำนวน 1 มาตรการ ตามแผนที่เสนอมาพร้อมนี้")
    assert rows(plan) == []


def test_what_is_weak_above_unknown_items_has_a_row_of_its_own() -> None:
    weak = results(**{"6_public": "80", "9.2": "70", "OIT": "60", "IIT": "70"})
    assert [row[:3] for row in rows(weak)] == [
        ["IIT", "-", "แบบวัด IIT"],
        ["EIT", "6", "ตัวชี้วัดที่ 6 (EIT Public) คุณภาพการดำเนินงาน"],
        ["OIT", "9", "ตัวชี้วัดย่อยที่ 9.2 แผน งาน และบริการ"],
    ]
    assert "ได้แก่ แบบวัด IIT (70.00 คะแนน) ตัวชี้วัดที่ 6 (EIT Public) คุณภาพการดำเนินงาน" in body(weak)[1]


def test_an_item_weak_in_a_part_is_not_named_whole_too() -> None:
    parts = results(e3_public="80", e3_survey="70", e3="75", i9="70")
    assert [row[-5] for row in rows(parts)] == [
        "ข้อ i9",
        "ข้อ e3 (EIT Public) มุ่งผลสำเร็จและรับผิดชอบงาน",
        "ข้อ e3 (EIT Survey) มุ่งผลสำเร็จและรับผิดชอบงาน",
    ]
    assert body(parts)[1].endswith("ตามแบบวัด IIT และ EIT ที่ต้องแก้ไขหรือพัฒนา จำนวน 2 ข้อ")


@pytest.mark.parametrize(
    ("answers", "weak", "answered"),
    [
        (("e3/survey",), "e3/survey", True),
        (("e3",), "e3/survey", True),
        (("6/survey",), "e3/survey", True),
        (("6",), "e3/survey", True),
        (("9.2",), "o13", True),
        (("e3/survey",), "6", True),
        (("o13",), "9", True),
        (("e3/public",), "e3/survey", False),
        (("e2/survey",), "e3/survey", False),
        (("6/public",), "e3/survey", False),
        (("7",), "e3/survey", False),
        (("EIT",), "e3/survey", False),
        (("total",), "e3/survey", False),
        (("x9",), "e3/survey", False),
        ((), "e3/survey", False),
    ],
)
def test_a_measure_answers_an_item_by_its_name_its_group_or_its_indicator(
    answers: tuple[str, ...], weak: str, answered: bool
) -> None:
    plan = replace(results(**{weak: "60"}), measures=(replace(RISK, answers=answers),))
    assert ["ยังไม่มีมาตรการ" not in row for row in rows(plan)] == [answered]


def test_a_measure_that_lacks_its_parts_leaves_no_cell_blank() -> None:
    bare = replace(ETHICS, steps=(), lead="", support=(), follow_up="")
    assert rows(replace(results(o40="0"), measures=(bare,))) == [
        ["OIT", "10", "ข้อ o40 การขับเคลื่อนจริยธรรม", "มี.ค. - พ.ค. 67", "ขับเคลื่อนจริยธรรม", "-", "-"]
    ]


def test_a_remark_says_why_a_part_above_the_mark_is_weak() -> None:
    high = dict.fromkeys(INDICATORS, "97")
    plan = replace(
        results(EIT_public="99", EIT_survey="94", **high),
        measures=(replace(SERVICE, answers=("EIT/survey",)),),
    )
    assert body(plan)[1].endswith("พบว่ามีประเด็นที่ต้องพัฒนา ได้แก่ แบบวัด EIT Survey")
    assert rows(plan) == [
        [
            "EIT",
            "-",
            "แบบวัด EIT Survey",
            "94.00",
            "1. ทบทวนคู่มือ 2. ปิดประกาศระยะเวลาให้บริการ",
            "สำนักปลัด สนับสนุน: ทุกส่วนราชการ",
            'ได้ 94.00 คะแนน ต่ำกว่า 95 ที่ระดับ "ผ่านดีเยี่ยม" กำหนด แม้คะแนนรวม 97.00 จะถึงเกณฑ์',
        ]
    ]


def test_a_checklist_item_named_weak_is_counted_apart_from_the_lost_ones() -> None:
    sheet = ResultSheet((Result(code="o1", weak=True), Result(code="o2", score=Decimal(0))))
    assert body(replace(results(), results=sheet))[1].endswith(
        "พบว่ามีข้อมูลตามแบบวัด OIT ที่ได้ 0 คะแนน จำนวน 1 ข้อ ได้แก่ o2"
        " และมีข้อมูลตามแบบวัด OIT ที่ต้องปรับปรุง จำนวน 1 ข้อ ได้แก่ o1"
    )


def test_steps_of_the_same_measures_stand_at_the_first_point_alone() -> None:
    both = replace(BUDGET, answers=("i7", "i8", "i9"))
    others = (replace(SERVICE, answers=("i9",)), replace(RISK, answers=("o35", "o37")))
    weak = results(i7="60", i8="61", i9="62", o35="0", o36="0", o37="0")

    said = {row[-5].split()[1]: row[-3] for row in rows(replace(weak, measures=(both, *others)))}

    assert said == {
        "i7": "ประชุมชี้แจงบุคลากรทุกคน",
        "i8": "ดำเนินการเช่นเดียวกับข้อ i7",
        "i9": "1. ประชุมชี้แจงบุคลากรทุกคน 2. ทบทวนคู่มือ 3. ปิดประกาศระยะเวลาให้บริการ",
        "o35": "1. แต่งตั้งคณะทำงาน 2. รายงานผลต่อผู้บริหาร",
        "o36": "ยังไม่มีมาตรการ",
        "o37": "ดำเนินการเช่นเดียวกับข้อ o35",
    }
