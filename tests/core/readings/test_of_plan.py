"""A plan of ours is read as a document is, each value at the field of its file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.measures.model import Agency, Month
from prongsai.core.readings.model import Passage, Place, Reading, YearRole
from prongsai.core.readings.of_plan import reading_of
from prongsai.core.results import Result, ResultSheet
from prongsai.core.tracking import Action, Progress, Proof, State
from tests.factories.measures import measure, plan

KEY = "M-2571-001"
SAID = Progress(
    state=State.DONE,
    actions=(Action(text="ประชุม"),),
    output=("ได้แผน", ""),
    outcome=("ร้องเรียนน้อยลง",),
    proofs=(Proof(what="ประกาศ"),),
)
PLANNED = frozenset(
    {"title", "answers", "cures", "steps", "lead", "support", "period", "follow_up"}
)


def read(**more: object) -> Reading:
    return reading_of(plan(**more), {}, {})


def at(*path: str) -> Place:
    return Place(path=path)


def test_years_and_places_are_named_once_with_their_role() -> None:
    found = read(agency=Agency(name="อบต.ตัวอย่าง", district="สมมติ", province="ทดสอบ"))

    assert (found.kind, found.year(YearRole.RESULT), found.year(YearRole.PLAN)) == (
        "plan",
        2570,
        2571,
    )
    names = (*found.agencies, *found.districts, *found.provinces)
    assert [(each.value, each.place.path) for each in names] == [
        ("อบต.ตัวอย่าง", ("agency", "name")),
        ("สมมติ", ("agency", "district")),
        ("ทดสอบ", ("agency", "province")),
    ]
    assert read(agency=Agency(name="")).agencies == ()


def test_scores_are_those_that_were_measured_and_the_totals_of_other_years() -> None:
    results = ResultSheet(
        (
            Result(code="e1", part="public", score=Decimal("70.50")),
            Result(code="o1", weak=True),
        )
    )
    found = reading_of(
        plan(results=results, history=((2568, Decimal("80.10")), (2569, None))),
        {},
        {},
        weak=[("o1", None), ("e1", "public")],
    )

    assert [(s.value.code, s.value.part, s.value.year, s.words) for s in found.scores] == [
        ("e1", "public", None, "70.50"),
        ("total", None, 2568, "80.10"),
    ]
    assert [(each.value, each.place.path) for each in found.weak] == [
        ("o1", ("results", "o1")),
        ("e1/public", ("results", "e1/public")),
    ]


def test_a_measure_is_asked_for_its_progress_once_anything_is_said_of_it() -> None:
    silent = read().measures[0]
    [told] = reading_of(plan(), {KEY: SAID}, {}).measures

    assert (silent.key, silent.asked) == (KEY, PLANNED)
    assert silent.state is None
    assert silent.period is not None
    assert silent.period.value == (Month(2570, 10), Month(2570, 12))
    assert silent.period.words == "ต.ค. 2570 - ธ.ค. 2570"
    assert told.asked == PLANNED | {"state", "actions", "output", "outcome", "proofs"}
    assert told.state is not None
    assert (told.state.value, told.state.place) == (
        State.DONE,
        at("measures", KEY, "progress", "state"),
    )
    assert [each.value for each in told.output] == ["ได้แผน"]


def test_what_is_empty_is_blank() -> None:
    empty = measure(title="", lead="", steps=(), follow_up="", evidence=(), support=("กอง",))
    found = read(measures=(empty,))

    [read_measure] = found.measures
    assert (read_measure.title, read_measure.lead, read_measure.follow_up) == (None, (), None)
    assert found.passages == (
        Passage(text="กอง", place=at("measures", KEY, "support", "1"), field="support"),
    )


def test_every_text_that_a_person_writes_is_a_passage() -> None:
    found = reading_of(plan(), {KEY: SAID}, {})

    assert [(p.field, p.text, p.place.path[2:]) for p in found.passages] == [
        ("measure", "จัดทำแผนผัง", ("title",)),
        ("steps", "ตรวจสอบ", ("steps", "1")),
        ("steps", "เผยแพร่", ("steps", "2")),
        ("lead", "สำนักปลัด", ("lead",)),
        ("follow_up", "รายงานในที่ประชุมประจำเดือนมกราคม 2571", ("follow_up",)),
        ("evidence", "แผนผัง", ("evidence", "1")),
        ("output", "ประชุม", ("progress", "actions", "1")),
        ("output", "ได้แผน", ("progress", "output", "1")),
        ("outcome", "ร้องเรียนน้อยลง", ("progress", "outcome", "1")),
        ("evidence", "ประกาศ", ("progress", "proofs", "1")),
    ]


def test_papers_have_a_subject_and_opinions() -> None:
    signed = Signature(position="ปลัด", opinion="เห็นควรอนุมัติ")
    papers = {"memo": Paper(subject="ขออนุมัติ", signatures=(signed, replace(signed, opinion="")))}
    found = reading_of(plan(measures=()), {}, papers)

    assert found.passages == (
        Passage(text="ขออนุมัติ", place=at("papers", "memo", "subject")),
        Passage(text="เห็นควรอนุมัติ", place=at("papers", "memo", "signatures", "1", "opinion")),
    )


def test_the_only_paper_gives_its_head_and_its_chain() -> None:
    signed = Signature(name="สมมติ ใจดี", rank="ร.อ.", position="ปลัด")
    paper = Paper(
        unit="กองคลัง",
        number="สม 1/2",
        dated=date(2028, 2, 29),
        subject="รายงาน",
        to="นายก",
        signatures=(signed,),
    )
    found = reading_of(plan(), {}, {"memo": paper})
    said = (found.number, found.dated, found.unit, found.subject, found.to, *found.signatures)

    assert [each and (each.value, each.words, each.place.path[2:]) for each in said] == [
        ("สม 1/2", "สม 1/2", ("number",)),
        (date(2028, 2, 29), "29 กุมภาพันธ์ 2571", ("dated",)),
        ("กองคลัง", "กองคลัง", ("unit",)),
        ("รายงาน", "รายงาน", ("subject",)),
        ("นายก", "นายก", ("to",)),
        (signed, "ร.อ. สมมติ ใจดี ปลัด", ("signatures", "1")),
    ]


def test_of_several_papers_none_is_that_of_the_plan() -> None:
    several = {
        "memo": Paper(subject="ก", signatures=(Signature(position="ปลัด"),)),
        "order": Paper(),
    }

    for papers in (dict[str, Paper](), several):
        found = reading_of(plan(), {}, papers)
        assert (found.number, found.dated, found.subject, found.signatures) == (
            None,
            None,
            None,
            (),
        )
