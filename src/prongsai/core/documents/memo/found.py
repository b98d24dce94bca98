"""What the analysis found, in the one sentence that a memo has for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.core.documents.case import Case
from prongsai.core.documents.memo.points import Point, in_words
from prongsai.core.editions.model import CHECKLIST
from prongsai.core.editions.spans import spans
from prongsai.core.scoring.model import Kind
from prongsai.core.thai.joining import joined

_WHOLES = (Kind.TOTAL, Kind.INSTRUMENT, Kind.INDICATOR, Kind.SUB_INDICATOR)


def found(case: Case, unit: str, weak: Sequence[Point]) -> str:
    """Say what is below the pass mark, and how many items are weak; `weak`: rows of the tables."""
    mark = case.analysis.card.edition.pass_mark.value
    clauses = (*_wholes(case, weak), *_survey_items(case, weak), *_checklist_items(case, weak))
    if clauses:
        return case.texts("found", unit=unit, points=joined(clauses), mark=mark)
    key = "found_none_so_far" if case.analysis.card.missing else "found_none"
    return case.texts(key, unit=unit, mark=mark)


def _wholes(case: Case, weak: Sequence[Point]) -> Iterator[str]:
    """Yield what is said of scores above items: those below the mark, and those weak without."""
    card, low = case.analysis.card, _named_by(case, "below_pass_mark")
    below = [
        case.texts("with_score", name=in_words(case, each.name), score=each.shown)
        for kind in _WHOLES
        for each in card.of_kind(kind)
        if each.name in low
    ]
    if below:
        yield case.texts("below", names=joined(below))
    others = [
        in_words(case, point.name)
        for point in weak
        if point.key[0] not in card.edition.items and point.name not in low
    ]
    if others:
        yield case.texts("others", names=joined(others))


def _survey_items(case: Case, weak: Sequence[Point]) -> Iterator[str]:
    """Yield how many items of the surveys are weak; one that is weak in two parts counts once."""
    items = [point for point in _items(case, weak) if point.instrument != CHECKLIST]
    if items:
        names = joined(tuple(dict.fromkeys(point.instrument for point in items)))
        count = len({point.key[0] for point in items})
        yield case.texts("survey_items", names=names, count=count)


def _checklist_items(case: Case, weak: Sequence[Point]) -> Iterator[str]:
    """Yield which items of the checklist got nothing, and which are weak though they got some."""
    names = [point.name for point in _items(case, weak) if point.instrument == CHECKLIST]
    at_zero = _named_by(case, "oit_item_at_zero")
    lost = [name for name in names if name in at_zero]
    others = [name for name in names if name not in at_zero]
    for words, codes in (("lost", lost), ("weak_items", others)):
        if codes:
            values = {"name": CHECKLIST, "count": len(codes), "codes": ", ".join(spans(codes))}
            yield case.texts(words, **values)


def _items(case: Case, weak: Sequence[Point]) -> Iterator[Point]:
    edition = case.analysis.card.edition
    return (point for point in weak if point.key[0] in edition.items)


def _named_by(case: Case, rule: str) -> set[str]:
    """Return the names of what a rule of findings found."""
    return {each.name for each in case.analysis.findings if each.rule == rule}
