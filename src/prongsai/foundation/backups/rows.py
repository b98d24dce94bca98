"""Rows of tables as lines of JSON, the same from every database, and back into any."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

LEFT_OUT = frozenset({"sessions.session"})
"""Who restores signs in anew: an open session is no record, and a way in."""

_AT_A_TIME = 500  # rows held in memory

Table = type[models.Model]


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything as it is now, while others go on writing."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # atomic() would begin to write (IMMEDIATE), and nobody else could.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def tables_of(apps: Apps) -> dict[str, Table]:
    """Return the tables of a step, by name, but those that no backup has."""
    found = apps.get_models(include_auto_created=True)
    kept = [table for table in found if table._meta.managed and not table._meta.proxy]
    names = {table._meta.label_lower: table for table in kept}
    return {name: names[name] for name in sorted(names) if name not in LEFT_OUT}


def lines_of(table: Table) -> Iterator[bytes]:
    """Yield the rows of a table, in the order of their keys."""
    fields = table._meta.local_concrete_fields
    for row in table._base_manager.order_by("pk").iterator(chunk_size=_AT_A_TIME):
        values = {field.attname: _plain(field, row) for field in fields}
        # Sorted: PostgreSQL keeps the keys of JSON in an order of its own.
        yield f"{json.dumps(values, ensure_ascii=False, sort_keys=True)}\n".encode()


def load(table: Table, lines: Iterable[bytes]) -> None:
    """Write rows as they were, past every default and every step of a form.

    :raises ValueError: if a line is no row of the table.
    """
    fields = {field.attname: field for field in table._meta.local_concrete_fields}
    for line in lines:
        told = json.loads(line)
        if told.keys() != fields.keys():
            raise ValueError(f"{table._meta.label}: {sorted(told)}")
        values = {name: fields[name].to_python(value) for name, value in told.items()}
        table(**values).save_base(raw=True, force_insert=True)


def empty(tables: Iterable[Table]) -> None:
    """Remove the rows that the steps of the tables have written themselves."""
    for table in tables:
        table._base_manager.all().delete()


def go_on_counting(tables: Iterable[Table]) -> None:
    """Let the next row of each table get a key after the last."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(sql)


def _plain(field: models.Field[Any, Any], row: models.Model) -> object:
    value = field.value_from_object(row)
    if value is None or isinstance(value, str | int) or isinstance(field, models.JSONField):
        return value
    return field.value_to_string(row)
