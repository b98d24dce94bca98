"""The active agency: whose rows may be read and written now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from typing import Literal

from django.db import connection


class NoAgency(Exception):
    """Rows of an agency were asked for while none is active: a bug, not a refusal."""


class WrongAgency(Exception):
    """A row of another agency was to be written: a bug, or an attack."""


class Reach(Enum):
    """How many agencies' rows may be used now."""

    NONE = ""
    ONE = "one"
    EVERY = "every"


# The id of one, or that it is none or every one: the values of these PostgreSQL is told instead.
Active = int | Literal[Reach.NONE, Reach.EVERY]
_active: ContextVar[Active] = ContextVar("active_agency", default=Reach.NONE)


def active() -> int | None:
    """Return the id of the active agency, or None where every agency's rows may be used.

    :raises NoAgency: if none is active.
    """
    now = _active.get()
    if now is Reach.NONE:
        raise NoAgency("no agency is active: enter one first")
    return None if now is Reach.EVERY else now


def reach() -> Reach:
    """Return how many agencies' rows may be used now."""
    now = _active.get()
    return now if isinstance(now, Reach) else Reach.ONE


@contextmanager
def agency(pk: int) -> Iterator[None]:
    """Let rows of this agency be used, and of no other."""
    with _entered(pk):
        yield


@contextmanager
def everywhere() -> Iterator[None]:
    """Let rows of every agency be used: only in the files that a guard lists."""
    with _entered(Reach.EVERY):
        yield


@contextmanager
def whichever(blank: int) -> Iterator[None]:
    """Let a query be written that has a blank where it would have the active agency."""
    token = _active.set(blank if reach() is Reach.ONE else _active.get())
    try:
        yield
    finally:
        _active.reset(token)


@contextmanager
def _entered(now: Active) -> Iterator[None]:
    before = _active.get()
    token = _active.set(now)
    _tell_database(now)
    try:
        yield
    finally:
        _active.reset(token)
        _tell_database(before)


def _tell_database(now: Active) -> None:
    # SQLite has no row-level security. In a transaction that is broken nothing can be said, and
    # rolling it back takes back what was said in it.
    if connection.vendor != "postgresql" or connection.needs_rollback:
        return
    told = now.value if isinstance(now, Reach) else str(now)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('prongsai.agency', %s, false)", [told])
