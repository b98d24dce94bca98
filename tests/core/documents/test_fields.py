"""The columns of tables of measures: what stands in them, and that nothing is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prongsai.core.documents.fields import FIELDS, measures_table, topic_of
from prongsai.core.documents.model import Align, Cell, Column
from prongsai.core.measures.model import Measure
from prongsai.core.tracking import Progress, State
from prongsai.formats.editions import load_edition
from tests.factories.filed import BUDGET, OWN, RISK, case

SAID = {
    "number": ("7",),
    "indicator": ("10. การป้องกันการทุจริต",),
    "answers": ("o35 การจัดการความเสี่ยงการทุจริต", "10 การป้องกันการทุจริต"),
    "score": ("o35: 0.00", "10: 71.25"),
    "measure": ("7. ทบทวนการจัดการความเสี่ยง",),
    "measure_codes": (
        "7. ทบทวนการจัดการความเสี่ยง",
        "(ตอบประเด็นของปี 2566: o35, 10)",
        "(เผยแพร่ตามข้อของปี 2567: o30, o31)",
    ),
    "measure_indicator": ("7. ทบทวนการจัดการความเสี่ยง", "(ตัวชี้วัดที่ 10 การป้องกันการทุจริต)"),
    "title": ("ทบทวนการจัดการความเสี่ยง",),
    "steps": ("7.1 แต่งตั้งคณะทำงาน", "7.2 รายงานผล"),
    "lead": ("สำนักปลัด",),
    "support": ("กองคลัง, กองช่าง",),
    "owner": ("สำนักปลัด", "สนับสนุน: กองคลัง, กองช่าง"),
    "units": ("หน่วยงานรับผิดชอบหลัก: สำนักปลัด", "หน่วยงานสนับสนุน: กองคลัง, กองช่าง"),
    "period": ("พ.ย. 66 - มี.ค. 67",),
    "follow_up": ("ประชุมประจำเดือนเมษายน 2567",),
    "cures": ("o30, o31",),
    "evidence": ("คำสั่ง",),
    "not_started": (),
    "in_progress": (),
    "done": ("✓",),
    "state": ("ดำเนินการแล้ว",),
    "actions": ("1. ออกคำสั่งแต่งตั้ง เมื่อวันที่ 15 พฤศจิกายน 2566", "2. รายงานผู้บริหาร"),
    "output": ("1. ได้คำสั่งแต่งตั้ง 1 ฉบับ", "2. ประชุม 2 ครั้ง"),
    "outcome": ("ความเสี่ยงสูงลดลงเหลือ 1 เรื่อง",),
    "proofs": (
        "1. คำสั่งที่ 12/2566 ลงวันที่ 15 พฤศจิกายน 2566 www.a.go.th/12",
        "2. รายงานการประชุม",
    ),
    "note": (),
}
NOT_SAID = {
    **dict.fromkeys(SAID, ()),
    "number": ("7",),
    "measure": ("7. จัดระเบียบห้องบริการ",),
    "measure_codes": ("7. จัดระเบียบห้องบริการ",),
    "measure_indicator": ("7. จัดระเบียบห้องบริการ",),
    "indicator": ("-",),
    "title": ("จัดระเบียบห้องบริการ",),
    "period": ("พ.ย. 66 - มี.ค. 67",),
}


def cells(measure: Measure) -> dict[str, tuple[str, ...]]:
    return {key: field.cell(case(), 7, measure) for key, field in FIELDS.items()}


def test_a_measure_of_which_all_is_known_fills_every_field() -> None:
    assert cells(RISK) == SAID


def test_what_nobody_has_said_is_blank() -> None:
    assert cells(replace(OWN, follow_up="", cures=(), evidence=())) == NOT_SAID


def test_the_vocabulary_is_complete_and_every_field_has_its_heading() -> None:
    headings = {key: field.heading(case()) for key, field in FIELDS.items()}

    assert headings.keys() == SAID.keys()
    assert headings["cures"] == "ข้อ OIT ที่ต้องเผยแพร่ ปี 2567"
    assert all(headings.values())


@pytest.mark.parametrize(
    ("state", "ticks"),
    [
        (None, ((), (), ())),
        (State.NOT_STARTED, (("✓",), (), ())),
        (State.IN_PROGRESS, ((), ("✓",), ())),
        (State.DONE, ((), (), ("✓",))),
    ],
)
def test_one_of_three_states_is_ticked_and_none_if_nobody_has_said(
    state: State | None, ticks: tuple[tuple[str, ...], ...]
) -> None:
    told = case(progress={"M-001": Progress(state=state)})

    assert tuple(FIELDS[each.value].cell(told, 1, RISK) for each in State) == ticks


@pytest.mark.parametrize(
    "lines",
    [("๑. ประชุม", "๒. รายงาน"), ("1) ประชุม", "2) รายงาน"), ("ประชุม",), ()],
)
def test_lines_that_somebody_has_numbered_or_a_single_one_stay_as_they_are(
    lines: tuple[str, ...],
) -> None:
    told = case(progress={"M-001": Progress(output=lines)})

    assert FIELDS["output"].cell(told, 1, RISK) == lines


@pytest.mark.parametrize(
    ("answers", "indicators"),
    [
        (("e3/survey",), ("6. คุณภาพการดำเนินงาน",)),
        (("9.2", "o1"), ("9. การเปิดเผยข้อมูล",)),
        (("o35", "i8"), ("10. การป้องกันการทุจริต", "2. การใช้งบประมาณ")),
        (("OIT", "total", "x9/survey"), ("-",)),
    ],
)
def test_indicators_are_those_of_the_codes_each_once(
    answers: tuple[str, ...], indicators: tuple[str, ...]
) -> None:
    assert FIELDS["indicator"].cell(case(), 1, replace(RISK, answers=answers)) == indicators


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("o1", "โครงสร้าง"),
        ("9", "การเปิดเผยข้อมูล"),
        ("OIT", "แบบตรวจการเปิดเผยข้อมูลสาธารณะ"),
        ("9.1", "ข้อมูลพื้นฐาน"),
        ("total", ""),
        ("x9", ""),
    ],
)
def test_the_topic_of_a_code_is_that_of_the_edition(name: str, topic: str) -> None:
    assert topic_of(case(), name) == topic


def test_a_topic_that_nobody_has_read_is_blank() -> None:
    assert load_edition("nacc-2566").items["i1"].topic is None
    assert FIELDS["answers"].cell(case(), 1, replace(RISK, answers=("i1",))) == ("i1",)


def test_a_score_that_nobody_gave_is_left_out() -> None:
    measured = replace(BUDGET, answers=("i7", "i8", "x9", "e3/survey"))

    assert FIELDS["score"].cell(case(), 1, measured) == ("i8: 80.50", "e3 (EIT Survey): 70.00")


def test_a_table_of_all_measures_has_the_usual_headings_and_widths() -> None:
    made = measures_table(case(), "มาตรการ", ("number", "title"))

    assert made.caption == "มาตรการ"
    assert made.columns == (Column("ที่", 2, Align.CENTRE), Column("มาตรการ", 7))
    assert made.rows == tuple(
        (Cell((str(number),)), Cell((measure.title,)))
        for number, measure in enumerate((RISK, BUDGET, OWN), start=1)
    )
