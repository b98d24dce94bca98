"""The results of every agency from one table, written by the one who runs the server.

They are saved as those of a person are: held to the framework of its year, beside what was there,
told in the record of each agency. Many agencies at once: one by one the country took minutes. So
the wall between them is left here, and each row is made for the agency that its line names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db import IntegrityError, transaction

from prongsai.core.errors import Refusal
from prongsai.core.results import Fits
from prongsai.core.sentences import say
from prongsai.formats.edition_years import edition_of_year
from prongsai.formats.read_wide import WideRow
from prongsai.formats.rows import row_place
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.selectors import known_as
from prongsai.foundation.audit.services import Program
from prongsai.stages.cycles.at_once import Given, save_at_once
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle, EditionVersion, ResultSet
from prongsai.stages.cycles.policies import check_is_open
from prongsai.stages.cycles.services import Source, keep_edition

PROGRAM = "prongsai import-results"
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


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table, and the agency that it names."""

    row: WideRow
    agency: int

    @property
    def key(self) -> tuple[int, int | None]:
        """Return whose year it is of."""
        return self.agency, self.row.fiscal_year


def import_results(*, rows: Sequence[WideRow], order: Order) -> Imported:
    """Save the results of each agency of a table that can take them, and say why others cannot.

    The same table a second time writes nothing twice: what the first time was left out is tried.
    """
    left_out: dict[int, Refusal] = {}
    lines = list(_lines(rows, left_out))
    # Kept before any part is written: what is taken back with a part must not be built upon.
    new = {row.fiscal_year for row in rows if row.fiscal_year is not None and order.opens}
    saves = _Saves(order, kept={year: keep_edition(edition_of_year(year).key) for year in new})
    written = there = 0
    for first in range(0, len(lines), AT_ONCE):
        some = lines[first : first + AT_ONCE]
        try:
            done = saves.save(some)
        except IntegrityError:  # somebody opened a year between our look and our write: look again
            done = saves.save(some)
        written, there = written + done.written, there + done.there
        left_out |= done.left_out
    return Imported(written, there, tuple(left_out[row] for row in sorted(left_out)))


def _lines(rows: Iterable[WideRow], left_out: dict[int, Refusal]) -> Iterator[_Line]:
    """Yield the rows with their agencies; of the others say why they are left out."""
    known = known_as()
    first: dict[tuple[int, int | None], int] = {}
    for row in rows:
        agency = known.get(row.agency)
        if agency is None:
            refusal = Refusal(
                say("No agency here has this code or this name."),
                fix=say("Open it with prongsai init, or mend the table."),
            )
        elif first.setdefault((agency, row.fiscal_year), row.row) != row.row:
            refusal = Refusal(
                say(
                    "%(agency)s stands in row %(first)s already.",
                    agency=row.agency,
                    first=first[agency, row.fiscal_year],
                ),
                fix=say("Keep one of the two, or tell two agencies apart by their province."),
            )
        else:
            yield _Line(row, agency)
            continue
        left_out[row.row] = _told(refusal, row)


def _told(refusal: Refusal, row: WideRow) -> Refusal:
    return refusal.within(row_place(row.row), row.agency)


@dataclass(slots=True)
class _Done:
    written: int = 0
    there: int = 0
    left_out: dict[int, Refusal] = field(default_factory=dict)


class _Saves:
    """Saves parts of a table; what holds for all of them is read once."""

    def __init__(self, order: Order, *, kept: Mapping[int, EditionVersion]) -> None:
        self._order = order
        self._kept = kept
        self._fits: dict[int, Fits] = {}

    def save(self, lines: Sequence[_Line]) -> _Done:
        """Save some lines in one transaction. Raises IntegrityError if somebody was quicker."""
        done = _Done()
        given = []
        with transaction.atomic(), scope.everywhere():
            stand = _Stand(lines)
            for line in lines:
                try:
                    each = self._given(line, stand)
                except Refusal as refusal:
                    done.left_out[line.row.row] = _told(refusal, line.row)
                    continue
                if each is None:
                    done.there += 1
                else:
                    given.append(each)
            save_at_once(given, source=self._order.source, by=Program(PROGRAM))
        done.written = len(given)
        return done

    def _given(self, line: _Line, stand: _Stand) -> Given | None:
        """Return what is to be saved of a line; None where it was saved from this table before.

        :raises Refusal: if the agency cannot take it.
        """
        cycle = stand.cycles.get(line.key) or self._opened(line)
        there = stand.sets.get(cycle.pk, {})
        if self._order.source.sha256 in there.values():
            return None
        if there and not self._order.replaces:
            raise Refusal(
                say("Results of %(year)s stand there already.", year=cycle.fiscal_year),
                fix=say("With --replace the new ones stand, and those stay in the history."),
            )
        check_is_open(cycle)
        self._fits_of(cycle.edition).check(line.row.sheet)
        return Given(cycle, line.row.sheet, seen=max(there, default=0))

    def _opened(self, line: _Line) -> Cycle:
        """Return the year of an agency, not saved, with the framework that is kept for it."""
        year = line.row.fiscal_year
        if year is None or year not in self._kept:
            raise Refusal(
                say("The year %(year)s is not open there.", year=year),
                fix=say("Let the agency open it, or open it for all with --open."),
            )
        return Cycle(agency_id=line.agency, fiscal_year=year, edition=self._kept[year])

    def _fits_of(self, version: EditionVersion) -> Fits:
        if version.pk not in self._fits:
            self._fits[version.pk] = Fits(edition_of(version))
        return self._fits[version.pk]


class _Stand:
    """What stands of some agencies: their years, held until the transaction ends, and the sets."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._keys = {line.key for line in lines}

    @cached_property
    def cycles(self) -> dict[tuple[int, int | None], Cycle]:
        """Return the years that are open or closed, by whose they are."""
        rows = Cycle.objects.select_for_update(of=("self",)).select_related("edition")
        agencies, years = ({each[place] for each in self._keys} for place in (0, 1))
        rows = rows.filter(agency__in=agencies, fiscal_year__in=years).order_by("id")
        return {(each.agency_id, each.fiscal_year): each for each in rows.defer("edition__text")}

    @cached_property
    def sets(self) -> dict[int, dict[int, str]]:
        """Return the hashes of what their results were read from, by year and by number."""
        found: dict[int, dict[int, str]] = {}
        rows = ResultSet.objects.filter(cycle__in=self.cycles.values()).order_by("id")
        for cycle, number, sha256 in rows.values_list("cycle", "number", "source_sha256"):
            found.setdefault(cycle, {})[number] = sha256
        return found
