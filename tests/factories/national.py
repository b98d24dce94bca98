"""Files of national answers, small enough to check by hand, and how to read the scores back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb

from prongsai.core.editions.model import Edition
from prongsai.national.plan import answers_of

Row = tuple[object, object, object, object, object]
"""agency, instrument, respondent, item, answer"""

COLUMNS = {
    "agency": "VARCHAR",
    "instrument": "VARCHAR",
    "respondent": "VARCHAR",
    "item": "VARCHAR",
    "answer": "TINYINT",
}


def write_answers(path: Path, rows: Iterable[Row], **types: str) -> Path:
    """Write rows into a Parquet file; `types` replace those of columns, "" leaves a column out."""
    kinds = {name: kind for name, kind in {**COLUMNS, **types}.items() if kind}
    table = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    columns = [[row[name] for row in table] for name in kinds]
    selected = ", ".join(
        f"unnest(${place}::{kind}[]) AS {name}"
        for place, (name, kind) in enumerate(kinds.items(), 1)
    )
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE t AS SELECT {selected}", columns)
        connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
    return path


def read_rows(path: Path) -> list[dict[str, object]]:
    """Read a Parquet file: one mapping a row, in the order of the file."""
    with duckdb.connect() as connection:
        connection.execute("FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in connection.description or ()]
        return [dict(zip(names, row, strict=True)) for row in connection.fetchall()]


def best_answers(edition: Edition, agency: str) -> list[Row]:
    """Give the best answer to every question, by one respondent of each instrument."""
    return [
        (agency, instrument.key, "1", code, points.index(max(points)) + 1)
        for instrument in edition.instruments
        for item in instrument.items
        for code, points in answers_of(edition, item)
    ]


def by_parts(rows: Iterable[Row], *parts: str) -> list[Row]:
    """Give every EIT answer once for each of the parts instead."""
    return [
        (agency, mark, who, item, answer)
        for agency, instrument, who, item, answer in rows
        for mark in ([f"EIT/{part}" for part in parts] if instrument == "EIT" else [instrument])
    ]
