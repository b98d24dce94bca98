"""What each kind of document prints of a plan, and so what must be read of it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import indicator_of, instrument_of
from prongsai.core.documents.memo.points import points
from prongsai.core.documents.posts import units_in
from prongsai.core.editions.model import CHECKLIST, TOTAL
from prongsai.core.measures.reach import weak_keys
from prongsai.core.readings.model import Place, Reading, ReadMeasure, Said, YearRole
from prongsai.core.readings.of_plan import reading_of
from prongsai.core.results import name_of
from prongsai.core.scoring.model import Kind
from prongsai.core.thai.calendar import buddhist_year
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise
from prongsai.core.tracking import Action, Due, by_due
from tests.factories.plausible import Given

T = TypeVar("T")
Values = dict[str, object]
Scores = dict[str, Decimal]

PLANNED = ("title", "steps", "lead", "support", "period")
_WHOLES = (Kind.TOTAL, Kind.INSTRUMENT, Kind.INDICATOR, Kind.SUB_INDICATOR)
_MOST_GAINS = 10
_NOWHERE = Place()
_FURTHER = re.compile(r"\s(?:[-–•]\s|\(?[0-9]{1,2}\s?[.)])")
_MEETING = (Due.LATE, Due.DUE, Due.RUNNING, Due.DONE, Due.UNDATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prints:
    """What a kind prints: values of the whole document, and fields of each measure.

    `rows`: the measures in the order in which they stand.
    """

    head: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()
    rows: Callable[[Given, Case], Sequence[ReadMeasure]]
    scores: Callable[[Case], Scores] = lambda _: {}
    weak: Callable[[Case], Sequence[str]] = lambda _: ()


def _in_plan_order(given: Given, _: Case | None = None) -> Sequence[ReadMeasure]:
    return reading_of(given.plan, given.progress, given.papers).measures


def _coded(given: Given, case: Case) -> Sequence[ReadMeasure]:
    """Return the measures in order; where none says by brackets what it is for, its steps do."""
    rows = _in_plan_order(given, case)
    if any(row.answers or row.cures for row in rows):
        return rows
    return [replace(row, cures=tuple(_codes_in(row.steps))) for row in rows]


def _codes_in(steps: Sequence[Said[str]]) -> Iterator[Said[str]]:
    for step in steps:
        yield from (_said(code) for code in re.findall(r"(?<![A-Za-z0-9])o[0-9]{1,2}", step.value))


def _sorted(given: Given, place: Callable[[int], Any]) -> Sequence[ReadMeasure]:
    rows = _in_plan_order(given)
    return [rows[number] for number in sorted(range(len(rows)), key=place)]


def _with_indicators(given: Given, case: Case) -> Sequence[ReadMeasure]:
    """Give each measure the first indicator that its answers are of."""
    edition = case.analysis.card.edition
    rows = []
    for measure, row in zip(given.plan.measures, _in_plan_order(given), strict=True):
        found = (indicator_of(name, edition) for name in measure.answers)
        key = next(filter(None, found), None)
        said = None if key is None else Said(value=key, words=key, place=row.place)
        rows.append(replace(row, indicator=said))
    return rows


def _by_instrument(given: Given, case: Case) -> Sequence[ReadMeasure]:
    edition = case.analysis.card.edition
    order = [*edition.instrument, None]
    rows = _with_indicators(given, case)

    def place(number: int) -> int:
        names = given.plan.measures[number].answers
        return order.index(next(filter(None, (instrument_of(n, edition) for n in names)), None))

    return [rows[number] for number in sorted(range(len(rows)), key=place)]


def _by_lead(given: Given, _: Case) -> Sequence[ReadMeasure]:
    leads = [each.lead for each in given.plan.measures]
    return _sorted(given, lambda number: leads.index(leads[number]))


def _by_due(given: Given, _: Case) -> Sequence[ReadMeasure]:
    """Return the measures that a meeting looks at, each with its end and its latest action."""
    paper = given.papers.get("meeting")
    day = (paper.dated if paper else None) or given.dated
    groups = by_due(given.plan.measures, given.progress, day)
    rows = {row.key: row for row in _in_plan_order(given)}
    return [_at_the_meeting(rows[each.key]) for due in _MEETING for each in groups[due]]


def _at_the_meeting(row: ReadMeasure) -> ReadMeasure:
    dated = [each for each in row.actions if each.value.on is not None]
    latest = max(reversed(dated), key=lambda each: each.value.on or date.min, default=None)
    end = row.period and replace(row.period, value=(row.period.value[1],) * 2)
    return replace(row, period=end, actions=() if latest is None else (_alone(latest),))


def _alone(said: Said[Action]) -> Said[Action]:
    """Return an action without the number that it had in a list of its own."""
    text = re.sub(
        r"^(?:[0-9]{1,2}[.)](?![0-9])|[0-9]{1,2}\.[0-9]{1,2}\s|-)\s*", "", said.value.text
    )
    return replace(said, value=replace(said.value, text=text))


def _of_points(_given: Given, case: Case) -> Sequence[ReadMeasure]:
    """Return a measure for each weak point: all that is done about it, each thing once."""
    return [_of_point(point, case) for point in points(case)]


def _of_point(point: Any, case: Case) -> ReadMeasure:
    plan = replace(case.plan, measures=tuple(measure for _, measure in point.measures))
    rows = reading_of(plan, {}, {}).measures
    steps = tuple(
        step for row in rows for step in row.steps or (() if row.title is None else (row.title,))
    )
    months = [row.period.value for row in rows if row.period]
    name = Said(value=point.name, words="", place=_NOWHERE)
    is_checklist = point.instrument == CHECKLIST
    follow_ups = dict.fromkeys(row.follow_up.value for row in rows if row.follow_up)
    return ReadMeasure(
        place=_NOWHERE,
        asked=frozenset(),
        answers=(name,),
        steps=steps,
        lead=_once(each for row in rows for each in _leads(row.lead)),
        support=_once(each for row in rows for each in row.support),
        period=None
        if not months or not is_checklist
        else _said((min(m[0] for m in months), max(m[1] for m in months))),
        follow_up=_said("\n".join(follow_ups)) if follow_ups and is_checklist else None,
    )


def _said(value: T) -> Said[T]:
    return Said(value=value, words="", place=_NOWHERE)


def _once(said: Iterable[Said[str]]) -> tuple[Said[str], ...]:
    return tuple({each.value: each for each in said}.values())


def _leads(lead: Sequence[Said[str]]) -> Iterator[Said[str]]:
    """Yield the units of a lead: สำนักปลัด/ทุกกอง are two."""
    for said in lead:
        yield from map(_said, units_in(said.value))


def _wholes(case: Case) -> Scores:
    card = case.analysis.card
    return {
        each.name: each.shown
        for kind in _WHOLES
        for each in card.of_kind(kind)
        if each.shown is not None
    }


def _analysis_scores(case: Case) -> Scores:
    """Return every score above items, and those of items that are weak or gain most."""
    weak = {
        name_of((each.code, each.part)): each.score
        for each in case.analysis.findings
        if each.rule in {"below_pass_mark", "oit_item_at_zero"}
    }
    gains = [gain for gain in case.analysis.gains if gain.points > 0][:_MOST_GAINS]
    shown = weak | {gain.score.name: gain.score.score for gain in gains}
    return _wholes(case) | {
        name: round(score, 2) for name, score in shown.items() if score is not None
    }


def _stated_total(case: Case) -> Scores:
    total = case.analysis.card.total.shown
    return {} if total is None else {TOTAL: total}


def _memo_scores(case: Case) -> Scores:
    """Return the total, what is below the mark above items, weak survey items, and items at 0."""
    card = case.analysis.card
    scores = {each.name: each.shown for each in card.scores.values() if each.shown is not None}
    low = {each.name for each in case.analysis.findings if each.rule == "below_pass_mark"}
    lost = {each.name for each in case.analysis.findings if each.rule == "oit_item_at_zero"}
    shown = [
        each.name for each in points(case) if each.instrument != CHECKLIST or each.name in lost
    ]
    named = [*_wholes(case).keys() & low, *(name for name in shown if name in scores)]
    return _stated_total(case) | {name: scores[name] for name in named}


def _weak(case: Case) -> Sequence[str]:
    return [name_of(key) for key in weak_keys(case.analysis.findings, case.analysis.card.edition)]


def _weak_but_total(case: Case) -> Sequence[str]:
    return [name for name in _weak(case) if name != TOTAL]


def _weak_of_memo(case: Case) -> Sequence[str]:
    """Return the weak points of the tables, and what is below the mark above them."""
    low = {each.name for each in case.analysis.findings if each.rule == "below_pass_mark"}
    return [*(each.name for each in points(case)), *(low & _wholes(case).keys())]


_NAMED = frozenset({"kind", "agency", "plan_year"})
_CODED = (*PLANNED, "follow_up", "answers", "cures")

PRINTS = {
    "analysis": Prints(
        head=_NAMED | {"place", "result_year", "history"},
        fields=_CODED,
        rows=_coded,
        scores=_analysis_scores,
        weak=_weak_but_total,
    ),
    "memo": Prints(
        head=_NAMED | {"result_year", "number", "dated", "last_total"},
        fields=("answers", "steps", "lead", "support", "period", "follow_up"),
        rows=_of_points,
        scores=_memo_scores,
        weak=_weak_of_memo,
    ),
    "plan": Prints(head=_NAMED | {"place", "result_year"}, fields=_CODED, rows=_coded),
    "order": Prints(
        head=_NAMED | {"result_year", "number", "dated", "last_total"},
        fields=("title", "lead", "support", "period", "cures"),
        rows=_by_lead,
        scores=_stated_total,
    ),
    "meeting": Prints(
        head=_NAMED | {"place"},
        fields=("title", "lead", "support", "period", "actions"),
        rows=_by_due,
    ),
    "progress": Prints(
        head=_NAMED | {"place"},
        fields=("title", "indicator", "steps", "lead", "support", "state", "diary"),
        rows=_by_instrument,
    ),
    "results": Prints(
        head=_NAMED | {"place", "result_year"},
        fields=(*PLANNED, "output", "outcome"),
        rows=_in_plan_order,
    ),
    "results-by-unit": Prints(
        head=_NAMED | {"place", "result_year"},
        fields=("indicator", *PLANNED, "output", "outcome"),
        rows=_with_indicators,
    ),
}
"""Every kind of document, and what it prints."""


def expected(kind: str, given: Given, case: Case) -> Values:
    """Return what a document of a kind must say: each value by its name."""
    prints, plan = PRINTS[kind], given.plan
    paper = given.papers.get(kind)
    day = (paper.dated if paper else None) or given.dated
    total_before = dict(plan.history).get(plan.result_year - 1)
    known_total = case.analysis.card.total.shown is not None
    whole: dict[str, object] = {
        "kind": "results" if kind == "results-by-unit" else kind,
        "agency": plan.agency.name,
        "place": (plan.agency.district, plan.agency.province),
        "plan_year": plan.plan_year,
        "result_year": plan.result_year,
        "number": _number(kind, paper.number if paper else "", day),
        "dated": day,
        "history": dict(plan.history) if len(plan.history) + known_total > 1 else {},
        "last_total": {}
        if total_before is None or not known_total
        else {plan.result_year - 1: total_before},
    }
    values = {name: whole[name] for name in prints.head}
    values |= {f"score {name}": score for name, score in prints.scores(case).items()}
    values |= {f"weak {name}": True for name in prints.weak(case)}
    return values | _of_rows(prints.rows(given, case), prints.fields, ours=True)


def _number(kind: str, number: str, day: date) -> str:
    if kind == "order" and number and "/" not in number:
        return f"{number}/{buddhist_year(day)}"
    return number


def found(kind: str, reading: Reading) -> Values:
    """Return what was read of a document of a kind, in the same names."""
    prints = PRINTS[kind]
    whole: dict[str, object] = {
        "kind": reading.kind,
        "agency": _most(reading.agencies),
        "place": (_most(reading.districts), _most(reading.provinces)),
        "plan_year": reading.year(YearRole.PLAN),
        "result_year": reading.year(YearRole.RESULT),
        "number": "" if reading.number is None else reading.number.value,
        "dated": reading.dated and reading.dated.value,
        "history": _history(reading),
        "last_total": _history(reading),
    }
    values = {name: whole[name] for name in prints.head}
    for said in reading.scores:
        if said.value.year is None:
            values[f"score {name_of((said.value.code, said.value.part))}"] = said.value.score
    values |= {f"weak {said.value}": True for said in reading.weak}
    return values | _of_rows(reading.measures, prints.fields)


def _most(said: Sequence[Said[str]]) -> str:
    values = [each.value for each in said]
    return max(values, key=values.count, default="")


def _history(reading: Reading) -> dict[int, Decimal]:
    return {s.value.year: s.value.score for s in reading.scores if s.value.year is not None}


def _of_rows(rows: Sequence[ReadMeasure], fields: Sequence[str], *, ours: bool = False) -> Values:
    values: Values = {"measures": len(rows)}
    for number, row in enumerate(rows, start=1):
        for field in fields:
            value: Any = _diary(row, ours=ours) if field == "diary" else getattr(row, field)
            if field == "lead" and ours:
                value = tuple(_leads(value))
            if field in {"output", "outcome"} and ours:
                value = tuple(_said(text) for text in _without_numbers([v.value for v in value]))
            values |= _named(f"{number} {field}", value)
    return values


def _named(name: str, value: Any) -> Values:
    """Return a value, or each of a list by its number."""
    if isinstance(value, tuple):
        return {f"{name} {n}": _plain(each.value) for n, each in enumerate(value, start=1)}
    return {} if value is None else {name: _plain(value.value)}


def _plain(value: Any) -> Any:
    """Return a text in Arabic digits with its words apart by one space."""
    if isinstance(value, Action):
        return _plain(value.text), value.on
    return " ".join(to_arabic_digits(normalise(value)).split()) if type(value) is str else value


def without_spaces(values: Values) -> Values:
    """Return values whose texts have no spaces: at the ends of lines a PDF does not keep them."""
    return {name: _packed(value) for name, value in values.items()}


def _packed(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_packed, value))
    return "".join(value.split()) if type(value) is str else value


def _diary(row: ReadMeasure, *, ours: bool) -> tuple[Said[Action], ...]:
    """Return the entries of the diary; one without a day is read as something that was done."""
    if ours:
        texts = _without_numbers([each.value.text for each in row.actions])
        return tuple(
            _said(replace(each.value, text=text))
            for each, text in zip(row.actions, texts, strict=True)
        )
    dated = {each.words: each for each in row.actions}
    return tuple(dated.get(each.words, _said(Action(text=each.value))) for each in row.output)


def _without_numbers(texts: Sequence[str]) -> Sequence[str]:
    """Return texts without the numbers that a person gave to all of them, from 1 on."""
    if len(texts) == 1 and _FURTHER.search(texts[0]):  # ours is printed before its own
        return texts
    found = [re.match(r"([0-9]{1,2})([.)])(?![0-9])\s*", text) for text in texts]
    numbers = [int(each[1]) for each in found if each]
    if numbers != [*range(1, len(texts) + 1)] or len({each[2] for each in found if each}) > 1:
        return texts
    return [text[each.end() :] for text, each in zip(texts, found, strict=True) if each]
