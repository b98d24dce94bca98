"""Rows of a year into what the core scores, and back: the only bridge."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.findings.analysis import Analysis, analyse
from prongsai.core.readings.model import Place, Reading
from prongsai.core.readings.results_only import of_year
from prongsai.core.readings.sheet import sheet_in_reading
from prongsai.core.results import Result, ResultSheet
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import write
from prongsai.formats.apart_answer import read_answer
from prongsai.formats.edition_text import edition_in
from prongsai.formats.interface import catalogue
from prongsai.formats.reading_file import read_reading
from prongsai.formats.reading_words import way
from prongsai.foundation.agencies.prepared import prepared
from prongsai.stages.cycles.models import EditionVersion, ResultImport, ResultSet, ResultValue

_LONGEST_PLACE = 40

Given = tuple[str, ResultSheet]
"""What is scored: the hash of a framework, and values under it."""

VALUES = ("code", "part", "score", "weak", "note", "place")
"""What is read of a value."""


def edition_of(version: EditionVersion) -> Edition:
    """Return the framework that was kept."""
    return _edition(version.sha256)


# The text of a hash never changes: neither it nor its edition need be read again for each page.
@lru_cache(maxsize=32)
def _edition(sha256: str) -> Edition:
    text = EditionVersion.objects.values_list("text", flat=True).get(sha256=sha256)
    return edition_in(text)


def sheet_of(results: ResultSet) -> ResultSheet:
    """Return the values of a set as the core takes them."""
    return sheet_from(_values(results.pk))


def sheet_from(rows: Iterable[tuple[str, str, Decimal | None, bool, str, str]]) -> ResultSheet:
    """Return the sheet of some values, each the `VALUES` of a row, in the order of a set."""
    # Plain values: as rows of tables the five years of a trend take three times as long.
    return ResultSheet(
        tuple(
            Result(code=code, part=part or None, score=score, weak=weak, note=note, place=place)
            for code, part, score, weak, note, place in rows
        )
    )


@prepared
def _values(results: int) -> QuerySet[ResultValue, tuple[Any, ...]]:
    rows = ResultValue.objects.filter(results=results).order_by("order", "id")
    return rows.values_list(*VALUES)


def rows_of(sheet: ResultSheet, results: ResultSet) -> list[ResultValue]:
    """Return the rows of a sheet in a set, not saved."""
    return [
        ResultValue(
            agency_id=results.agency_id,
            results=results,
            order=order,
            code=each.code,
            part=each.part or "",
            score=each.score,
            weak=each.weak,
            note=each.note,
            place=each.place,
        )
        for order, each in enumerate(sheet.results)
    ]


def reading_of(row: ResultImport) -> Reading:
    """Return what was read of a file on its way.

    :raises Refusal: if it was kept by a Prongsai that wrote readings in another way.
    """
    return read_reading(row.reading.encode())


def refusal_of(row: ResultImport) -> Refusal:
    """Return why a file on its way is not read."""
    try:
        read_answer(row.refusal.encode())
    except Refusal as refusal:
        return refusal.within(row.name)
    raise ValueError(f"{row.uuid} was not refused")


def sheet_read(row: ResultImport, reading: Reading, year: int, edition: Edition) -> ResultSheet:
    """Return the results of one year in a reading that somebody has gone through.

    :raises Refusal: with all that is still wrong in them.
    """
    of = of_year(reading, year, row.cycle.fiscal_year)
    return sheet_in_reading(of, edition, row.notes, _place)


def _place(place: Place) -> str:
    """Write a place as a result has it, in the language of the documents."""
    return write(way(place), catalogue("th"))[:_LONGEST_PLACE] if place != Place() else ""


# A page with a trend asks for five of them, which takes half as long as a bare page.
@lru_cache(maxsize=128)
def card(given: Given) -> Scorecard:
    """Score values with their framework; kept by all that it is made of, as an analysis is."""
    sha256, sheet = given
    return score(_edition(sha256), sheet)


# Of 88 items an analysis takes 14 ms and some 150 kB; who works on a year asks for it again.
@lru_cache(maxsize=64)
def analysis(now: Given, before: Given | None) -> Analysis:
    """Work out everything of a sheet under a framework, beside last year's of the agency.

    What was worked out is kept, not by the number of a row but by all that it is made of: the text
    of the framework, by its hash, and every value. So nothing that is kept can be out of date.
    """
    return analyse(card(now), None if before is None else card(before))
