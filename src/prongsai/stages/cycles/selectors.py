"""Reads of years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from prongsai.core.editions.crosswalk import matches
from prongsai.core.editions.model import Edition
from prongsai.core.findings.analysis import Analysis
from prongsai.core.readings.corrections import Correction
from prongsai.core.results import Key, ResultSheet
from prongsai.core.scoring.last_year import last_years
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.scorer import score
from prongsai.core.thai.calendar import moved_by_years
from prongsai.formats.corrections_file import corrections_in
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.agencies.prepared import prepared, prepared_one
from prongsai.foundation.matching import containing
from prongsai.stages.cycles.mapping import (
    VALUES,
    Given,
    analysis,
    card,
    edition_of,
    sheet_from,
    sheet_of,
)
from prongsai.stages.cycles.models import (
    Charge,
    Cycle,
    CycleDate,
    ReadingAnswers,
    ResultImport,
    ResultSet,
)

TREND_YEARS = 5
_STANDS = ("cycle__fiscal_year", "number", "edition__sha256")


@dataclass(frozen=True, slots=True)
class Stays:
    """Who stays in charge of something in another year, by its code there ("" for a unit)."""

    charge: Charge
    code: str


@dataclass(frozen=True, slots=True)
class Handover:
    """What another year takes over of who is in charge, and what it does not."""

    stays: tuple[Stays, ...]
    ends: tuple[Charge, ...]  # who left, a unit that is closed, what is not asked for any more


class Stands(NamedTuple):
    """The results of a year that stand: their number, and what is scored of them."""

    number: int
    given: Given


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A date of a year as another year would have it, moved by as many years."""

    title: str
    starts_on: date | None
    ends_on: date | None


def years() -> QuerySet[Cycle]:
    """Return the years of the active agency, the last first."""
    rows = Cycle.objects.select_related("edition").defer("edition__text")
    return rows.order_by("-fiscal_year", "id")


@prepared_one
def year_of(key: UUID) -> QuerySet[Cycle]:
    """Return the year of the active agency that has a key, or None."""
    return years().filter(uuid=key)


@prepared
def years_alone() -> QuerySet[Cycle]:
    """Return the years of the active agency, the last first, without their frameworks."""
    return years().select_related(None)


@prepared_one
def last_year() -> QuerySet[Cycle]:
    """Return the last year of the active agency, or None where none is open."""
    return years()[:1]


@prepared_one
def last_scored_year() -> QuerySet[Cycle]:
    """Return the last year of the active agency that has results, or None."""
    return years().filter(Exists(ResultSet.objects.filter(cycle=OuterRef("pk"))))[:1]


def scored_years() -> frozenset[int]:
    """Return the years of the active agency that have results, by their ids."""
    return frozenset(ResultSet.objects.order_by("cycle").values_list("cycle", flat=True).distinct())


def number_of(cycle: Cycle) -> int:
    """Return the number of the results of a year that stand, 0 where there are none."""
    found = results_of(cycle)
    return 0 if found is None else found.number


def dates_of(cycle: Cycle) -> list[CycleDate]:
    """Return the dates of a year in their order, those without a day at the end."""
    return _dates(cycle.pk)


def all_dates() -> QuerySet[CycleDate]:
    """Return the dates of every year, the last year first."""
    rows = CycleDate.objects.select_related("cycle")
    first = F("starts_on").asc(nulls_last=True)
    return rows.order_by("-cycle__fiscal_year", first, "title", "id")


def history(cycle: Cycle) -> QuerySet[ResultSet]:
    """Return the results of a year as they were saved, the newest first."""
    return _newest_first(cycle.results.all())


def find_results(words: Iterable[str], asked: Sequence[int]) -> QuerySet[ResultSet]:
    """Return results whose file, program or note hold some words, of some years or of all."""
    rows = ResultSet.objects.select_related("cycle").order_by(
        "-cycle__fiscal_year", "-number", "id"
    )
    rows = rows.filter(cycle__fiscal_year__in=asked) if asked else rows
    return containing(rows, words, "source_name", "note")


def results_of(cycle: Cycle) -> ResultSet | None:
    """Return the results of a year that stand, or None where there are none yet."""
    found = _newest(cycle.pk)
    if found is not None:
        found.cycle = cycle
    return found


def results_with(cycle: Cycle, number: int) -> ResultSet | None:
    """Return the results of a year that were saved under a number, or None."""
    return history(cycle).filter(number=number).first()


def imports_of(cycle: Cycle, key: str) -> QuerySet[ResultImport]:
    """Return the files that a person, by key, has on their way for a year."""
    rows = ResultImport.objects.select_related("cycle__edition", "cycle__agency")
    return rows.filter(cycle=cycle, asked_by=key).order_by("id")


def answers_to(row: ResultImport) -> tuple[Correction, ...]:
    """Return what was corrected in this file when it came before."""
    kept = ReadingAnswers.objects.filter(original_sha256=row.original_sha256).first()
    return () if kept is None else corrections_in(kept.text.encode(), row.name)


def scorecard(results: ResultSet) -> Scorecard:
    """Score results with the framework that they were saved under."""
    return score(edition_of(results.edition), sheet_of(results))


def standing(first: int, last: int) -> dict[int, Stands]:
    """Return the results that stand for each of some years of the active agency that has any."""
    own = len(_STANDS)
    sets = groupby(_standing(first, last), key=lambda row: row[:own])
    # What has no values has one row all the same, of nothing.
    return {
        year: Stands(number, (sha256, sheet_from(row[own:] for row in values if any(row[own:]))))
        for (year, number, sha256), values in sets
    }


