"""What is done shows a day or evidence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from prongsai.core.checks.done_without_proof import done_without_proof
from prongsai.core.readings.model import Certainty
from prongsai.core.tracking import Proof, State
from tests.factories.reported import actions, reported, said, texts, told

SAID = (
    "“ทบทวนแผน” is called done, but no day and no evidence shows it."
    " Write on which day it was done, or what shows it."
)


def test_done_without_a_day_and_without_evidence_is_found() -> None:
    bare = reported(State.DONE, actions=actions("ประชุม"), output=texts("ได้แผน 1 ฉบับ"))

    assert told(done_without_proof, bare) == [f"must_mend: {SAID}"]


def test_where_no_evidence_is_asked_for_it_is_worth_a_look() -> None:
    bare = reported(State.DONE, asked=frozenset({"state", "output"}))

    assert told(done_without_proof, bare) == [f"look_at: {SAID}"]


@pytest.mark.parametrize(
    "shown",
    [
        {"proofs": (said(Proof(what="คำสั่ง")),)},
        {"actions": actions(date(2024, 1, 8))},
        {"actions": actions("ประชุมเมื่อเดือนมกราคม 2567")},
        {"output": texts("ประกาศใช้แผนเมื่อวันที่ 31 มกราคม 2567")},
    ],
)
def test_a_day_a_month_or_evidence_shows_it(shown: dict[str, Any]) -> None:
    assert told(done_without_proof, reported(State.DONE, **shown)) == []


@pytest.mark.parametrize("state", [State.NOT_STARTED, State.IN_PROGRESS, None])
def test_what_is_not_done_needs_no_proof(state: State | None) -> None:
    assert told(done_without_proof, reported(state)) == []


def test_a_document_without_a_place_for_it_and_an_unsure_tick_are_left_alone() -> None:
    silent = reported(State.DONE, asked=frozenset({"state"}))

    assert told(done_without_proof, silent, reported(State.DONE, Certainty.ASK)) == []
