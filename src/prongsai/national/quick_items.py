"""A quick way for DuckDB from the answers to the means of all items side by side; it gives way to
the general one where it cannot hold.

Parquet keeps a text once for many rows, so a text becomes a small number at little cost, and small
numbers index a perfect hash table. The counts of four answers are the digits of one sum. What does
not fit into a digit, and what is no answer to a question, is missing from the number of answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from prongsai.national.duckdb_engine import literal, quoted
from prongsai.national.expressions import AGENCY, ANSWERS, COUNTED, ITEMS, ODD, SLOT
from prongsai.national.plan import Plan

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AGENCIES = "known_agencies"  # types: every text that the column holds, or should hold
MARKS = "known_marks"
CODES = "known_codes"
PACKED = "packed"
TABLE_BITS = 21  # 8,317 agencies and 118 questions need these, and 36 MB a thread
DIGIT_BITS = 13  # four digits fit into the 53 bits within which a DOUBLE adds integers exactly
BASE = 2**DIGIT_BITS
DIGITS = 4


def make_items(connection: DuckDBPyConnection, plan: Plan) -> bool:
    """Make the table of items from the view of the answers; False where it would not be right.

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
    connection.execute(f"CREATE TABLE {ITEMS} AS {_items_sql(plan)}")
    return _most(connection, plan) < BASE**DIGITS and _counted(connection) == int(answers)


def _most(connection: DuckDBPyConnection, plan: Plan) -> int:
    """Return the greatest sum of digits."""
    sums = ", ".join(f"max({each})" for each in _sums(plan))
    query = f"SELECT coalesce(greatest({sums}), 0) FROM {PACKED}"  # noqa: S608 -- our names
    return int(connection.execute(query).fetchall()[0][0])


def _counted(connection: DuckDBPyConnection) -> int:
    """Return how many answers the items have."""
    query = f"SELECT coalesce(sum({COUNTED}), 0) FROM {ITEMS}"  # noqa: S608 -- our names
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


def _items_sql(plan: Plan) -> str:
    """Write the means side by side: those of an agency as a list, then looked up in it.

    That is twice as fast as to ask every row for every item.
    """
    columns = ", ".join(
        f"means[list_position(slots, {slot})] AS {quoted(name)}"
        for slot, name in enumerate(plan.item_names)
    )
    mean = f"points / (nullif({COUNTED}, 0) * {plan.grain})"
    return f"""SELECT CAST({AGENCY} AS VARCHAR) AS {AGENCY}, {COUNTED}, 0 AS {ODD}, {columns}
               FROM (SELECT {AGENCY}, CAST(sum({COUNTED}) AS BIGINT) AS {COUNTED},
                            list({SLOT}) AS slots, list({mean}) AS means
                     FROM ({_points_sql(plan)}) GROUP BY {AGENCY})"""  # noqa: S608 -- of the edition


def _points_sql(plan: Plan) -> str:
    """Write the digits taken apart: agency, item by its slot, its answers and their points."""
    times = {
        place: f"(coalesce(CAST({name} AS BIGINT), 0)"
        f" >> {DIGIT_BITS * (place - lowest)} & {BASE - 1})"
        for name, lowest in _sums(plan).items()
        for place in _placed(plan, lowest)
    }
    counted = _weighted(times, {p: [len(q.points) >= p for q in plan.questions] for p in times})
    points = _weighted(times, {p: [q.worth(p) for q in plan.questions] for p in times})
    slots = [question.slot for question in plan.questions]
    sql = f"""SELECT {AGENCY}, ({slots}::INTEGER[])[number + 1] AS {SLOT},
                     {counted} AS {COUNTED}, {points} AS points FROM {PACKED}"""  # noqa: S608 -- our names
    if len(plan.questions) == len(plan.item_names):
        return sql  # with one question an item there is nothing to add up
    return f"""SELECT {AGENCY}, {SLOT}, sum({COUNTED}) AS {COUNTED}, sum(points) AS points
               FROM ({sql}) GROUP BY ALL"""  # noqa: S608 -- our names


def _weighted(times: Mapping[int, str], weights: Mapping[int, Sequence[int]]) -> str:
    """Write the sum of how often each place was answered, times its weight in the question."""
    return " + ".join(
        f"{count} * ({[int(weight) for weight in weights[place]]}::INTEGER[])[number + 1]"
        for place, count in times.items()
    )


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
