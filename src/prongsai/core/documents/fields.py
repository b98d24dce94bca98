"""The columns that a table of measures may have: what stands in them, and how.

A layout names them, in its own order and under its own headings. What nobody has said is blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Align, Cell, Column, Table
from prongsai.core.documents.units import behind, lead_lines, unit_lines
from prongsai.core.editions.model import Edition
from prongsai.core.measures.model import Measure
from prongsai.core.results import key_of
from prongsai.core.tracking import Action, Proof, State

TICK = "✓"

Lines = tuple[str, ...]
_NUMBER = re.compile(r"([0-9๐-๙]{1,2})([.)])(?![0-9๐-๙])")
_MARK = re.compile(r"(?:^|\s)(?:[-–•]\s|\(?[0-9๐-๙]{1,2}\s?[.)])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column: its key, its usual share of the width, and the lines of a cell.

    `cell` takes the number of the measure in the document. The usual heading is an official word.
    """

    key: str
    width: int
    align: Align = Align.LEFT
    cell: Callable[[Case, int, Measure], Lines]

    def heading(self, case: Case) -> str:
        """Return the usual heading."""
        plan = case.plan
        return case.texts(
            f"field_{self.key}", result_year=plan.result_year, plan_year=plan.plan_year
        )


def columns(case: Case, keys: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of fields as they usually are."""
    fields = (FIELDS[key] for key in keys)
    return tuple(Column(each.heading(case), each.width, each.align) for each in fields)


def rows(
    case: Case, keys: Sequence[str], measures: Iterable[tuple[int, Measure]]
) -> tuple[tuple[Cell, ...], ...]:
    """Return a row for each numbered measure, with a cell for each field."""
    return tuple(
        tuple(Cell(FIELDS[key].cell(case, number, measure)) for key in keys)
        for number, measure in measures
    )


def measures_table(case: Case, caption: str, keys: Sequence[str]) -> Table:
    """Return the table of all measures of the plan, its columns as they usually are."""
    numbered = enumerate(case.plan.measures, start=1)
    return Table(caption, columns(case, keys), rows(case, keys, numbered))


def indicator_of(name: str, edition: Edition) -> str | None:
    """Return the key of the indicator that a code is of or is; None for what is above or unknown.

    `name` is that of an answer: i7, e3/survey, 9.2, 10.
    """
    return _of_these(name, edition, edition.indicators)


def instrument_of(name: str, edition: Edition) -> str | None:
    """Return the key of the instrument that a code is of or is; None for the total or unknown."""
    return _of_these(name, edition, edition.instrument)


def topic_of(case: Case, name: str) -> str:
    """Return the Thai topic or title of a code; empty where nobody has read it."""
    edition = case.analysis.card.edition
    code, _ = key_of(name)
    if code in edition.items:
        known = edition.items[code].topic
    elif code in edition.sub_indicators:
        known = edition.sub_indicators[code].title
    else:
        return case.title(code) if code in edition.ancestors else ""
    return "" if known is None else known.th


def _of_these(name: str, edition: Edition, known: Iterable[str]) -> str | None:
    code, _ = key_of(name)
    line = (code, *edition.ancestors.get(code, ()))
    return next((each for each in line if each in known), None)


def _number(_case: Case, number: int, _measure: Measure) -> Lines:
    return (str(number),)


def _indicators(case: Case, measure: Measure) -> Iterator[tuple[str, str]]:
    """Yield the key and the title of each indicator that the measure answers, once."""
    edition = case.analysis.card.edition
    keys = dict.fromkeys(indicator_of(name, edition) for name in measure.answers)
    for key in keys:
        if key is not None:
            yield key, case.title(key)


def _indicator(case: Case, _number: int, measure: Measure) -> Lines:
    lines = tuple(
        case.texts("indicator_line", key=key, title=title)
        for key, title in _indicators(case, measure)
    )
    return lines or (case.texts("dash"),)  # blank, it would read as the one above


def _answers(case: Case, _number: int, measure: Measure) -> Lines:
    return tuple(
        " ".join(filter(None, (case.spelled(name), topic_of(case, name))))
        for name in measure.answers
    )


def _score(case: Case, _number: int, measure: Measure) -> Lines:
    scores = case.analysis.card.scores
    found = ((name, scores.get(key_of(name))) for name in measure.answers)
    return tuple(
        case.texts("answer_score", code=case.spelled(name), score=case.shown(score.score))
        for name, score in found
        if score is not None and score.score is not None
    )


def _title(_case: Case, _number: int, measure: Measure) -> Lines:
    return _said(measure.title)


def _measure(case: Case, number: int, measure: Measure) -> Lines:
    return (case.texts("measure_title", number=number, title=measure.title).strip(),)


def _measure_codes(case: Case, number: int, measure: Measure) -> Lines:
    lines = [*_measure(case, number, measure)]
    if measure.answers:
        codes = ", ".join(case.spelled(name) for name in measure.answers)
        lines.append(case.texts("measure_answers", year=case.plan.result_year, codes=codes))
    if measure.cures:
        codes = ", ".join(measure.cures)
        lines.append(case.texts("measure_cures", year=case.plan.plan_year, codes=codes))
    return tuple(lines)


def _measure_indicator(case: Case, number: int, measure: Measure) -> Lines:
    named = (
        case.texts("indicator_named", key=key, title=title)
        for key, title in _indicators(case, measure)
    )
    brackets = (case.texts("indicator_in_brackets", indicator=each) for each in named)
    return (*_measure(case, number, measure), *brackets)


def _steps(case: Case, number: int, measure: Measure) -> Lines:
    return tuple(
        case.texts("step", number=number, step=step, text=text)
        for step, text in enumerate(measure.steps, start=1)
    )


def _lead(_case: Case, _number: int, measure: Measure) -> Lines:
    return lead_lines([measure.lead])


def _support(_case: Case, _number: int, measure: Measure) -> Lines:
    return unit_lines(measure.support)


def _owner(case: Case, _number: int, measure: Measure) -> Lines:
    return owner_lines(case, [measure.lead], measure.support)


def owner_lines(case: Case, leads: Iterable[str], support: Sequence[str]) -> Lines:
    """Return the units that lead, and behind them those that support."""
    return (*lead_lines(leads), *behind(case.texts("supported_by"), unit_lines(support)))


def _units(case: Case, _number: int, measure: Measure) -> Lines:
    return (
        *behind(case.texts("unit_lead"), lead_lines([measure.lead])),
        *behind(case.texts("unit_support"), unit_lines(measure.support)),
    )


def _period(case: Case, _number: int, measure: Measure) -> Lines:
    return _said(case.period(measure))


def _follow_up(_case: Case, _number: int, measure: Measure) -> Lines:
    return _said(measure.follow_up)


def _cures(_case: Case, _number: int, measure: Measure) -> Lines:
    return _said(", ".join(measure.cures))


def _evidence(case: Case, _number: int, measure: Measure) -> Lines:
    return listed(case, measure.evidence)


def _ticked(state: State) -> Callable[[Case, int, Measure], Lines]:
    """Return the cell that has a tick where a measure is in a state."""
    return lambda case, _, measure: (TICK,) if case.of(measure).state is state else ()


def _state(case: Case, _number: int, measure: Measure) -> Lines:
    state = case.of(measure).state
    return () if state is None else (FIELDS[state.value].heading(case),)


def _actions(case: Case, _number: int, measure: Measure) -> Lines:
    return listed(case, [_action(case, each) for each in case.of(measure).actions])


def _action(case: Case, action: Action) -> str:
    if action.on is None:
        return action.text
    return case.texts("action_on", text=action.text, day=case.plan.style.day(action.on))


def _output(case: Case, _number: int, measure: Measure) -> Lines:
    return listed(case, case.of(measure).output)


def _outcome(case: Case, _number: int, measure: Measure) -> Lines:
    return listed(case, case.of(measure).outcome)


def _proofs(case: Case, _number: int, measure: Measure) -> Lines:
    return listed(case, [_proof(case, each) for each in case.of(measure).proofs])


def _proof(case: Case, proof: Proof) -> str:
    what = proof.what
    if proof.dated is not None:
        what = case.texts("proof_dated", what=what, day=case.plan.style.day(proof.dated))
    return " ".join(_said(what, proof.address))


def _note(_case: Case, _number: int, _measure: Measure) -> Lines:
    return ()  # to be written on


def _said(*texts: str) -> Lines:
    """Return the texts that say something."""
    return tuple(filter(None, texts))


def listed(case: Case, lines: Iterable[str]) -> Lines:
    """Return lines, numbered if they are several, or one with a list in it.

    Those that somebody has numbered from 1 stay as they are; where only some have a number, ours
    stand before it: it must be seen where each begins.
    """
    said = _said(*lines)
    if _are_numbered(said) or (len(said) == 1 and not _MARK.search(said[0])):
        return said
    return tuple(
        case.texts("listed", number=number, text=text) for number, text in enumerate(said, start=1)
    )


def _are_numbered(lines: Lines) -> bool:
    """Tell whether lines have the numbers 1, 2 … with one sign, and a single one no list in it."""
    marks = [mark for line in lines if (mark := _NUMBER.match(line))]
    numbers, signs = [int(mark[1]) for mark in marks], {mark[2] for mark in marks}
    is_alone = len(lines) != 1 or len(_MARK.findall(lines[0])) == 1
    return is_alone and len(signs) < 2 and numbers == [*range(1, len(lines) + 1)]


FIELDS: dict[str, Field] = {
    field.key: field
    for field in (
        Field(key="number", width=2, align=Align.CENTRE, cell=_number),
        Field(key="indicator", width=5, cell=_indicator),
        Field(key="answers", width=6, cell=_answers),
        Field(key="score", width=3, align=Align.CENTRE, cell=_score),
        Field(key="measure", width=7, cell=_measure),
        Field(key="measure_codes", width=7, cell=_measure_codes),
        Field(key="measure_indicator", width=7, cell=_measure_indicator),
        Field(key="title", width=7, cell=_title),
        Field(key="steps", width=10, cell=_steps),
        Field(key="lead", width=4, cell=_lead),
        Field(key="support", width=4, cell=_support),
        Field(key="owner", width=4, cell=_owner),
        Field(key="units", width=5, cell=_units),
        Field(key="period", width=4, cell=_period),
        Field(key="follow_up", width=5, cell=_follow_up),
        Field(key="cures", width=3, align=Align.CENTRE, cell=_cures),
        Field(key="evidence", width=5, cell=_evidence),
        *(
            Field(key=state.value, width=3, align=Align.CENTRE, cell=_ticked(state))
            for state in State
        ),
        Field(key="state", width=3, align=Align.CENTRE, cell=_state),
        Field(key="actions", width=8, cell=_actions),
        Field(key="output", width=8, cell=_output),
        Field(key="outcome", width=8, cell=_outcome),
        Field(key="proofs", width=6, cell=_proofs),
        Field(key="note", width=4, cell=_note),
    )
}
"""Every field by its key, in the order in which a plan is read."""
