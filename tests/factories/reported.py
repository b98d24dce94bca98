"""Measures as rows of a document and what is reported of them; what no test names is in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from prongsai.core.checks.model import Rule, Subject
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import (
    Certainty,
    NamedYear,
    Passage,
    Place,
    Reading,
    ReadMeasure,
    Said,
    YearRole,
)
from prongsai.core.tracking import Action, State
from prongsai.formats.editions import load_edition

T = TypeVar("T")

ROW = Place(table=1, row=1)
PERIOD = (Month(2566, 11), Month(2567, 1))


def said(value: T, words: str = "", certainty: Certainty = Certainty.SURE) -> Said[T]:
    return Said(value=value, words=words or str(value), place=ROW, certainty=certainty)


def texts(*values: str) -> tuple[Said[str], ...]:
    return tuple(map(said, values))


def row(**more: Any) -> ReadMeasure:
    """Make a measure that says all that a plan asks for."""
    made = ReadMeasure(
        place=ROW,
        asked=frozenset({"title", "answers", "steps", "lead", "period", "follow_up"}),
        title=said("ทบทวนแผน"),
        answers=texts("o36"),
        steps=texts("ทบทวน"),
        lead=texts("สำนักปลัด"),
        period=said(PERIOD),
        follow_up=said("รายงานต่อที่ประชุม"),
    )
    return replace(made, **more)


def reported(
    state: State | None, certainty: Certainty = Certainty.SURE, **more: Any
) -> ReadMeasure:
    """Make a measure of which the state, what was done and the evidence are asked for."""
    ticked = None if state is None else said(state, certainty=certainty)
    asked = frozenset({"state", "actions", "output", "outcome", "proofs"})
    return row(**{"asked": asked, "state": ticked, **more})


def actions(*days: date | str) -> tuple[Said[Action], ...]:
    """Make actions of a day each, or of a text without a day."""
    made = (
        Action(text=day) if isinstance(day, str) else Action(text="ประชุม", on=day) for day in days
    )
    return tuple(said(action, action.text) for action in made)


def cell(field: str, text: str, number: int = 1) -> Passage:
    """Make a cell of a row."""
    return Passage(text=text, place=Place(table=1, row=number, column=field), field=field)


def subject(*measures: ReadMeasure, plan: int | None = 2567, **reading: Any) -> Subject:
    """Make a document of measures, of a year whose results are those of 2566."""
    year = () if plan is None else (said(NamedYear(year=plan, role=YearRole.PLAN)),)
    return Subject(
        reading=Reading(years=year, measures=measures, **reading),
        result_edition=load_edition("nacc-2566"),
    )


def told(rule: Rule, *measures: ReadMeasure, **more: Any) -> list[str]:
    """Return what a rule says of measures, each as `must_mend: what is wrong What is expected`."""
    return [f"{p.severity}: {p.what} {p.expected}" for p in rule(subject(*measures, **more))]
