"""Results of many agencies written with a few statements, as `services` writes those of one.

Only `of_every_agency` calls this, in its transaction, after it has asked all that `services` asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from prongsai.core.results import Result, ResultSheet
from prongsai.foundation.audit.services import Author, Told, record_all
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle, CycleDate, ResultSet
from prongsai.stages.cycles.opening import dates_in
from prongsai.stages.cycles.services import Source, subject_of


@dataclass(frozen=True, slots=True)
class Given:
    """Results that a year takes; the year is opened with them if it was not saved yet."""

    cycle: Cycle
    sheet: ResultSheet
    seen: int  # the number of those that stand, 0 where there are none


def save_at_once(given: Sequence[Given], *, source: Source, by: Author) -> None:
    """Open the years that are not open yet, save the results of all, and tell it in each record."""
    new = [each.cycle for each in given if each.cycle.pk is None]
    Cycle.objects.bulk_create(new)
    dates = (dates_in(edition_of(cycle.edition), cycle) for cycle in new)
    CycleDate.objects.bulk_create(row for rows in dates for row in rows)
    sets = ResultSet.objects.bulk_create(_set(each, source, by) for each in given)
    _add_values(zip(sets, (each.sheet for each in given), strict=True))
    record_all([*_opened(new), *_saved(given, sets)], by=by)


def _set(given: Given, source: Source, by: Author) -> ResultSet:
    return ResultSet(
        agency_id=given.cycle.agency_id,
        cycle=given.cycle,
        number=given.seen + 1,
        edition=given.cycle.edition,
        source=source.kind,
        source_name=source.name,
        source_sha256=source.sha256,
        saved_by=by.key,
    )


def _opened(cycles: Iterable[Cycle]) -> Iterator[Told]:
    for cycle in cycles:
        changes = {"edition": (None, str(cycle.edition))}
        chain, subject = cycle.agency_id, subject_of(cycle)
        yield Told(kind="year.opened", chain=chain, subject=subject, changes=changes)


def _saved(given: Iterable[Given], sets: Iterable[ResultSet]) -> Iterator[Told]:
    for each, kept in zip(given, sets, strict=True):
        changes = {"number": (each.seen or None, kept.number), "source": (None, kept.source)}
        chain, subject = kept.agency_id, subject_of(each.cycle)
        yield Told(kind="results.saved", chain=chain, subject=subject, changes=changes)


# As rows of Django the 730,000 values of the country take longer than all the rest together. The
# database takes the agency of a value from its set, so that none can get to another one's.
_ADD = """
    INSERT INTO cycles_resultvalue
        (agency_id, results_id, "order", code, part, score, weak, note, place)
    SELECT s.agency_id, s.id, v.o, v.c, v.p, v.s, v.w, v.n, v.l
    FROM ({rows}) v JOIN cycles_resultset s ON s.id = v.r"""
_ROWS = {
    "postgresql": """
        SELECT * FROM json_to_recordset(%s) AS
        t(r bigint, o integer, c text, p text, s numeric, w boolean, n text, l text)""",
    "sqlite": """
        SELECT value ->> 'r' AS r, value ->> 'o' AS o, value ->> 'c' AS c, value ->> 'p' AS p,
               value ->> 's' AS s, value ->> 'w' AS w, value ->> 'n' AS n, value ->> 'l' AS l
        FROM json_each(%s)""",
}


def _add_values(sheets: Iterable[tuple[ResultSet, ResultSheet]]) -> None:
    rows = [
        {"r": kept.pk, "o": order, **_plain(each)}
        for kept, sheet in sheets
        for order, each in enumerate(sheet.results)
    ]
    with connection.cursor() as cursor:
        cursor.execute(_ADD.format(rows=_ROWS[connection.vendor]), [json.dumps(rows)])


def _plain(each: Result) -> dict[str, object]:
    score = None if each.score is None else str(each.score)
    part = each.part or ""
    return {"c": each.code, "p": part, "s": score, "w": each.weak, "n": each.note, "l": each.place}
