"""Rule: something is weak and no measure answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.measures.reach import all_above
from prongsai.core.readings.model import Certainty, ReadMeasure, Said
from prongsai.core.readings.of_plan import KIND
from prongsai.core.results import Key, key_of
from prongsai.core.sentences import say


def weak_without_measure(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each weak item that no measure answers, by itself or by its indicator.

    A document whose measures do not say what they answer cannot be judged so.
    """
    edition = subject.result_edition
    if edition is None or not _can_be_judged(subject):
        return
    answered = {key_of(name) for each in subject.reading.measures for name in _names(each)}
    for weak in _once(subject.reading.weak):
        key = key_of(weak.value)
        if _is_known(key, edition) and not _is_answered(key, answered, edition):
            yield _problem(weak)


def _can_be_judged(subject: Subject) -> bool:
    measures = subject.reading.measures
    if subject.reading.kind == KIND and all(measure.key for measure in measures):
        return True  # a plan of ours, even one without measures
    return bool(measures) and all(any(_names(measure)) for measure in measures)


def _names(measure: ReadMeasure) -> Iterator[str]:
    for said in (*measure.answers, *((measure.indicator,) if measure.indicator else ())):
        yield said.value


def _once(weak: Iterable[Said[str]]) -> Iterable[Said[str]]:
    first: dict[str, Said[str]] = {}
    for said in weak:
        if said.certainty is not Certainty.ASK:
            first.setdefault(said.value, said)
    return first.values()


def _is_known(key: Key, edition: Edition) -> bool:
    return key[0] == TOTAL or key[0] in edition.ancestors


def _is_answered(key: Key, answered: set[Key], edition: Edition) -> bool:
    """Tell whether a measure answers a thing, a piece of it, or what it is a piece of."""
    code, part = key
    above = (each for each in edition.ancestors.get(code, ()) if each != TOTAL)
    whole = {(each, of_part) for each in (code, *above) for of_part in (None, part)}
    pieces = all_above(answered, edition) | {(each, None) for each, _ in answered}
    return key in pieces or not whole.isdisjoint(answered)


def _problem(weak: Said[str]) -> Problem:
    return Problem(
        rule="weak_without_measure",
        place=weak.place,
        what=say("%(code)s is weak, and no measure says that it answers it.", code=weak.value),
        expected=say("Add a measure for it, or name it among what a measure answers."),
        severity=Severity.MUST,
    )
