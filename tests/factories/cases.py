"""The case of a made-up agency: its results, measures, progress, papers and people.

On DATED one measure is late, one due, one running, one to come and one done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Picture
from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.documents.texts import Texts
from prongsai.core.findings.analysis import analyse
from prongsai.core.measures.model import Agency, Measure, Month, Plan
from prongsai.core.results import Result, ResultSheet
from prongsai.core.scoring.scorer import score
from prongsai.core.tracking import Action, Progress, Proof, State
from prongsai.formats.editions import load_edition
from prongsai.formats.interface import catalogue, official_texts

DATED = date(2024, 2, 15)

AGENCY = Agency(
    name="องค์การบริหารส่วนตำบลตัวอย่าง",
    district="สมมติ",
    province="ทดสอบ",
    telephone="0 2123 4567",
    email="saraban@example.go.th",
    website="www.example.go.th",
    units=(("clerk", "สำนักปลัด"), ("legal", "งานนิติการ"), ("finance", "กองคลัง")),
)
INDICATORS = {
    "1": "96.07",
    "2": "90.78",
    "3": "92.92",
    "4": "89.74",
    "5": "89.50",
    "6": "84.87",
    "7": "91.23",
    "8": "88.59",
    "9": "97.50",
    "10": "71.25",
}
ITEMS = {"i7": "65.63", "e3/survey": "70.5", "o35": "0", "o36": "0", "o40": "80"}
RESULTS = ResultSheet(
    (*ResultSheet.of(INDICATORS | ITEMS).results, Result(code="i8", weak=True)),
)
"""A total of 87.76, indicators 6 and 10 below the mark; of i8 only that it is weak is known."""

RISK = Measure(
    key="M-2567-001",
    title="จัดการความเสี่ยงการทุจริต",
    answers=("o35", "o36"),
    steps=("แต่งตั้งคณะทำงาน", "รายงานผลต่อผู้บริหาร"),
    lead="งานนิติการ",
    support=("หน่วยตรวจสอบภายใน",),
    period=(Month(2566, 11), Month(2567, 1)),
    follow_up="รายงานต่อที่ประชุมประจำเดือนกุมภาพันธ์ 2567",
    cures=("o31", "o32"),
    evidence=("คำสั่ง",),
)
BUDGET = replace(
    RISK,
    key="M-2567-002",
    title="ชี้แจงแผนการใช้จ่ายงบประมาณ",
    answers=("i7",),
    steps=("ประชุมชี้แจงบุคลากรทุกคน",),
    lead="กองคลัง",
    support=(),
    period=(Month(2566, 11), Month(2567, 2)),
    follow_up="รายงานต่อที่ประชุมประจำเดือนมีนาคม 2567",
    cures=("o10",),
)
SERVICE = replace(
    RISK,
    key="M-2567-003",
    title="กำกับมาตรฐานการให้บริการ",
    answers=("6",),
    steps=("ทบทวนคู่มือ", "ปิดประกาศระยะเวลาให้บริการ"),
    lead="สำนักปลัด",
    support=("ทุกส่วนราชการ",),
    period=(Month(2566, 11), Month(2567, 4)),
    cures=(),
)
ETHICS = replace(
    RISK,
    key="M-2567-004",
    title="ขับเคลื่อนจริยธรรม",
    answers=("o40",),
    lead="สำนักปลัด",
    period=(Month(2567, 3), Month(2567, 5)),
    follow_up="รายงานต่อที่ประชุมประจำเดือนมิถุนายน 2567",
    cures=(),
)
PLAN_OF_RISKS = replace(
    RISK,
    key="M-2567-005",
    title="ทบทวนแผนป้องกันการทุจริต",
    answers=("o36",),
    steps=("ทบทวนแผน",),
    support=(),
)
PLAN = Plan(
    agency=AGENCY,
    edition="nacc-2566",
    result_year=2566,
    plan_year=2567,
    results=RESULTS,
    history=((2564, Decimal("80.10")), (2565, Decimal("82.84"))),
    measures=(RISK, BUDGET, SERVICE, ETHICS, PLAN_OF_RISKS),
)
PROGRESS = {
    RISK.key: Progress(
        state=State.IN_PROGRESS,
        actions=(
            Action(text="ออกคำสั่งแต่งตั้งคณะทำงาน", on=date(2023, 11, 20)),
            Action(text="ประชุมคณะทำงาน", on=date(2024, 1, 8)),
            Action(text="เวียนร่างแผน", on=date(2023, 12, 25)),
            Action(text="หารือผู้เกี่ยวข้อง"),
        ),
    ),
    SERVICE.key: Progress(state=State.IN_PROGRESS, actions=(Action(text="เก็บข้อมูลระยะเวลา"),)),
    PLAN_OF_RISKS.key: Progress(
        state=State.DONE,
        actions=(Action(text="ประกาศใช้แผน", on=date(2024, 1, 31)),),
        output=("ได้แผนป้องกันการทุจริต 1 ฉบับ",),
        proofs=(Proof(what="ประกาศใช้แผน", address="www.example.go.th/plan"),),
    ),
}

DRAFTER = Signature(name="นายหนึ่ง ตัวอย่าง", position="นิติกรปฏิบัติการ")
SECTION_HEAD = Signature(
    name="สอง ตัวอย่าง",
    rank="ว่าที่ ร.ต.",
    position="หัวหน้าฝ่ายบริหารงานทั่วไป",
    opinion="เห็นควรพิจารณา",
)
ACTING = replace(SECTION_HEAD, capacity="รักษาการแทน", acting="หัวหน้าสำนักปลัด", opinion="")
CLERK = Signature(
    name="นางสาม ตัวอย่าง", position="ปลัดองค์การบริหารส่วนตำบลตัวอย่าง", opinion="เห็นควรอนุมัติ"
)
HEAD = Signature(position="นายกองค์การบริหารส่วนตำบลตัวอย่าง", opinion="อนุมัติ")
"""The head's name is still to be written: its place is dotted."""

PAPERS = {
    "memo": Paper(
        unit="งานนิติการ",
        number="ทส 70001/15",
        dated=date(2024, 2, 1),
        signatures=(DRAFTER, SECTION_HEAD, ACTING, CLERK, HEAD),
    ),
    "order": Paper(number="12", signatures=(CLERK, replace(HEAD, opinion=""))),
    "meeting": Paper(meeting="ครั้งที่ 2/2567", signatures=(DRAFTER,)),
}
GARUDA = Picture(b"png", "ตราครุฑ", Decimal(2))


def case(kind: str | None, plan: Plan = PLAN, **more: Any) -> Case:
    """Make the case of a plan with progress and papers; `kind` None: without words of a kind."""
    analysis = analyse(score(load_edition(plan.edition), plan.results))
    texts = Texts(official_texts(kind), catalogue("th"))
    made = Case(plan=plan, analysis=analysis, texts=texts, progress=PROGRESS, papers=PAPERS)
    return replace(made, **more)
