"""What an agency's own Word template may show: texts, lists of entries, and nothing else.

Everything is written as the agency writes it, digits and months too. What nobody has said is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import FIELDS, TICK, topic_of
from prongsai.core.documents.papers import BLANK, Paper, Signature
from prongsai.core.documents.places import PLACES, places
from prongsai.core.documents.prepare import thai_spelling
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.measures.model import Measure
from prongsai.core.scoring.model import Kind, Score
from prongsai.core.thai.text import normalise

PAPER = "template"
"""The key under which a plan keeps the number, the subject and the signatures of such a paper."""

Value = str | list["Value"] | dict[str, "Value"]
Entry = dict[str, Value]


def _entry(*names: str, **lists: list[Value]) -> Entry:
    return {**dict.fromkeys(names, ""), **lists}


_ITEM = _entry("code", "topic", "score", "below")
_INDICATOR = _entry("code", "topic", "score", "below", items=[_ITEM])
_PAPER = _entry("unit", "number", "subject", "to", "meeting")
_SIGNATURE = _entry("name", "rank", "position", "capacity", "acting", "opinion")

SHAPE: Entry = {
    **_entry(*PLACES, "telephone", "email", "website", "pass_mark"),
    "paper": _PAPER,
    "instruments": [_entry("code", "topic", "score", "below", indicators=[_INDICATOR])],
    "indicators": [_INDICATOR],
    "items": [_ITEM],
    "findings": [_entry("code", "topic", "score", "reason")],
    "measures": [_entry("key", *FIELDS)],
    "history": [_entry("year", "total")],
    "signatures": [_SIGNATURE],
}
"""Every field: "" is a text, a list holds what each of its entries is like."""


def template_fields(case: Case, dated: date) -> Entry:
    """Return the fields with what stands in them, in the shape of SHAPE."""
    plan, paper = case.plan, case.papers.get(PAPER, BLANK)
    agency, card = plan.agency, case.analysis.card
    weak = (each for each in case.analysis.findings if each.severity is Severity.WEAK)
    fields: Entry = {
        **places(case, dated),
        "telephone": agency.telephone,
        "email": agency.email,
        "website": agency.website,
        "pass_mark": str(card.edition.pass_mark.value),
        "paper": _texts_of(paper, _PAPER),
        "instruments": list(_instruments(case)),
        "indicators": list(_indicators(case, tuple(card.edition.indicators))),
        "items": [_score(case, each) for each in card.of_kind(Kind.ITEM)],
        "findings": [_finding(case, each) for each in weak],
        "measures": [_measure(case, *each) for each in enumerate(plan.measures, start=1)],
        "history": [
            {"year": str(year), "total": "" if total is None else case.shown(total)}
            for year, total in plan.history
        ],
        "signatures": [_texts_of(each, _SIGNATURE) for each in paper.signatures],
    }
    spelled = thai_spelling if plan.style.thai_digits else normalise
    return {name: _changed(value, spelled) for name, value in fields.items()}


def _instruments(case: Case) -> Iterator[Value]:
    card = case.analysis.card
    for each in card.edition.instruments:
        keys = tuple(indicator.key for indicator in each.indicators)
        yield {**_score(case, card.get(each.key)), "indicators": list(_indicators(case, keys))}


def _indicators(case: Case, keys: tuple[str, ...]) -> Iterator[Value]:
    card = case.analysis.card
    for key in keys:
        codes = {item.code for item in card.edition.indicators[key].items}
        scores = (each for each in card.of_kind(Kind.ITEM) if each.code in codes)
        items: list[Value] = [_score(case, each) for each in scores]
        yield {**_score(case, card.get(key)), "items": items}


def _score(case: Case, score: Score) -> Entry:
    mark = case.analysis.card.edition.pass_mark.value
    below = score.shown is not None and score.shown < mark
    return {
        "code": case.spelled(score.name),
        "topic": topic_of(case, score.name),
        "score": "" if score.score is None else case.shown(score.score),
        "below": TICK if below else "",
    }


def _finding(case: Case, finding: Finding) -> Entry:
    return {
        "code": case.spelled(finding.name),
        "topic": topic_of(case, finding.name),
        "score": "" if finding.score is None else case.shown(finding.score),
        "reason": case.texts.written(finding.reason),
    }


def _measure(case: Case, number: int, measure: Measure) -> Entry:
    cells = {key: "\n".join(each.cell(case, number, measure)) for key, each in FIELDS.items()}
    return {"key": measure.key, **cells}


def _texts_of(thing: Paper | Signature, names: Iterable[str]) -> Entry:
    return {name: getattr(thing, name) for name in names}


def _changed(value: Value, change: Callable[[str], str]) -> Value:
    match value:
        case str():
            return change(value)
        case list():
            return [_changed(each, change) for each in value]
        case _:
            return {name: _changed(each, change) for name, each in value.items()}
