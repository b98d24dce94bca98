"""How far a measure has come, as a field of the measure in a plan's file."""

from __future__ import annotations

from datetime import date

from prongsai.core.editions.node import Node
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import thai_date
from prongsai.core.thai.text import normalise
from prongsai.core.tracking import WORDS_OF_STATES, Action, Progress, Proof, State
from prongsai.formats.node_values import texts_of, words_of
from prongsai.formats.paper_fields import day_of

_FIELDS = ("state", "actions", "output", "outcome", "proofs")
_THAI = {words: state for state, words in WORDS_OF_STATES.items()}


def progress_of(node: Node) -> Progress:
    """Read the progress of one measure."""
    fields = node.fields((), _FIELDS)
    return Progress(
        state=_state(fields["state"]),
        actions=tuple(_action(row) for row in _rows(fields["actions"], "text")),
        output=texts_of(fields["output"]),
        outcome=texts_of(fields["outcome"]),
        proofs=tuple(_proof(row) for row in _rows(fields["proofs"], "what")),
    )


def progress_out(progress: Progress) -> dict[str, object]:
    """Return progress as fields to be written; what nobody has said is left out."""
    fields: dict[str, object] = {
        "state": None if progress.state is None else progress.state.value,
        "actions": [_said({"on": _day(a.on), "text": a.text}) for a in progress.actions],
        "output": list(progress.output),
        "outcome": list(progress.outcome),
        "proofs": [
            _said({"what": p.what, "address": p.address, "dated": _day(p.dated)})
            for p in progress.proofs
        ],
    }
    return _said(fields)


def _said(fields: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}


def _day(day: date | None) -> str:
    return "" if day is None else thai_date(day)


def _rows(node: Node, named_by: str) -> list[Node]:
    return node.rows(named_by) if node.present else []


def _state(node: Node) -> State | None:
    """Read a state, by its key or in the words of the tick columns."""
    word = words_of(node)
    states: dict[str, State] = {state.value: state for state in State} | _THAI
    if word and word not in states:
        node.refuse(
            say("%(found)s is no state of a measure.", found=f"“{word}”"),
            say("Allowed: %(names)s.", names=tuple(states)),
        )
    return states.get(word)


def _action(node: Node) -> Action:
    fields = node.fields(("text",), ("on",))
    return Action(text=normalise(fields["text"].text()), on=day_of(fields["on"]))


def _proof(node: Node) -> Proof:
    fields = node.fields(("what",), ("address", "dated"))
    return Proof(
        what=normalise(fields["what"].text()),
        address=words_of(fields["address"]),
        dated=day_of(fields["dated"]),
    )
