"""The results of every agency from one table, written by the one who runs the server.

Each agency is entered by its own door, and its results are saved as those of a person are: held to
the framework of its year, beside what was there, told in its record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.edition_years import edition_of_year
from prongsai.formats.read_wide import WideRow
from prongsai.formats.rows import row_place
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.selectors import known_as
from prongsai.stages.cycles.models import Cycle, EditionVersion
from prongsai.stages.cycles.selectors import years
from prongsai.stages.cycles.services import Source, keep_edition, open_year, save_results

PROGRAM = "prongsai import-results"
MAY = frozenset({Permission.YEAR_EDIT, Permission.RESULTS_EDIT})
AT_ONCE = 100  # agencies in one transaction: what is lost if the server dies in the middle


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, and what may be done for it."""

    source: Source
    opens: bool = False  # years that are not open yet
    replaces: bool = False  # results that stand: they stay in the history


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a table: a row was written, was there already, or was left out, with why."""

    written: int
    there: int
    left_out: tuple[Refusal, ...]


def import_results(*, rows: Sequence[WideRow], order: Order) -> Imported:
    """Save the results of each agency of a table that can take them, and say why others cannot.

    The same table a second time writes nothing twice: what the first time was left out is tried.
    """
    known = known_as()
    # Kept once, before any agency: to read a framework takes as long as to save an agency.
    kept = {year: keep_edition(edition_of_year(year).key) for year in _years(rows) if order.opens}
    written = there = 0
    left_out: list[Refusal] = []
    for some in _parts(rows):
        with transaction.atomic():
            for row in some:
                try:
                    is_new = _save(row, known, order, kept)
                except Refusal as refusal:
                    left_out.append(refusal.within(row_place(row.row), row.agency))
                    continue
                written, there = written + is_new, there + (not is_new)
    return Imported(written, there, tuple(left_out))


def _parts(rows: Sequence[WideRow]) -> Iterator[Sequence[WideRow]]:
    return (rows[first : first + AT_ONCE] for first in range(0, len(rows), AT_ONCE))


def _years(rows: Sequence[WideRow]) -> set[int]:
    return {row.fiscal_year for row in rows if row.fiscal_year is not None}


def _save(
    row: WideRow, known: Mapping[str, int], order: Order, kept: Mapping[int, EditionVersion]
) -> bool:
    """Save the results of a row; return False where they were saved from this table before.

    :raises Refusal: if the agency cannot take them; nothing of it is written then.
    """
    agency = known.get(row.agency)
    if agency is None:
        raise Refusal(
            say("No agency here has this code or this name."),
            fix=say("Open it with prongsai init, or mend the table."),
        )
    with scope.agency(agency), transaction.atomic():
        by = Actor(PROGRAM, PROGRAM, agency, MAY)
        cycle = _year(row.fiscal_year, by, kept)
        sets = cycle.results.order_by("number", "id").values_list("number", "source_sha256")
        there = dict(sets)
        if order.source.sha256 in there.values():
            return False
        if there and not order.replaces:
            raise Refusal(
                say("Results of %(year)s stand there already.", year=cycle.fiscal_year),
                fix=say("With --replace the new ones stand, and those stay in the history."),
            )
        seen = max(there, default=0)
        save_results(cycle=cycle, sheet=row.sheet, source=order.source, seen=seen, by=by)
        return True


def _year(year: int | None, by: Actor, kept: Mapping[int, EditionVersion]) -> Cycle:
    """Return the year of an agency, opened with a framework that was kept for it."""
    cycle = None if year is None else years().filter(fiscal_year=year).first()
    if cycle is not None:
        return cycle
    if year not in kept or year is None:
        raise Refusal(
            say("The year %(year)s is not open there.", year=year),
            fix=say("Let the agency open it, or open it for all with --open."),
        )
    return open_year(fiscal_year=year, by=by, edition=kept[year])
