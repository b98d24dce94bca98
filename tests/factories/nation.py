"""A country of agencies with years of results, written by the database itself: to see how long
things take among very many rows. What a service keeps of a set is there, but no record of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind
from prongsai.stages.cycles.announced import facts_of
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import (
    Announcement,
    Cycle,
    EditionVersion,
    ResultSet,
    ResultValue,
    SourceKind,
)
from prongsai.stages.cycles.selectors import scorecard
from prongsai.stages.cycles.services import keep_edition

AT_ONCE = 1_000


@dataclass(frozen=True)
class Nation:
    """How many agencies, for how many years, under which framework."""

    agencies: int
    years: Sequence[int]
    edition: str


def code_of(number: int) -> str:
    return f"6{number:07}"


def agencies(count: int, *, overseen: int = 0) -> Agency:
    """Open agencies; return the one that oversees the first of them."""
    over = Agency.objects.create(name="จังหวัดสมมติ", kind=AgencyKind.OVERSEER, province="จังหวัดสมมติ")
    rows = (
        Agency(
            name=f"อบต.สมมติ {number}",
            kind=AgencyKind.SAO,
            code=code_of(number),
            province="จังหวัดสมมติ",
            overseer=over if number < overseen else None,
        )
        for number in range(count)
    )
    Agency.objects.bulk_create(rows, batch_size=AT_ONCE)
    return over


def years_of_all(nation: Nation) -> None:
    """Give each agency its years, each with one set of a value for every item, announced."""
    version = keep_edition(nation.edition)
    owners = Agency.objects.exclude(code="").order_by("id").values_list("pk", flat=True)
    now = timezone.now()
    with scope.everywhere():
        cycles = Cycle.objects.bulk_create(
            (
                Cycle(
                    agency_id=pk, fiscal_year=year, edition=version, announced=1, announced_at=now
                )
                for pk in owners
                for year in nation.years
            ),
            batch_size=AT_ONCE,
        )
        ResultSet.objects.bulk_create(
            (
                ResultSet(
                    agency_id=each.agency_id, cycle=each, number=1, edition=version,
                    source=SourceKind.FILE, saved_by="tests",
                )
                for each in cycles
            ),
            batch_size=AT_ONCE,
        )  # fmt: skip
        _add_values([*edition_of(version).items])
        _announce(cycles, version)


def _announce(cycles: Sequence[Cycle], version: EditionVersion) -> None:
    """Keep of each year what its agency has announced, with the total of the last set of all."""
    results = ResultSet.objects.select_related("cycle", "edition").latest("id")
    facts = facts_of(scorecard(results))
    Announcement.objects.bulk_create(
        (
            Announcement(
                agency_id=each.agency_id, fiscal_year=each.fiscal_year, edition=version,
                on=timezone.localdate(), **facts,
            )
            for each in cycles
            if each.announced_at
        ),
        batch_size=AT_ONCE,
    )  # fmt: skip


def _add_values(codes: Sequence[str]) -> None:
    """Let the database itself write the values: 3.7 million as rows of Django take minutes."""
    items = " UNION ALL ".join(["SELECT %s AS place, %s AS code"] * len(codes))
    values, sets = (each._meta.db_table for each in (ResultValue, ResultSet))
    written = f"""
        INSERT INTO {values} (agency_id, results_id, "order", code, part, score, weak, note, place)
        SELECT s.agency_id, s.id, i.place, i.code, '',
               50 + ((s.id * 7919 + i.place * 104729) %% 5000) / 100.0, false, '', ''
        FROM {sets} s CROSS JOIN ({items}) i"""  # noqa: S608 -- of our own names
    with connection.cursor() as cursor:
        cursor.execute(written, [each for pair in enumerate(codes) for each in pair])
        cursor.execute("ANALYZE")
