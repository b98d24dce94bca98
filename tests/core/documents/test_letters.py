"""What holds for memo, order and meeting paper whatever the results and the measures are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.documents.grid import grid
from prongsai.core.documents.meeting import meeting
from prongsai.core.documents.memo import memo
from prongsai.core.documents.model import Paragraph, Table
from prongsai.core.documents.order import order
from prongsai.core.documents.prepare import prepared, texts
from prongsai.core.measures.model import Measure, Plan
from prongsai.core.results import Result, ResultSheet, key_of
from prongsai.formats.editions import load_edition
from prongsai.formats.kinds import Builder
from tests.factories.cases import DATED, PLAN, RISK, case

CODES = [*load_edition(PLAN.edition).ancestors, "total", "e1/public", "e1/survey", "EIT/survey"]
names = st.sampled_from(CODES)
scores = st.none() | st.integers(0, 100).map(Decimal)


def result(name: str, score: Decimal | None, weak: bool) -> Result:
    code, part = key_of(name)
    return Result(code=code, part=part, score=score, weak=weak)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Make plans of any results, and of measures that answer any of them in any unit."""
    codes = draw(st.lists(names, unique=True, max_size=40))
    sheet = ResultSheet(tuple(result(each, draw(scores), draw(st.booleans())) for each in codes))
    measure = st.builds(
        lambda answers, lead: replace(RISK, answers=answers, lead=lead),
        st.lists(names, max_size=5).map(tuple),
        st.sampled_from(["", "กองคลัง", "สำนักปลัด/ทุกกอง"]),
    )
    measures: list[Measure] = draw(st.lists(measure, max_size=8))
    return replace(PLAN, results=sheet, measures=tuple(measures))


@pytest.mark.parametrize(
    ("kind", "build"), [("memo", memo), ("order", order), ("meeting", meeting)]
)
@given(plan=plans())
def test_tables_are_whole_and_every_sentence_is_filled_in(
    kind: str, build: Builder, plan: Plan
) -> None:
    document = prepared(build(case(kind, plan), DATED))

    for block in document.blocks:
        if isinstance(block, Table):
            assert len(grid(block)) == len(block.rows)
            assert block.rows
        if isinstance(block, Paragraph):
            assert block.text
    everything = "\n".join(texts(document))
    assert "None" not in everything
    assert "%" not in everything