def reckoned(cycle: Cycle, sheet: ResultSheet) -> Scorecard:
    """Score what somebody is about to enter for a year, with the framework that it has now."""
    return score(edition_of(cycle.edition), sheet)


def analysis_of(results: ResultSet) -> Analysis:
    """Work out everything from results, beside those that stand for the year before."""
    year = results.cycle.fiscal_year - 1
    last = standing(year, year).get(year)
    now = (results.edition.sha256, sheet_of(results))
    return analysis(now, last.given if last else None)


def before(cycle: Cycle, keys: Iterable[Key]) -> Mapping[Key, tuple[str, Decimal]]:
    """Return what keys were called in the year before, and their scores, as far as known."""
    year = cycle.fiscal_year - 1
    last = standing(year, year).get(year)
    if last is None:
        return {}
    edition, scored = edition_of(cycle.edition), card(last.given)
    found = {key: last_years(key, edition, scored) for key in keys}
    return {key: each for key, each in found.items() if each is not None}


def cards_of(year: int) -> dict[int, Scorecard | None]:
    """Return the scorecards of a year and the four before it."""
    first = year - TREND_YEARS + 1
    sets = standing(first, year)
    span = range(first, year + 1)
    return {each: card(sets[each].given) if each in sets else None for each in span}


def charges_of(cycle: Cycle) -> list[Charge]:
    """Return who is in charge of what."""
    return _charges(cycle.pk)


def is_here(charge: Charge, today: date) -> bool:
    """Test if who is in charge works here on a day, and the unit, where it is one, is open."""
    open_unit = charge.unit is None or not charge.unit.is_closed
    who = charge.membership
    return open_unit and who.is_on(today) and who.person.is_active


def handover(old: Cycle, after: Edition, today: date) -> Handover:
    """Return who of a year stays in charge of the same things under another framework.

    An item may join several of last year's: then the first of them has it.
    """
    before = edition_of(old.edition)
    taken: set[str] = set()
    stays: list[Stays] = []
    ends: list[Charge] = []
    for charge in charges_of(old):
        codes = _codes_after(charge, before, after) if is_here(charge, today) else ()
        new = [code for code in codes if code not in taken]
        taken.update(code for code in new if code)
        stays += [Stays(charge, code) for code in new]
        if not new:
            ends.append(charge)
    return Handover(tuple(stays), tuple(ends))


def moved_dates(old: Cycle, after: Edition, fiscal_year: int) -> tuple[MovedDate, ...]:
    """Return the dates of a year, moved, that the framework of another year does not name itself.

    What a framework announced in words alone was said of that year only, and is left there.
    """
    named = {each.title.th for each in after.calendar if each.fiscal_year == fiscal_year}
    by = fiscal_year - old.fiscal_year
    rows = (row for row in dates_of(old) if row.title not in named)
    return tuple(
        MovedDate(
            row.title, *(day and moved_by_years(day, by) for day in (row.starts_on, row.ends_on))
        )
        for row in rows
        if row.starts_on or not row.said
    )


@prepared
def _dates(cycle: int) -> QuerySet[CycleDate]:
    rows = CycleDate.objects.filter(cycle=cycle)
    return rows.order_by(F("starts_on").asc(nulls_last=True), "title", "id")


@prepared_one
def _newest(cycle: int) -> QuerySet[ResultSet]:
    return _newest_first(ResultSet.objects.filter(cycle=cycle))[:1]


def _newest_first(rows: QuerySet[ResultSet]) -> QuerySet[ResultSet]:
    whole = rows.select_related("edition", "source_file").defer("edition__text")
    return whole.order_by("-number", "id")


@prepared
def _standing(first: int, last: int) -> QuerySet[ResultSet, tuple[Any, ...]]:
    """Find sets with their values: to ask for those by themselves takes as long as to read them."""
    newest = ResultSet.objects.filter(cycle=OuterRef("cycle")).order_by("-number").values("pk")
    rows = ResultSet.objects.filter(pk=Subquery(newest[:1]))
    rows = rows.filter(cycle__fiscal_year__gte=first, cycle__fiscal_year__lte=last)
    rows = rows.order_by("id", "values__order", "values__id")
    return rows.values_list(*_STANDS, *(f"values__{each}" for each in VALUES))


@prepared
def _charges(cycle: int) -> QuerySet[Charge]:
    rows = Charge.objects.filter(cycle=cycle).select_related("membership__person", "unit")
    return rows.order_by("code", "unit__place", "id")


def _codes_after(charge: Charge, before: Edition, after: Edition) -> tuple[str, ...]:
    """Return the codes of what asks for the same thing; groups of items change every year."""
    code = charge.code
    if not code or code in {**after.instrument, **after.indicators}:
        return (code,)
    return matches(code, before, after) if code in before.items else ()


def in_charge_of(code: str, charges: Iterable[Charge], edition: Edition) -> Membership | None:
    """Return who is in charge of a code, or of the nearest that it counts towards."""
    people = {each.code: each.membership for each in charges if each.code}
    line = (code, *edition.ancestors.get(code, ()))
    return next((people[each] for each in line if each in people), None)


def names_of(sets: Iterable[ResultSet]) -> Mapping[str, str]:
    """Return the names of who saved results, by their keys."""
    keys = {each.saved_by for each in sets}
    return {str(each.uuid): each.name for each in Person.objects.filter(uuid__in=keys)}
