"""Reads of measures."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from prongsai.core.findings.analysis import Analysis
from prongsai.core.measures.complete import lacking
from prongsai.core.measures.model import Agency, Catalogue
from prongsai.core.measures.model import Measure as CoreMeasure
from prongsai.core.measures.propose import Proposal, propose
from prongsai.core.measures.reach import unanswered
from prongsai.core.results import name_of
from prongsai.core.sentences import Sentence
from prongsai.core.thai.calendar import fiscal_year
from prongsai.core.tracking import Due, due_on
from prongsai.formats.read_catalogue import load_catalogue
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.prepared import prepared
from prongsai.foundation.matching import containing
from prongsai.stages.cycles.selectors import analysis_of, results_of, years
from prongsai.stages.improvement.mapping import (
    measure_of,
    plan_of,
    state_of,
    units_named,
    written_of,
)
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import PlanYear
from prongsai.stages.improvement.states import OPEN
from prongsai.stages.improvement.units import EVERY_UNIT, open_units, units_of_roles
from prongsai.stages.improvement.written import Written

_MARK = 12  # letters
_KEY = re.compile(r"m-([0-9]{4})-0*([0-9]{1,6})")  # as words are folded


@dataclass(frozen=True, slots=True)
class Proposed:
    """A measure of the catalogue for what is weak, with the units that it means here."""

    mark: str  # of all that it says: what was ticked is what is taken
    measure: CoreMeasure
    written: Written
    unknown: tuple[str, ...]  # units as the catalogue names them, of which nobody knows which it is


def measures_of(year: int) -> QuerySet[Measure]:
    """Return the measures of a fiscal year, in the order of their numbers."""
    return _whole().filter(fiscal_year=year).order_by("number", "id")


def all_measures() -> QuerySet[Measure]:
    """Return the measures of every year, the last year first."""
    return _whole().order_by("-fiscal_year", "number", "id")


def find_measures(words: Iterable[str]) -> QuerySet[Measure]:
    """Return measures whose title or lead unit holds some words, or that are called so."""
    words, rows = tuple(words), all_measures()
    for key in filter(None, map(_KEY.fullmatch, words)):
        rows = rows.filter(fiscal_year=int(key[1]), number=int(key[2]))
    rest = (word for word in words if not _KEY.fullmatch(word))
    return containing(rows, rest, "title", "lead__name")


def open_measures(year: int) -> QuerySet[Measure]:
    """Return the measures of a year that are neither done nor dropped and go on in no other."""
    return measures_of(year).filter(state__in=OPEN, carried_on=None)


def results_answered(year: PlanYear) -> Analysis | None:
    """Work out the results that a plan answers, or None where there are none yet."""
    results = None if year.before is None else results_of(year.before)
    return None if results is None else analysis_of(results)


def proposals(year: PlanYear) -> tuple[Proposed, ...]:
    """Return what the catalogue proposes for what is weak and no measure of the year answers."""
    found = results_answered(year)
    if found is None:
        return ()
    catalogue, roles = load_catalogue(), units_of_roles(load_catalogue())
    asked = Proposal(
        edition=found.card.edition,
        catalogue=catalogue,
        agency=Agency(name="", units=units_named(roles)),
        plan_year=year.year,
        cure_edition=year.frameworks.cured,
        kept=plan_of(year, measures_of(year.year)).measures,
    )
    every = tuple(unit for unit in open_units() if unit.parent_id is None)
    known = _of_one_name(roles.values())
    return tuple(
        _proposed(each, known, catalogue, every) for each in propose(found.findings, asked)
    )


def still_weak(
    year: PlanYear, rows: Iterable[Measure], more: Sequence[CoreMeasure] = ()
) -> tuple[str, ...] | None:
    """Return the codes that are weak and that no measure of the year answers, nor one of `more`.

    None where there are no results yet.
    """
    found = results_answered(year)
    if found is None:
        return None
    measures = (*plan_of(year, rows).measures, *more)
    return tuple(map(name_of, unanswered(measures, found.findings, found.card.edition)))


def lacks(year: PlanYear, rows: Iterable[Measure]) -> tuple[Sentence, ...]:
    """Return what measures of a year still lack, as the core says it; nothing of what is dropped.

    What is weak and not answered is in `still_weak`.
    """
    rows, answered = list(rows), year.frameworks.answered
    if not rows or answered is None:
        return ()
    return lacking(plan_of(year, rows), (), answered, year.frameworks.cured)


def pressing(today: date, units: Collection[int] | None) -> tuple[tuple[Measure, Due], ...]:
    """Return the open measures of this fiscal year and the last whose months are over or end now.

    `units` are the ids of the lead units that are asked for, or None for all. In a closed year
    nothing presses: nobody can say any more how far it has come.
    """
    now = fiscal_year(today)
    planned = _open_in(now - 1, now)
    if not planned:  # every first page asks, and what follows takes as long as half of one
        return ()
    rows = all_measures().filter(pk__in=planned, carried_on=None, last_month__isnull=False)
    closed = years().filter(closed_at__isnull=False)
    rows = rows.exclude(fiscal_year__in=closed.values("fiscal_year"))
    rows = rows if units is None else rows.filter(lead__in=units)
    found = ((row, due_on(measure_of(row), state_of(row), today)) for row in rows)
    return tuple((row, due) for row, due in found if due in {Due.LATE, Due.DUE})


def mark_of(measure: CoreMeasure) -> str:
    """Return the mark by which a proposal is ticked, and known again in the plan."""
    said = repr((measure.title, measure.answers, measure.cures))
    return hashlib.sha256(said.encode()).hexdigest()[:_MARK]


@prepared
def _open_in(first: int, last: int) -> QuerySet[Measure, int]:
    rows = Measure.objects.filter(fiscal_year__gte=first, fiscal_year__lte=last, state__in=OPEN)
    return rows.values_list("pk", flat=True)


def _whole() -> QuerySet[Measure]:
    return Measure.objects.select_related(
        "agency", "lead", "carried_from", "carried_on"
    ).prefetch_related("support__unit")


def _of_one_name(units: Iterable[Unit]) -> dict[str, Unit]:
    """Return units by their names; of a name that two of them have, nobody knows which is meant."""
    different = list(dict.fromkeys(units))
    times = Counter(unit.name for unit in different)
    return {unit.name: unit for unit in different if times[unit.name] == 1}


def _proposed(
    measure: CoreMeasure, known: dict[str, Unit], catalogue: Catalogue, every: tuple[Unit, ...]
) -> Proposed:
    all_of_them = catalogue.roles[EVERY_UNIT].th

    def meant(name: str) -> tuple[Unit, ...]:
        return every if name == all_of_them else (known[name],) if name in known else ()

    lead = next(iter(meant(measure.lead)), None) if measure.lead != all_of_them else None
    support = [unit for name in measure.support for unit in meant(name)]
    unknown = [name for name in (measure.lead, *measure.support) if not meant(name)]
    others = tuple(unit for unit in dict.fromkeys(support) if unit != lead)
    return Proposed(mark_of(measure), measure, written_of(measure, lead, others), tuple(unknown))
