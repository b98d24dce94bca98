"""How far a measure has come: what a person may write, what is written, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.editions.node import Node, Notes
from prongsai.core.tracking import NOTHING_SAID, Action, Progress, Proof, State
from prongsai.formats.progress_fields import progress_of, progress_out

FULL = Progress(
    state=State.DONE,
    actions=(Action(text="ประชุม", on=date(2024, 1, 8)), Action(text="เวียนร่าง")),
    output=("ได้แผน 1 ฉบับ",),
    outcome=("ประชาชนรู้",),
    proofs=(
        Proof(what="คำสั่ง", address="www.example.go.th/1", dated=date(2023, 11, 20)),
        Proof(what="ภาพถ่าย"),
    ),
)
FIELDS = {
    "state": "done",
    "actions": [{"on": "8 มกราคม 2567", "text": "ประชุม"}, {"text": "เวียนร่าง"}],
    "output": ["ได้แผน 1 ฉบับ"],
    "outcome": ["ประชาชนรู้"],
    "proofs": [
        {"what": "คำสั่ง", "address": "www.example.go.th/1", "dated": "20 พฤศจิกายน 2566"},
        {"what": "ภาพถ่าย"},
    ],
}
TEXT = "Write a text here, in quotation marks if it looks like a number."
STATES = "not_started, in_progress, done, ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ, ดำเนินการแล้ว"


def read(value: object) -> tuple[Progress, list[str]]:
    notes = Notes()
    progress = progress_of(Node(value, ("progress",), notes))
    return progress, [str(refusal) for refusal in notes.refusals]


def test_progress_is_written_and_read_back() -> None:
    assert progress_out(FULL) == FIELDS
    assert read(FIELDS) == (FULL, [])


def test_what_nobody_has_said_is_left_out() -> None:
    assert progress_out(NOTHING_SAID) == {}
    assert read({}) == (NOTHING_SAID, [])
    assert read(dict.fromkeys(FIELDS)) == (NOTHING_SAID, [])


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("ยังไม่ดำเนินการ", State.NOT_STARTED),
        ("อยู่ระหว่างดำเนินการ", State.IN_PROGRESS),
        (" ดำเนินการแล้ว ", State.DONE),
        ("in_progress", State.IN_PROGRESS),
        ("", None),
        (" ", None),
    ],
)
def test_a_state_is_its_key_or_the_words_of_its_column(written: str, state: State | None) -> None:
    assert read({"state": written}) == (Progress(state=state), [])


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"state": "เสร็จ"}, f"state: “เสร็จ” is no state of a measure. Allowed: {STATES}."),
        ({"actions": [{"text": ""}]}, f"actions › row 1 › text: Expected a text, found “”. {TEXT}"),
        (
            {"actions": [{"on": "8 มกราคม 2567"}]},
            "actions › row 1 › text: This field is missing. Add it.",
        ),
        ({"proofs": [{"what": " "}]}, f"proofs ›   › what: Expected a text, found “ ”. {TEXT}"),
        (
            {"proofs": [{"what": "ภาพ", "dated": "วานนี้"}]},
            (
                "proofs › ภาพ › dated: วานนี้ is no day."
                " Write year-month-day; the year may be B.E. or A.D."
            ),
        ),
        (
            {"actions": "ประชุม"},
            (
                "actions: Expected a list, found “ประชุม”."
                " Begin each entry with a hyphen, or write [] for none."
            ),
        ),
    ],
)
def test_a_mistake_is_refused_at_its_place(fields: dict[str, object], refusal: str) -> None:
    assert read(fields)[1] == [f"progress › {refusal}"]
