"""DuckDB: reads the answers, runs the expression, finds what cannot be scored, and writes the
Parquet file.

Everything is local: nothing is installed, loaded or fetched while it runs.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import ibis

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.sentences import Sentence, say
from prongsai.national.expressions import (
    AGENCY,
    ANSWERS,
    PLACES,
    QUESTIONS,
    SLOT,
    national_scores,
    worth_column,
)
from prongsai.national.plan import Plan

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCORES = "scores"
EDITION_NOTE = "prongsai.edition"  # in the metadata of Parquet files: the key of the edition
OUR_FAULT = (duckdb.BinderException, duckdb.CatalogException, duckdb.ParserException)
COLUMNS = (AGENCY, "instrument", "respondent", "item", "answer")
TEXT = ("VARCHAR", "ENUM")
WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
TYPES: Mapping[str, tuple[Sentence, tuple[str, ...]]] = {
    AGENCY: (say("text or whole numbers"), TEXT + WHOLE),
    "instrument": (say("text"), TEXT),
    "item": (say("text"), TEXT),
    "answer": (say("whole numbers"), WHOLE),
}


@contextmanager
def reading() -> Iterator[None]:
    """Turn what DuckDB says of a damaged file, or of a machine too small, into a Refusal."""
    try:
        yield
    except OUR_FAULT:
        raise
    except duckdb.OutOfMemoryException as error:
        raise Refusal(
            say("There is not enough memory or disk for these answers."),
            fix=say("Free some space beside the scores, or use --engine spark on a cluster."),
        ) from error
    except duckdb.Error as error:
        raise Refusal(
            say("The file cannot be read to its end: it is damaged."),
            fix=say("Have the file exported again."),
        ) from error


def connect(scratch: Path, threads: int | None) -> DuckDBPyConnection:
    """Open an empty database in memory that spills to `scratch` and never reaches out."""
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "temp_directory": str(scratch),
        }
    )
    if threads is not None:
        connection.execute("SET threads = ?", [threads])
    row = connection.execute("SELECT current_setting('threads')").fetchone()
    # Groups are agencies × questions, however many answers there are; each thread has some of them.
    connection.execute(f"SET memory_limit = '{256 + 128 * int(row[0] if row else 1)}MB'")
    return connection


def open_answers(connection: DuckDBPyConnection, path: Path) -> frozenset[str]:
    """Make the view of the answers; return what its column `instrument` says.

    Raises Refusal where the file is no Parquet file, lacks a column, has one of another type, or is
    empty.
    """
    try:
        relation = connection.read_parquet(glob.escape(str(path)))
    except duckdb.Error as error:
        raise _no_parquet() from error
    problems = tuple(
        _wrong_columns(dict(zip(relation.columns, map(str, relation.types), strict=True)))
    )
    if problems:
        raise Refusals(problems)
    relation.create_view(ANSWERS)
    given = connection.execute(f"SELECT DISTINCT instrument FROM {ANSWERS}").fetchall()  # noqa: S608
    if not given:
        raise Refusal(say("There are no answers in this file."))
    return frozenset(str(text) for (text,) in given if text is not None)


def note_of(connection: DuckDBPyConnection, path: Path, key: str) -> str | None:
    """Return a note of a Parquet file's metadata. Raises Refusal where it is no Parquet file."""
    notes = "SELECT decode(value) FROM parquet_kv_metadata($path) WHERE decode(key) = $key"
    try:
        row = connection.execute(notes, {"path": glob.escape(str(path)), "key": key}).fetchone()
    except duckdb.Error as error:
        raise _no_parquet() from error
    return None if row is None else str(row[0])


def make_questions(connection: DuckDBPyConnection, plan: Plan) -> None:
    """Make the small table of questions, where it is not there yet."""
    connection.execute(f"CREATE TABLE IF NOT EXISTS {QUESTIONS} AS {questions_sql(plan)}")


def compute(connection: DuckDBPyConnection, plan: Plan, *, from_items: bool) -> None:
    """Make the table of scores, one row an agency, from the table of items or, without it, from
    the view of the answers.
    """
    if not from_items:
        make_questions(connection, plan)
    sql = ibis.to_sql(national_scores(plan, from_items=from_items), dialect="duckdb")
    connection.execute(f"CREATE TABLE {SCORES} AS {sql}")


def questions_sql(plan: Plan) -> str:
    """Write the small table of questions as SQL that DuckDB and Spark both read."""
    rows = ", ".join(
        f"({literal(each.instrument)}, {literal(each.code)}, {each.slot}, {len(each.points)}, "
        + ", ".join(f"CAST({worth} AS BIGINT)" for worth in _padded(each.points, plan))
        + ")"
        for each in plan.questions
    )
    columns = ", ".join(("instrument", "item", SLOT, PLACES, *map(worth_column, plan.places)))
    return f"SELECT * FROM (VALUES {rows}) AS t({columns})"  # noqa: S608 -- of the edition


def _padded(points: tuple[int, ...], plan: Plan) -> tuple[int, ...]:
    return points + (0,) * (len(plan.places) - len(points))


def literal(text: str) -> str:
    """Write a text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """Write the name of a column as SQL."""
    return '"' + name.replace('"', '""') + '"'


def _no_parquet() -> Refusal:
    return Refusal(
        say("This is not a Parquet file that can be read."),
        fix=say("Give the answers of all agencies as one Parquet file."),
    )


def _wrong_columns(found: Mapping[str, str]) -> Iterator[Refusal]:
    for name in COLUMNS:
        if name not in found:
            yield Refusal(
                say("The column %(name)s is missing.", name=name),
                fix=say("The file needs the columns %(names)s.", names=COLUMNS),
            )
        elif name in TYPES and found[name].split("(")[0] not in TYPES[name][1]:
            yield Refusal(
                say(
                    "The column %(name)s holds %(type)s; expected %(expected)s.",
                    name=name,
                    type=found[name],
                    expected=TYPES[name][0],
                ),
                fix=say("Write the column anew with that type."),
            )
