"""What the codes of a document can mean: in the editions of its years, and in all others."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.model import Subject
from prongsai.core.editions.duty_names import DutyNames, OtherDuty
from prongsai.core.editions.model import Edition, Item
from prongsai.core.readings.model import NamedCode


class Meanings:
    """The editions of a document.

    `own`: those of its results and of its plan, each once. Weak items have the codes of the result
    year; what a plan publishes may have those of its own. `every`: these, then all others that are
    known, newest first.
    """

    def __init__(self, subject: Subject) -> None:
        """Take the editions of what is checked."""
        both = (subject.result_edition, subject.plan_edition)
        years = sorted(subject.editions, reverse=True)
        self.own = _once(*both)
        self.every = _once(*both, *(subject.editions[year] for year in years))
        self._named = [said.value for said in subject.reading.names]
        self._names: dict[str, DutyNames] = {}

    def items(self, code: str) -> Iterator[tuple[Edition, Item]]:
        """Yield the item that a code is in each edition of the document that has it."""
        for edition in self.own:
            if code in edition.items:
                yield edition, edition.items[code]

    def likeness(self, name: str, item: Item, edition: Edition) -> float:
        """Return how much a name is like those of an item's duties, 0 to 1."""
        return self._names_of(instrument_of(item.code, edition)).likeness(name, item)

    def other_duty(self, name: str, item: Item, edition: Edition) -> OtherDuty | None:
        """Return the duty that a name means if it is clearly none of an item's; else None."""
        return self._names_of(instrument_of(item.code, edition)).other_duty(name, item)

    def fits_best(self, instrument: str) -> Edition | None:
        """Return the edition of the document in which the names beside its codes fit best.

        Nobody writes whether the codes of a plan are those of its own year or of the results.
        """
        names = self._names_of(instrument)

        def fit(edition: Edition) -> float:
            known = ((n.name, edition.items[n.code]) for n in self._of(instrument, edition))
            return sum(names.likeness(name, item) for name, item in known)

        return max(self.own, key=fit, default=None)

    def _of(self, instrument: str, edition: Edition) -> Iterator[NamedCode]:
        """Yield the names of the codes that are items of an instrument."""
        for named in self._named:
            if named.code in edition.items and instrument_of(named.code, edition) == instrument:
                yield named

    def _names_of(self, instrument: str) -> DutyNames:
        if instrument not in self._names:
            self._names[instrument] = DutyNames(self.every, instrument)
        return self._names[instrument]


def instrument_of(code: str, edition: Edition) -> str:
    """Return the key of the instrument of an item of the edition."""
    return edition.ancestors[code][-2]


def codes_of_duty(duty: str, edition: Edition) -> tuple[str, ...]:
    """Return the codes that ask for a duty in the edition."""
    return tuple(code for code, item in edition.items.items() if duty in item.duties)


def _once(*editions: Edition | None) -> tuple[Edition, ...]:
    return tuple({each.key: each for each in editions if each is not None}.values())
