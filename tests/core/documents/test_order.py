"""The order, whole for a made-up agency, and what it says where something is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from prongsai.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
    Signer,
    Table,
)
from prongsai.core.documents.order import order
from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.measures.model import Agency, Plan
from prongsai.core.results import ResultSheet
from tests.factories.cases import BUDGET, DATED, GARUDA, PLAN, RISK, SERVICE, case

TITLE = "คำสั่งองค์การบริหารส่วนตำบลตัวอย่าง"
ABOUT = (
    "เรื่อง แต่งตั้งคณะทำงานและมอบหมายผู้รับผิดชอบการยกระดับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
    " (ITA) ประจำปีงบประมาณ พ.ศ. 2567"
)
REASON = (
    "ด้วยองค์การบริหารส่วนตำบลตัวอย่าง ได้รับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
    " (Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. 2566"
    " โดยได้คะแนนรวม 87.76 คะแนน เพิ่มขึ้น 4.92 คะแนน จากปีงบประมาณ พ.ศ. 2565 ซึ่งได้ 82.84 คะแนน"
    ' และอยู่ในระดับ "ผ่าน"'
)
AIM = (
    "เพื่อให้การยกระดับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567"
    " เป็นไปด้วยความเรียบร้อย มีผู้รับผิดชอบที่ชัดเจน และติดตามผลได้"
    " จึงแต่งตั้งคณะทำงานและมอบหมายหน้าที่ ดังต่อไปนี้"
)
MEMBERS = (
    "ปลัดองค์การบริหารส่วนตำบลตัวอย่าง เป็นประธานคณะทำงาน",
    "หัวหน้าสำนักปลัด เป็นคณะทำงาน",
    "ผู้อำนวยการกองคลัง เป็นคณะทำงาน",
    "หัวหน้างานนิติการ เป็นคณะทำงาน",
    "เจ้าหน้าที่ผู้รับผิดชอบการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน เป็นคณะทำงานและเลขานุการ",
)
DUTIES = (
    "วิเคราะห์ผลการประเมิน จัดทำและทบทวนมาตรการ และกำกับให้แล้วเสร็จภายในระยะเวลาที่กำหนด",
    (
        "จัดเตรียม ตรวจสอบ และเผยแพร่ข้อมูลตามแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)"
        " บนเว็บไซต์หลักของหน่วยงานให้ครบถ้วน ถูกต้อง และเป็นปัจจุบัน"
    ),
    "ประชาสัมพันธ์ให้บุคลากรและผู้มีส่วนได้ส่วนเสียตอบแบบวัดการรับรู้ (IIT และ EIT) ตามความเป็นจริง โดยไม่ชี้นำคำตอบ",
    "ติดตามความก้าวหน้า รวบรวมหลักฐาน และรายงานผล ปัญหา และอุปสรรคต่อที่ประชุมประจำเดือน",
    "สรุปผลการดำเนินการตามมาตรการเสนอผู้บริหาร และเผยแพร่ต่อสาธารณะ",
    "ปฏิบัติงานอื่นที่เกี่ยวข้องตามที่ได้รับมอบหมาย",
)
OWNERS = (
    "3. ให้หน่วยงานตามบัญชีแนบท้ายคำสั่งนี้เป็นผู้รับผิดชอบหลักในการดำเนินมาตรการและเผยแพร่ข้อมูลตามที่ระบุไว้"
    " โดยหน่วยงานสนับสนุนให้ความร่วมมือและส่งข้อมูลภายในเวลาที่กำหนด"
    " หากมีปัญหาหรืออุปสรรคให้รายงานคณะทำงานโดยเร็ว"
)
DOTS = f"({'.' * 47})"
ANNEX = Table(
    "หน่วยงานรับผิดชอบ มาตรการ ระยะเวลา และข้อมูลที่ต้องเผยแพร่",
    (
        Column("หน่วยงานรับผิดชอบ", 4),
        Column("มาตรการ", 9),
        Column("ระยะเวลาดำเนินการ", 4, Align.CENTRE),
        Column("หน่วยงานสนับสนุน", 4),
        Column("ข้อ OIT ที่ต้องเผยแพร่ ปี 2567", 4, Align.CENTRE),
    ),
    (
        (
            Cell(("งานนิติการ",), rows=2),
            Cell(("1. จัดการความเสี่ยงการทุจริต",)),
            Cell(("พ.ย. 66 - ม.ค. 67",)),
            Cell(("หน่วยตรวจสอบภายใน",)),
            Cell(("o31, o32",)),
        ),
        (
            Cell(("5. ทบทวนแผนป้องกันการทุจริต",)),
            Cell(("พ.ย. 66 - ม.ค. 67",)),
            Cell(("-",)),
            Cell(("o31, o32",)),
        ),
        (
            Cell(("กองคลัง",)),
            Cell(("2. ชี้แจงแผนการใช้จ่ายงบประมาณ",)),
            Cell(("พ.ย. 66 - ก.พ. 67",)),
            Cell(("-",)),
            Cell(("o10",)),
        ),
        (
            Cell(("สำนักปลัด",), rows=2),
            Cell(("3. กำกับมาตรฐานการให้บริการ",)),
            Cell(("พ.ย. 66 - เม.ย. 67",)),
            Cell(("ทุกส่วนราชการ",)),
            Cell(("-",)),
        ),
        (
            Cell(("4. ขับเคลื่อนจริยธรรม",)),
            Cell(("มี.ค. - พ.ค. 67",)),
            Cell(("หน่วยตรวจสอบภายใน",)),
            Cell(("-",)),
        ),
    ),
)


def in_the_middle(text: str) -> Paragraph:
    return Paragraph(text, align=Align.CENTRE, indent=False, bold=True)


def part(text: str) -> Paragraph:
    return Paragraph(text, spaced=True)


def numbered(number: int, lines: tuple[str, ...]) -> list[Paragraph]:
    return [Paragraph(f"{number}.{n} {line}") for n, line in enumerate(lines, start=1)]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def members(plan: Plan) -> tuple[str, ...]:
    """Return the members that the order of a plan names, without the secretary."""
    texts = paragraphs(order(case("order", plan), DATED))
    return tuple(text[4:] for text in texts if text.startswith("1."))[1:-1]


def test_an_order_says_why_who_and_what_and_ends_with_the_list() -> None:
    assert order(case("order"), DATED) == Document(
        title=f"{TITLE} {ABOUT}",
        author="องค์การบริหารส่วนตำบลตัวอย่าง",
        dated=DATED,
        blocks=(
            in_the_middle(TITLE),
            in_the_middle("ที่ 12/2567"),
            in_the_middle(ABOUT),
            part(REASON),
            part(AIM),
            part("1. คณะทำงาน ประกอบด้วย"),
            *numbered(1, MEMBERS),
            part("2. ให้คณะทำงานมีหน้าที่ ดังนี้"),
            *numbered(2, DUTIES),
            part(OWNERS),
            part("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"),
            replace(in_the_middle("สั่ง ณ วันที่ 15 เดือน กุมภาพันธ์ พ.ศ. 2567"), bold=False, spaced=True),
            Signatures((Signer((), "", DOTS, ("นายกองค์การบริหารส่วนตำบลตัวอย่าง",)),)),
            PageBreak(Orientation.LANDSCAPE),
            Heading(f"บัญชีแนบท้าย{TITLE} ที่ 12/2567 ลงวันที่ 15 กุมภาพันธ์ 2567"),
            ANNEX,
        ),
    )


def test_without_a_paper_the_number_and_the_name_are_left_to_write() -> None:
    blocks = order(case("order", papers={}, garuda=GARUDA), DATED).blocks

    assert blocks[0] == Picture(b"png", "ตราครุฑ", Decimal(3), Align.CENTRE)
    assert blocks[2] == in_the_middle("ที่ ............/2567")
    assert Signatures((Signer((), "", DOTS, ("นายกองค์การบริหารส่วนตำบลตัวอย่าง",)),)) in blocks


def test_what_a_paper_says_stands() -> None:
    clerk = Signature(name="นางสาม ตัวอย่าง", position="ปลัด", capacity="รักษาราชการแทน", acting="นายก")
    paper = Paper(
        number="12/2566", dated=date(2023, 10, 2), subject="ตั้งคณะทำงาน", signatures=(clerk,)
    )
    document = order(case("order", papers={"order": paper}), DATED)

    assert (document.title, document.dated) == (f"{TITLE} เรื่อง ตั้งคณะทำงาน", date(2023, 10, 2))
    assert paragraphs(document)[1] == "ที่ 12/2566"
    assert paragraphs(document)[-1] == "สั่ง ณ วันที่ 2 เดือน ตุลาคม พ.ศ. 2566"
    assert Signer((), "", "(นางสาม ตัวอย่าง)", ("ปลัด รักษาราชการแทน", "นายก")) in next(
        block.signers for block in document.blocks if isinstance(block, Signatures)
    )


def test_without_measures_a_total_or_a_name_the_order_still_stands() -> None:
    nothing = ResultSheet.of({"i7": "60"})
    bare = replace(PLAN, agency=Agency(name=""), measures=(), results=nothing)
    document = order(case("order", bare, papers={}), DATED)

    texts = paragraphs(document)
    assert texts[0] == "คำสั่ง(ชื่อหน่วยงาน)"
    assert texts[3].endswith("ประจำปีงบประมาณ พ.ศ. 2566 และจะต้องยกระดับการดำเนินงานอย่างต่อเนื่อง")
    assert texts[-3] == (
        "3. เมื่อมาตรการได้รับความเห็นชอบแล้ว"
        " ให้คณะทำงานเสนอหน่วยงานผู้รับผิดชอบและระยะเวลาดำเนินการเพื่อมอบหมายต่อไป"
    )
    assert document.blocks[-1] == Signatures((Signer((), "", DOTS, ("ผู้บริหารสูงสุดของหน่วยงาน",)),))
    assert members(bare) == (
        "ผู้ที่ผู้บริหารสูงสุดของหน่วยงานมอบหมาย เป็นประธานคณะทำงาน",
        "หัวหน้าส่วนราชการทุกส่วนราชการ เป็นคณะทำงาน",
    )


def test_each_post_is_a_member_once_and_the_clerk_only_in_the_chair() -> None:
    clerk = "ปลัดองค์การบริหารส่วนตำบลตัวอย่าง"
    leads = ("กองช่าง/กองคลัง", "กองคลัง", clerk, "")
    measures = tuple(replace(RISK, lead=lead) for lead in leads)
    assert members(replace(PLAN, measures=measures)) == (
        f"{clerk} เป็นประธานคณะทำงาน",
        "ผู้อำนวยการกองช่าง เป็นคณะทำงาน",
        "ผู้อำนวยการกองคลัง เป็นคณะทำงาน",
    )


def test_a_measure_that_no_unit_leads_stands_in_the_list_so() -> None:
    plan = replace(PLAN, measures=(BUDGET, replace(SERVICE, lead="")))
    table = order(case("order", plan), DATED).blocks[-1]

    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == [("กองคลัง",), ("(ยังไม่ได้กำหนดหน่วยงาน)",)]
