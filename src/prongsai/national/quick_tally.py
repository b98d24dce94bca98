"""A quick way for DuckDB to count the answers; it gives way to the general one where it cannot.

Parquet keeps a text once for many rows, so a text becomes a small number at little cost, and small
numbers index a perfect hash table. The counts of four answers are the digits of one sum. What does
not fit into a digit, and what is no answer to a question, is missing from the sum of all digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from prongsai.national.duckdb_engine import literal
from prongsai.national.expressions import AGENCY, ANSWERS, QUESTIONS, TALLY, times_column
from prongsai.national.plan import Plan

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AGENCIES = "known_agencies"  # types: every text that the column holds, or should hold
MARKS = "known_marks"
CODES = "known_codes"
PACKED = "packed"
TABLE_BITS = 21  # 8,317 agencies and 118 questions need these, and 36 MB a thread
BASE = 2**13  # four digits fit into the 53 bits within which a DOUBLE adds integers exactly
DIGITS = 4


def make_tally(connection: DuckDBPyConnection, plan: Plan) -> bool:
    """Make the table of tallies from the view of the answers; False where it would not be right.

    That is where the agencies are no texts, an answer is none to a question of the plan, or more
    than 8,191 people of an agency gave the same one.
    """
    view = connection.view(ANSWERS)
    query = f"SELECT count(answer), min(answer) FROM {ANSWERS}"  # noqa: S608 -- our names
    answers, least = connection.execute(query).fetchall()[0]
    # Places below 1 would be counted from the end of a list.
    if str(view.types[view.columns.index(AGENCY)]) != "VARCHAR" or least is None or least < 1:
        return False
    _make_types(connection, plan)
    connection.execute(f"SET perfect_ht_threshold = {TABLE_BITS}")
    connection.execute(f"CREATE TABLE {PACKED} AS {_packed_sql(plan)}")
    connection.execute("RESET perfect_ht_threshold")
    connection.execute(f"CREATE VIEW {TALLY} AS {_unpacked_sql(plan)}")
    return _most(connection, plan) < BASE**DIGITS and _counted(connection) == int(answers)


def _most(connection: DuckDBPyConnection, plan: Plan) -> int:
    """Return the greatest sum of digits."""
    sums = ", ".join(f"max({each})" for each in _sums(plan))
    query = f"SELECT coalesce(greatest({sums}), 0) FROM {PACKED}"  # noqa: S608 -- our names
    return int(connection.execute(query).fetchall()[0][0])


def _counted(connection: DuckDBPyConnection) -> int:
    """Return how many answers the tally has."""
    query = f"SELECT coalesce(sum(given), 0) FROM {TALLY}"  # noqa: S608 -- our names
    return int(connection.execute(query).fetchall()[0][0])


def _make_types(connection: DuckDBPyConnection, plan: Plan) -> None:
    """Make the types whose values stand for the texts; the first, "", is no mark and no code."""
    connection.execute(
        f"""CREATE TYPE {AGENCIES} AS ENUM (
            SELECT '' UNION SELECT DISTINCT {AGENCY} FROM {ANSWERS} WHERE {AGENCY} IS NOT NULL)"""  # noqa: S608 -- our names
    )
    for name, texts in ((MARKS, _marks(plan)), (CODES, _codes(plan))):
        values = ", ".join(map(literal, ("", *texts)))
        connection.execute(f"CREATE TYPE {name} AS ENUM ({values})")


def _packed_sql(plan: Plan) -> str:
    """Write the count: agency, question by its place in the plan, sums with a digit an answer.

    A question's place is that of its mark's first one and its own among those of its instrument.
    """
    firsts, owners = _marks(plan), _codes(plan)
    instruments = [mark.instrument.key for mark in plan.marks]
    mark_owner = {mark.text: instruments.index(mark.instrument.key) for mark in plan.marks}
    asked = _looked_up("instrument", MARKS, (mark_owner[mark] for mark in firsts))
    owned = _looked_up("item", CODES, (mark_owner[owner] for owner, _ in owners.values()))
    first = _looked_up("instrument", MARKS, firsts.values())
    own = _looked_up("item", CODES, (place for _, place in owners.values()))
    sums = ", ".join(
        f"sum(CASE WHEN {asked} = {owned} THEN ({_digits(plan, lowest)}::DOUBLE[])[answer] END)"
        f" AS {name}"
        for name, lowest in _sums(plan).items()
    )
    return f"""SELECT TRY_CAST({AGENCY} AS {AGENCIES}) AS {AGENCY}, {first} + {own} AS number,
               {sums} FROM {ANSWERS} GROUP BY ALL"""  # noqa: S608 -- of the edition


def _unpacked_sql(plan: Plan) -> str:
    """Write the tally: the counts taken apart, beside what is known of their questions."""
    times = {
        times_column(place): f"coalesce(CAST({name} AS BIGINT), 0)"
        f" // {BASE ** (place - lowest)} % {BASE}"
        for name, lowest in _sums(plan).items()
        for place in _placed(plan, lowest)
    }
    counts = ", ".join(f"{count} AS {name}" for name, count in times.items())
    return f"""SELECT CAST({AGENCY} AS VARCHAR) AS {AGENCY}, {counts}, {" + ".join(times)} AS given,
               q.* FROM {PACKED} p LEFT JOIN (SELECT row_number() OVER () - 1 AS number, *
               FROM {QUESTIONS}) q USING (number)"""  # noqa: S608 -- our names


def _looked_up(column: str, kind: str, numbers: Iterable[int]) -> str:
    """Write the number that stands for a text; NULL for a text that is not of the kind."""
    return f"({list(numbers)}::INTEGER[])[enum_code(TRY_CAST({column} AS {kind}))]"


def _sums(plan: Plan) -> dict[str, int]:
    """Return the name of each sum with the lowest place that it counts."""
    return {f"sum_{lowest}": lowest for lowest in plan.places[::DIGITS]}


def _placed(plan: Plan, lowest: int) -> range:
    """Return the places that are counted in a sum."""
    return range(lowest, min(lowest + DIGITS, plan.places.stop))


def _digits(plan: Plan, lowest: int) -> list[int]:
    """Return what an answer at each place adds to a sum."""
    placed = _placed(plan, lowest)
    return [BASE ** (place - lowest) if place in placed else 0 for place in plan.places]


def _marks(plan: Plan) -> dict[str, int]:
    """Return each mark with the place of its first question."""
    found: dict[str, int] = {}
    for place, question in enumerate(plan.questions):
        found.setdefault(question.instrument, place)
    return found


def _codes(plan: Plan) -> dict[str, tuple[str, int]]:
    """Return each code with the first mark that asks it, and its place among that mark's."""
    firsts = _marks(plan)
    found: dict[str, tuple[str, int]] = {}
    for place, question in enumerate(plan.questions):
        mark = question.instrument
        found.setdefault(question.code, (mark, place - firsts[mark]))
    return found
