"""A plan that is filed: three measures and their progress, on the figures of Na Thong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from prongsai.core.documents.case import Case
from prongsai.core.documents.texts import Texts
from prongsai.core.findings.analysis import analyse
from prongsai.core.measures.model import Agency, Measure, Month, Plan
from prongsai.core.results import ResultSheet
from prongsai.core.scoring.scorer import score
from prongsai.core.tracking import Action, Progress, Proof, State
from prongsai.formats.editions import load_edition
from prongsai.formats.interface import catalogue, official_texts

DATED = date(2024, 3, 31)
TEXTS = Texts(official_texts(), catalogue("th"))

INDICATORS = [
    "96.07",
    "90.78",
    "92.92",
    "89.74",
    "89.50",
    "84.87",
    "91.23",
    "88.59",
    "97.50",
    "71.25",
]
ITEMS = {"i8": "80.5", "e3/survey": "70", "o35": "0"}
RESULTS = ResultSheet.of(ITEMS | {str(n): each for n, each in enumerate(INDICATORS, start=1)})
RISK = Measure(
    key="M-001",
    title="ทบทวนการจัดการความเสี่ยง",
    answers=("o35", "10"),
    steps=("แต่งตั้งคณะทำงาน", "รายงานผล"),
    lead="สำนักปลัด",
    support=("กองคลัง", "กองช่าง"),
    period=(Month(2566, 11), Month(2567, 3)),
    follow_up="ประชุมประจำเดือนเมษายน 2567",
    cures=("o30", "o31"),
    evidence=("คำสั่ง",),
)
BUDGET = replace(
    RISK, key="M-002", title="เผยแพร่แผนงบประมาณ", answers=("i8",), support=(), cures=()
)
OWN = replace(
    RISK, key="M-003", title="จัดระเบียบห้องบริการ", answers=(), steps=(), lead="", support=()
)
DONE = Progress(
    state=State.DONE,
    actions=(
        Action(text="ออกคำสั่งแต่งตั้ง", on=date(2023, 11, 15)),
        Action(text="รายงานผู้บริหาร"),
    ),
    output=("ได้คำสั่งแต่งตั้ง 1 ฉบับ", "ประชุม 2 ครั้ง"),
    outcome=("ความเสี่ยงสูงลดลงเหลือ 1 เรื่อง",),
    proofs=(
        Proof(what="คำสั่งที่ 12/2566", address="www.a.go.th/12", dated=date(2023, 11, 15)),
        Proof(what="รายงานการประชุม"),
    ),
)
PLAN = Plan(
    agency=Agency(name="อบต.นาทอง", district="เชียงยืน", province="มหาสารคาม"),
    edition="nacc-2566",
    result_year=2566,
    plan_year=2567,
    results=RESULTS,
    history=((2565, Decimal("82.84")),),
    measures=(RISK, BUDGET, OWN),
)
PROGRESS = {"M-001": DONE, "M-002": Progress(state=State.IN_PROGRESS)}


def case(plan: Plan = PLAN, **more: Any) -> Case:
    """Make the case of a plan, by itself with its progress."""
    analysis = analyse(score(load_edition(plan.edition), plan.results))
    return replace(
        Case(plan=plan, analysis=analysis, texts=TEXTS, progress=PROGRESS),
        **more,
    )
