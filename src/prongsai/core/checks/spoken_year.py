"""The fiscal year in which the measures of a document are carried out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.checks.model import Subject
from prongsai.core.measures.months import fiscal_year_of
from prongsai.core.readings.model import Certainty, Place, Reading, YearRole
from prongsai.core.results import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The period of one measure: the fiscal years of its first and its last month."""

    first: int
    last: int
    words: str
    place: Place

    def is_within(self, year: int) -> bool:
        """Tell whether all of the period lies in a fiscal year."""
        return self.first == self.last == year

    def touches(self, year: int) -> bool:
        """Tell whether a part of the period lies in a fiscal year."""
        return self.first <= year <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The year that a document calls the plan's, and the one in which all its measures run.

    They differ where a document calls itself by another year, as seed 001 does.
    """

    named: int
    run: int


def years_of(subject: Subject) -> Years | None:
    """Return the years of the measures; None where the document names no year.

    Where only the year of the results is named, the measures are those of the next one.
    """
    result = subject.reading.year(YearRole.RESULT)
    named = subject.reading.year(YearRole.PLAN) or (result + 1 if result else None)
    if named is None:
        return None
    spans = [*spans_of(subject.reading)]
    run = {year for span in spans for year in (span.first, span.last)}
    return Years(named=named, run=run.pop() if len(run) == 1 and len(spans) > 1 else named)


def spans_of(reading: Reading) -> Iterator[Span]:
    """Yield the period of each measure that has one, but for those that a person must read."""
    for measure in reading.measures:
        said = measure.period
        if said is not None and said.certainty is not Certainty.ASK:
            first, last = map(fiscal_year_of, said.value)
            yield Span(first=first, last=last, words=shown(said.words), place=said.place)
