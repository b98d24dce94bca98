"""What a reading says of results, and nothing of what else the document is about."""

from __future__ import annotations

from dataclasses import replace

from prongsai.core.readings.model import Reading, YearRole


def results_only(reading: Reading) -> Reading:
    """Return the reading without the texts, the measures and the people of the document."""
    return Reading(
        kind=reading.kind,
        agencies=reading.agencies,
        years=reading.years,
        scores=reading.scores,
        levels=reading.levels,
        weak=reading.weak,
        unread=reading.unread,
        hidden=reading.hidden,
    )


def years_in(reading: Reading, otherwise: int) -> tuple[int, ...]:
    """Return the years of which there are scores, the last first.

    A score without a year is of the document's, or where that names none, `otherwise`.
    """
    own = own_year(reading, otherwise)
    years = {own if said.value.year is None else said.value.year for said in reading.scores}
    return tuple(sorted(years | ({own} if reading.weak else set()), reverse=True))


def own_year(reading: Reading, otherwise: int) -> int:
    """Return the year of the results that a document is about, or `otherwise` if it names none."""
    return reading.year(YearRole.RESULT) or otherwise


def of_year(reading: Reading, year: int, otherwise: int) -> Reading:
    """Return what a reading says of one year, as if the document were about that year alone."""
    own = own_year(reading, otherwise)
    scores = tuple(
        replace(said, value=replace(said.value, year=None))
        for said in reading.scores
        if (own if said.value.year is None else said.value.year) == year
    )
    if year == own:
        return replace(reading, scores=scores)
    return replace(reading, scores=scores, weak=(), levels=(), years=())
