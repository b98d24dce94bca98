"""A reading becomes the draft of a plan: what was read, nothing made up, and what is open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Agency, Measure, Month
from prongsai.core.readings.draft import Draft, draft_of
from prongsai.core.readings.model import Certainty, Passage, Place, Reading, ReadMeasure, Said
from prongsai.core.sentences import say
from prongsai.core.tracking import Action, Progress, Proof, State
from tests.factories.subjects import editions, passages, said, scores, years

PLANNED = frozenset({"title", "answers", "steps", "lead", "period", "follow_up", "proofs"})


def several(*values: Any) -> tuple[Said[Any], ...]:
    return tuple(said(value, str(value)) for value in values)


def measure(asked: frozenset[str] = PLANNED, **more: Any) -> ReadMeasure:
    return ReadMeasure(place=Place(table=1, row=1), asked=asked, **more)


FULL: dict[str, Any] = {
    "title": said("ทบทวนแผน"),
    "answers": several("i7", "i7", "o35"),
    "cures": several("o1", "o1"),
    "steps": several("ประชุม", "รายงาน"),
    "lead": several("สำนักปลัด", "กองคลัง"),
    "support": several("กองช่าง"),
    "period": said((Month(2566, 10), Month(2567, 3))),
    "follow_up": said("รายงานทุกเดือน"),
    "proofs": several(Proof(what="คำสั่ง")),
}

MEASURE = Measure(
    key="M-2567-001",
    title="ทบทวนแผน",
    answers=("i7", "o35"),
    steps=("ประชุม", "รายงาน"),
    lead="สำนักปลัด, กองคลัง",
    support=("กองช่าง",),
    period=(Month(2566, 10), Month(2567, 3)),
    follow_up="รายงานทุกเดือน",
    cures=("o1",),
    evidence=("คำสั่ง",),
)


def draft(*measures: ReadMeasure, **more: Any) -> Draft:
    given = {"years": years(2566, 2567), **more}
    return draft_of(Reading(measures=measures, **given), editions())


def test_what_was_read_becomes_a_plan() -> None:
    made = draft(
        measure(**FULL),
        kind="plan",
        agencies=several("อบต.หนึ่ง", "อบต.สอง", "อบต.สอง"),
        districts=several("เมือง"),
        provinces=several("ตัวอย่าง"),
        scores=(*scores("6 84.87"), *scores("total 80, total 81", year=2565)),
    )

    assert (made.kind, made.plan.measures) == ("plan", (MEASURE,))
    assert made.plan.agency == Agency(name="อบต.สอง", district="เมือง", province="ตัวอย่าง")
    assert (made.plan.edition, made.plan.result_year, made.plan.plan_year) == (
        "nacc-2566",
        2566,
        2567,
    )
    assert made.plan.results.scores == {("6", None): Decimal("84.87")}
    assert made.plan.history == ((2565, Decimal(80)),)
    assert (made.progress, made.papers, made.open) == ({}, {}, ())


def test_what_the_document_does_not_say_stays_empty() -> None:
    (empty,) = draft(measure()).plan.measures

    assert empty == Measure(
        key="M-2567-001",
        title="",
        answers=(),
        steps=(),
        lead="",
        support=(),
        period=None,
        follow_up="",
        cures=(),
        evidence=(),
    )


def test_a_report_has_progress_and_proofs_and_no_dated_act_stands_twice() -> None:
    action = Said(value=Action(text="ประชุม", on=date(2024, 1, 31)), words="1. ประชุม", place=Place())
    entries = tuple(Said(value=w[3:], words=w, place=Place()) for w in ("1. ประชุม", "2. ได้แผน"))
    reported = measure(
        PLANNED | {"state", "output"},
        state=said(State.DONE),
        actions=(action,),
        output=entries,
        outcome=several("ร้องเรียนลดลง"),
        proofs=FULL["proofs"],
    )
    made = draft(reported, measure(frozenset({"output"})))

    assert made.progress == {
        "M-2567-001": Progress(
            state=State.DONE,
            actions=(action.value,),
            output=("ได้แผน",),
            outcome=("ร้องเรียนลดลง",),
            proofs=(Proof(what="คำสั่ง"),),
        )
    }
    assert [each.evidence for each in made.plan.measures] == [(), ()]


def test_what_a_person_must_say_is_left_out_and_told_once() -> None:
    why = say("Several states are ticked.")
    unsure = Said(
        value=State.DONE, words="✓ ✓", place=Place(table=1), certainty=Certainty.ASK, why=why
    )
    made = draft(
        measure(
            PLANNED | {"state"},
            state=unsure,
            title=said("แผน", "แผ่น", certainty=Certainty.ASK),
            steps=(said("ก", "ก", certainty=Certainty.ASK), said("ข")),
        ),
        agencies=(said("อบต.หนึ่ง", "อบต.", certainty=Certainty.ASK),),
    )

    assert [(str(each.what), each.place.table) for each in made.open] == [
        ("“อบต.” is not clear.", 1),
        ("“แผ่น” is not clear.", 1),
        ("“ก” is not clear.", 1),
        ("“✓ ✓” is not clear: Several states are ticked.", 1),
    ]
    assert (made.plan.agency.name, made.progress) == ("", {})
    assert [(each.title, each.steps) for each in made.plan.measures] == [("", ("ข",))]


def test_a_letter_brings_its_paper() -> None:
    signature = Signature(name="นายสมมติ ใจดี", position="ปลัด")
    head = {
        "number": said("ตย 1/-"),
        "dated": said(date(2023, 12, 1)),
        "subject": said("รายงาน"),
        "signatures": several(signature),
    }
    paper = Paper(
        number="ตย 1/-", dated=date(2023, 12, 1), subject="รายงาน", signatures=(signature,)
    )

    assert draft(kind="memo", **head).papers == {"memo": paper}
    assert draft(kind="plan", **head).papers == {}
    assert draft(kind="memo").papers == {}


@pytest.mark.parametrize(
    ("texts", "thai"), [(("ปี ๒๕๖๖", "ข้อ 1"), True), (("ปี 2566", "ข้อ ๑"), False), ((), False)]
)
def test_a_document_in_thai_digits_is_written_anew_in_them(
    texts: tuple[str, ...], thai: bool
) -> None:
    found: tuple[Passage, ...] = passages(*texts)

    assert draft(passages=found).plan.style.thai_digits is thai


def test_a_year_that_no_edition_serves_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        draft(years=years(2540, 2541))

    assert str(caught.value) == (
        "no edition serves the fiscal year 2540. Say the year of the results with --year."
    )
