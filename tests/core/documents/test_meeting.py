"""The paper for the monthly meeting, whole for a made-up agency, and its empty groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prongsai.core.documents.meeting import meeting
from prongsai.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Signatures,
    Signer,
    Table,
)
from prongsai.core.documents.papers import Paper
from prongsai.core.measures.model import Agency, Measure
from prongsai.core.tracking import Action, Progress, Proof, State
from tests.factories.cases import BUDGET, DATED, ETHICS, PLAN, PROGRESS, RISK, SERVICE, case

TITLE = "เอกสารประกอบการประชุมประจำเดือนกุมภาพันธ์ 2567 ครั้งที่ 2/2567"
SUBJECT = (
    "เรื่อง การติดตามผลการดำเนินการตามมาตรการยกระดับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA)"
    " ประจำปีงบประมาณ พ.ศ. 2567"
)
SUMMARY = (
    "ณ วันที่ 15 กุมภาพันธ์ 2567 มาตรการประจำปีงบประมาณ พ.ศ. 2567 มีจำนวนทั้งสิ้น 5 มาตรการ จำแนกเป็น"
    " เลยกำหนดแล้วเสร็จ 1 มาตรการ ครบกำหนดในเดือนนี้ 1 มาตรการ อยู่ในระยะเวลาดำเนินการ 1 มาตรการ"
    " ยังไม่ถึงกำหนดเริ่มดำเนินการ 1 มาตรการ และดำเนินการแล้วเสร็จ 1 มาตรการ"
)
COLUMNS = (
    Column("ที่", 1, Align.CENTRE),
    Column("มาตรการ", 6),
    Column("หน่วยงานรับผิดชอบ", 4),
    Column("กำหนดแล้วเสร็จ", 2, Align.CENTRE),
    Column("ผลการดำเนินการล่าสุด", 6),
    Column("สิ่งที่ขอให้ที่ประชุมพิจารณา", 5),
)
END = (
    Paragraph("จึงเสนอที่ประชุมเพื่อโปรดพิจารณา", spaced=True),
    Heading("มติที่ประชุม", level=2),
    Paragraph("\n".join(["." * 150] * 3), indent=False),
)


def beginning(place: str, subject: str) -> tuple[Paragraph, Paragraph]:
    return (
        Paragraph(place, indent=False, bold=True),
        Paragraph(subject, indent=False, bold=True),
    )


def table(group: str, *cells: tuple[str, ...]) -> Table:
    """Make the table of a group of one measure."""
    return Table(f"{group} จำนวน 1 มาตรการ", COLUMNS, (tuple(Cell(text) for text in cells),))


def asked(measure: Measure, progress: Progress) -> tuple[str, ...]:
    """Return what the meeting is asked for about one measure."""
    told = case("meeting", replace(PLAN, measures=(measure,)), progress={measure.key: progress})
    found = (b for b in meeting(told, DATED).blocks if isinstance(b, Table))
    return next(found).rows[0][-1].text


def test_the_paper_counts_and_shows_each_group_and_leaves_room_for_the_resolution() -> None:
    assert meeting(case("meeting"), DATED) == Document(
        title=TITLE,
        author="องค์การบริหารส่วนตำบลตัวอย่าง",
        dated=DATED,
        blocks=(
            PageBreak(Orientation.LANDSCAPE),
            Heading(TITLE),
            *beginning("องค์การบริหารส่วนตำบลตัวอย่าง อำเภอสมมติ จังหวัดทดสอบ", SUBJECT),
            Paragraph(SUMMARY, spaced=True),
            *TABLES,
            *END,
            Signatures((Signer((), "", "(นายหนึ่ง ตัวอย่าง)", ("นิติกรปฏิบัติการ",)),)),
        ),
    )


TABLES = (
    table(
        "1. มาตรการที่เลยกำหนดแล้วเสร็จ",
        ("1",),
        ("จัดการความเสี่ยงการทุจริต",),
        ("งานนิติการ", "สนับสนุน: หน่วยตรวจสอบภายใน"),
        ("ม.ค. 67",),
        ("ประชุมคณะทำงาน เมื่อวันที่ 8 มกราคม 2567",),
        ("พิจารณาสาเหตุที่ล่าช้า และกำหนดวันแล้วเสร็จใหม่",),
    ),
    table(
        "2. มาตรการที่ครบกำหนดในเดือนนี้",
        ("1",),
        ("ชี้แจงแผนการใช้จ่ายงบประมาณ",),
        ("กองคลัง",),
        ("ก.พ. 67",),
        ("-",),
        ("เร่งรัดให้แล้วเสร็จภายในเดือนนี้ พร้อมรายงานผลและหลักฐาน",),
    ),
    table(
        "3. มาตรการที่อยู่ในระยะเวลาดำเนินการ",
        ("1",),
        ("กำกับมาตรฐานการให้บริการ",),
        ("สำนักปลัด", "สนับสนุน: ทุกส่วนราชการ"),
        ("เม.ย. 67",),
        ("-",),
        ("รับทราบความก้าวหน้า และกำกับให้แล้วเสร็จตามกำหนด",),
    ),
    table(
        "4. มาตรการที่ดำเนินการแล้วเสร็จ",
        ("1",),
        ("ทบทวนแผนป้องกันการทุจริต",),
        ("งานนิติการ",),
        ("ม.ค. 67",),
        ("ประกาศใช้แผน เมื่อวันที่ 31 มกราคม 2567",),
        ("รับทราบผลการดำเนินการ",),
    ),
)


def test_a_group_without_measures_is_one_line() -> None:
    plan = replace(PLAN, measures=(ETHICS,), agency=Agency(name=""))
    assert meeting(case("meeting", plan, papers={}), DATED).blocks[1:] == (
        Heading("เอกสารประกอบการประชุมประจำเดือนกุมภาพันธ์ 2567"),
        *beginning("(ชื่อหน่วยงาน)", SUBJECT),
        Paragraph(
            "ณ วันที่ 15 กุมภาพันธ์ 2567 มาตรการประจำปีงบประมาณ พ.ศ. 2567 มีจำนวนทั้งสิ้น 1 มาตรการ"
            " จำแนกเป็น ยังไม่ถึงกำหนดเริ่มดำเนินการ 1 มาตรการ",
            spaced=True,
        ),
        *(
            Paragraph(text, indent=False, spaced=True)
            for text in (
                "1. ไม่มีมาตรการที่เลยกำหนดแล้วเสร็จ",
                "2. ไม่มีมาตรการที่ครบกำหนดในเดือนนี้",
                "3. ไม่มีมาตรการที่อยู่ในระยะเวลาดำเนินการ",
                "4. ไม่มีมาตรการที่ดำเนินการแล้วเสร็จ",
            )
        ),
        *END,
    )


def test_a_plan_without_measures_has_no_groups() -> None:
    blocks = meeting(case("meeting", replace(PLAN, measures=()), papers={}), DATED).blocks
    assert blocks[4:] == (
        Paragraph("ไม่มีมาตรการในแผนของปีงบประมาณ พ.ศ. 2567", spaced=True),
        *END,
    )


def test_the_day_of_the_paper_is_the_day_on_which_measures_are_late() -> None:
    paper = Paper(dated=date(2024, 6, 3), subject="ติดตามงาน")
    document = meeting(case("meeting", papers={"meeting": paper}), DATED)

    assert (document.title, document.dated) == (
        "เอกสารประกอบการประชุมประจำเดือนมิถุนายน 2567",
        date(2024, 6, 3),
    )
    assert document.blocks[3] == Paragraph("เรื่อง ติดตามงาน", indent=False, bold=True)
    assert [b.caption for b in document.blocks if isinstance(b, Table)] == [
        "1. มาตรการที่เลยกำหนดแล้วเสร็จ จำนวน 4 มาตรการ",
        "4. มาตรการที่ดำเนินการแล้วเสร็จ จำนวน 1 มาตรการ",
    ]


NO_WORD = Progress()
BEGUN, IDLE = Progress(state=State.IN_PROGRESS), Progress(state=State.NOT_STARTED)
DONE = Progress(state=State.DONE)
PROVEN = Progress(state=State.DONE, proofs=(Proof(what="คำสั่ง"),))
LATE = "พิจารณาสาเหตุที่ล่าช้า และกำหนดวันแล้วเสร็จใหม่"
DUE = "เร่งรัดให้แล้วเสร็จภายในเดือนนี้ พร้อมรายงานผลและหลักฐาน"


@pytest.mark.parametrize(
    ("measure", "progress", "words"),
    [
        (RISK, BEGUN, LATE),
        (RISK, IDLE, LATE),
        (
            RISK,
            NO_WORD,
            "ให้หน่วยงานรับผิดชอบรายงานผล หากยังไม่แล้วเสร็จให้ชี้แจงสาเหตุและกำหนดวันแล้วเสร็จใหม่",
        ),
        (BUDGET, BEGUN, DUE),
        (BUDGET, IDLE, DUE),
        (BUDGET, NO_WORD, DUE),
        (SERVICE, BEGUN, "รับทราบความก้าวหน้า และกำกับให้แล้วเสร็จตามกำหนด"),
        (SERVICE, IDLE, "เร่งรัดให้เริ่มดำเนินการ"),
        (SERVICE, NO_WORD, "ให้หน่วยงานรับผิดชอบรายงานความก้าวหน้าต่อที่ประชุม"),
        (SERVICE, PROVEN, "รับทราบผลการดำเนินการ"),
        (SERVICE, DONE, "รับทราบ และให้หน่วยงานรับผิดชอบส่งหลักฐานประกอบ"),
    ],
)
def test_what_the_meeting_is_asked_fits_the_measure(
    measure: Measure, progress: Progress, words: str
) -> None:
    assert asked(measure, progress) == (words,)


def test_of_two_entries_of_one_day_the_later_written_one_is_the_latest() -> None:
    day = date(2024, 1, 8)
    actions = (Action(text="เช้า", on=day), Action(text="บ่าย", on=day), Action(text="ไม่ทราบวัน"))
    told = PROGRESS | {RISK.key: Progress(actions=actions)}
    plan = replace(PLAN, measures=(replace(RISK, lead="", support=()),))
    blocks = meeting(case("meeting", plan, progress=told), DATED).blocks
    row = next(block.rows[0] for block in blocks if isinstance(block, Table))

    assert row[4] == Cell(("บ่าย เมื่อวันที่ 8 มกราคม 2567",))
    assert row[2] == Cell(("-",))


def test_measures_without_a_period_stand_in_a_group_of_their_own() -> None:
    undated = replace(BUDGET, title="", period=None)
    document = meeting(case("meeting", replace(PLAN, measures=(undated,)), progress={}), DATED)

    assert [b.caption for b in document.blocks if isinstance(b, Table)] == [
        "5. มาตรการที่ไม่ได้ระบุระยะเวลาดำเนินการ จำนวน 1 มาตรการ"
    ]
    assert [b.rows for b in document.blocks if isinstance(b, Table)] == [
        (
            (
                Cell(("1",)),
                Cell(("",)),
                Cell(("กองคลัง",)),
                Cell(("-",)),
                Cell(("-",)),
                Cell(("ให้หน่วยงานรับผิดชอบรายงานความก้าวหน้า และกำหนดระยะเวลาดำเนินการ",)),
            ),
        )
    ]
