"""Queries that are written once (ADR 32).

Of the time that a small query takes, three quarters go into its words: Django builds them anew each
time, and a page asks ten such questions. What every page asks is therefore written at the first
call and asked again with other values. The wall between agencies stands in it like any other value:
each call is held to the agency that is active then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from datetime import date, datetime
from functools import wraps
from inspect import signature
from typing import Any, NamedTuple, NoReturn, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.owned import AgencyOwned

P = ParamSpec("P")
Row = TypeVar("Row")
_AGENCY = ""  # no parameter has this name


class Blank(Expression):
    """The place of a value in a query that is written before the value is known."""

    def __init__(self, name: str) -> None:
        """Give the place the name of a parameter."""
        super().__init__()
        self.name = name

    def as_sql(self, *_: Any, **__: Any) -> tuple[str, list[Any]]:
        """Stand among the values of the query, to be found there."""
        return "%s", [self]

    def _combine(self, *_: Any) -> NoReturn:
        raise TypeError(f"{self.name}: nothing can be reckoned with what only each call gives")


class _Written(NamedTuple):
    rows: QuerySet[Any, Any]
    compiler: SQLCompiler
    sql: str
    values: tuple[Any, ...]  # what stands in the query itself, and blanks
    converters: Mapping[int, Any]  # of a column, as Django has them


def prepared(write: Callable[P, QuerySet[Any, Row]]) -> Callable[P, list[Row]]:
    """Let a query be written at its first call only, and ask it with the values of each call.

    `write` is called with blanks, once where one agency is active, where all are and where none is:
    it hands each parameter on to `filter` as it is, and takes nothing from elsewhere that may be
    another one at the next call (the time, the language). Values are numbers, texts, days, moments
    and UUIDs; `None`, a row or a list raises a TypeError, as does a query that leaves a parameter
    or the active agency out.
    """
    names = tuple(signature(write).parameters)
    known = {*names}
    written: dict[tuple[str, scope.Reach], _Written] = {}

    @wraps(write)
    def ask(*values: P.args, **named: P.kwargs) -> list[Row]:
        given = {**dict(zip(names, values, strict=False)), **named}
        if len(values) + len(named) != len(names) or given.keys() != known:
            raise TypeError(f"{write.__name__} takes {', '.join(names) or 'nothing'}")
        connection = connections[DEFAULT_DB_ALIAS]
        key = (connection.vendor, scope.reach())
        if key not in written:
            written[key] = _written(write, names)
        return _asked(written[key], given, connection)

    return ask


def prepared_one(write: Callable[P, QuerySet[Any, Row]]) -> Callable[P, Row | None]:
    """Prepare a query of which the first row is wanted, or None where there is none."""
    ask = prepared(write)

    @wraps(write)
    def ask_one(*values: P.args, **named: P.kwargs) -> Row | None:
        return next(iter(ask(*values, **named)), None)

    return ask_one


def _written(write: Callable[..., QuerySet[Any, Any]], names: tuple[str, ...]) -> _Written:
    with scope.whichever(cast("int", Blank(_AGENCY))):
        rows = write(**{name: Blank(name) for name in names})
    compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
    sql, values = compiler.as_sql()
    is_walled = issubclass(rows.model, AgencyOwned) and scope.reach() is scope.Reach.ONE
    blanks = {value.name for value in values if isinstance(value, Blank)}
    if left_out := {*names, *([_AGENCY] if is_walled else [])} - blanks:
        named = ", ".join(name or "the active agency" for name in sorted(left_out))
        raise TypeError(f"{write.__name__} asks without {named}")
    converters = compiler.get_converters([each for each, _, _ in compiler.select])
    return _Written(rows, compiler, sql, tuple(values), converters)


def _asked(
    written: _Written, given: Mapping[str, Any], connection: BaseDatabaseWrapper
) -> list[Any]:
    values = tuple(
        _told(given, value, connection) if isinstance(value, Blank) else value
        for value in written.values
    )
    # A query hands out what puts it into words; this one hands out what has done so already.
    compiler, rows = copy(written.compiler), written.rows.all()
    vars(compiler).update(
        connection=connection,
        as_sql=lambda *_, **__: (written.sql, values),
        get_converters=lambda _: written.converters,
    )
    vars(rows.query).update(get_compiler=lambda *_, **__: compiler)
    return list(rows)


def _told(given: Mapping[str, Any], blank: Blank, connection: BaseDatabaseWrapper) -> Any:
    """Return a value as the database takes it."""
    value = scope.active() if blank.name == _AGENCY else given[blank.name]
    match value:
        case bool() | int() | str():
            return value
        case datetime():
            return connection.ops.adapt_datetimefield_value(value)
        case date():
            return connection.ops.adapt_datefield_value(value)
        case UUID():
            return value if connection.features.has_native_uuid_field else value.hex
    raise TypeError(f"{blank.name}: a prepared query takes no {type(value).__name__}")
