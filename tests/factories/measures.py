"""Small catalogues, findings and plans: what a test does not name is in order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from prongsai.core.findings.model import Finding, Severity
from prongsai.core.measures.model import Agency, Catalogue, Measure, Month, Plan, ReadyMeasure
from prongsai.core.results import ResultSheet, key_of
from prongsai.core.sentences import Names, say

ROLES = {
    "clerk": Names(th="สำนักปลัด", en="Office of the clerk"),
    "it": Names(th="ผู้ดูแลเว็บไซต์", en="Website administrator"),
}

_MEASURE = Measure(
    key="M-2571-001",
    title="จัดทำแผนผัง",
    answers=("i1",),
    steps=("ตรวจสอบ", "เผยแพร่"),
    lead="สำนักปลัด",
    support=(),
    period=(Month(2570, 10), Month(2570, 12)),
    follow_up="รายงานในที่ประชุมประจำเดือนมกราคม 2571",
    cures=("o1",),
    evidence=("แผนผัง",),
)
_PLAN = Plan(
    agency=Agency(name="อบต.ตัวอย่าง"),
    edition="small",
    result_year=2570,
    plan_year=2571,
    results=ResultSheet(()),
    measures=(_MEASURE,),
)


def names(text: str) -> Names:
    """Make a name whose Thai and English can be told apart."""
    return Names(th=f"ไทย {text}", en=f"English {text}")


def ready(key: str, *answers: str, **more: Any) -> ReadyMeasure:
    """Make a ready measure that answers duties."""
    made = ReadyMeasure(
        key=key,
        title=names(key),
        answers=answers,
        steps=(names("step 1"), names("step 2")),
        lead="clerk",
        support=("it",),
        months=(10, 12),
        follow_up=Names(th="รายงานในที่ประชุมประจำเดือน", en="Report at the meeting of"),
        cures=(),
        evidence=(names("evidence"),),
    )
    return replace(made, **more)


def catalogue(*measures: ReadyMeasure) -> Catalogue:
    """Make a catalogue with two roles."""
    return Catalogue(measures=measures, roles=ROLES)


def finding(name: str, severity: Severity = Severity.WEAK) -> Finding:
    """Make a finding at a code or at one of its parts."""
    code, part = key_of(name)
    return Finding(
        rule="below_pass_mark", code=code, part=part, severity=severity, reason=say("It is low.")
    )


def measure(**more: Any) -> Measure:
    """Make a measure of a plan."""
    return replace(_MEASURE, **more)


def plan(**more: Any) -> Plan:
    """Make a plan with one measure."""
    return replace(_PLAN, **more)
