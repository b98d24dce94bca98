"""Rule: a code that the edition does not have."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.meaning import Meanings
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.model import Edition, Instrument
from prongsai.core.editions.spans import spans
from prongsai.core.readings.model import Place, Reading
from prongsai.core.results import key_of
from prongsai.core.sentences import say


def unknown_code(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each item code that no edition of the document has, each code once.

    Nothing is said of an instrument whose items an edition does not list.
    """
    editions = Meanings(subject).own
    for code, place in _codes(subject.reading).items():
        lists = [_instrument(code, edition) for edition in editions]
        if not lists or any(each is None or not each.items for each in lists):
            continue
        if not any(code in edition.items for edition in editions):
            known = [each for each in lists if each is not None]
            is_read = not any(each.items_known.is_open for each in known)
            yield Problem(
                rule="unknown_code",
                place=place,
                what=say(
                    "There is no item %(code)s in %(edition)s.",
                    code=code,
                    edition=editions[0].title,
                ),
                expected=say(
                    "Its items are %(codes)s.", codes=spans(item.code for item in known[0].items)
                ),
                severity=Severity.MUST if is_read else Severity.LOOK,
            )


def _codes(reading: Reading) -> dict[str, Place]:
    """Return every code of the document with its first place."""
    found: dict[str, Place] = {}
    said = (
        *((each.value.code, each.place) for each in reading.scores),
        *((each.value.code, each.place) for each in reading.names),
        *((key_of(each.value)[0], each.place) for each in reading.weak),
        *((each.value.code, each.place) for each in reading.citations),
    )
    for code, place in said:
        found.setdefault(code, place)
    return found


def _instrument(code: str, edition: Edition) -> Instrument | None:
    """Return the instrument that a code with a number is of, by its letter."""
    prefix, number = code[:1], code[1:]
    if not number.isdecimal():
        return None
    return next((each for each in edition.instruments if each.prefix == prefix), None)
