"""Being the only worker: a lock that the system itself opens when its holder dies, even by SIGKILL.

On PostgreSQL it is a lock of a connection of its own, so that it holds over several machines; with
SQLite, which only one machine can use, it is the lock of a file beside the database.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

_NUMBER = 0x70726F6E  # of the advisory lock; "pron"


class NotAlone(Exception):
    """Another worker is at work."""


class Lock:
    """A lock that is held."""

    def check(self) -> None:
        """Raise a DatabaseError if the lock is lost, as when PostgreSQL was started anew."""


class _LockOfConnection(Lock):
    def __init__(self, held: BaseDatabaseWrapper) -> None:
        self._held = held

    def check(self) -> None:
        with self._held.cursor() as cursor:
            cursor.execute("SELECT 1")


@contextmanager
def alone() -> Iterator[Lock]:
    """Be the only worker of this installation.

    :raises NotAlone: if another one is.
    """
    if connection.vendor == "postgresql":
        with _lock_of_postgres() as lock:
            yield lock
    else:
        with _lock_of_file(Path(settings.FOLDER) / "worker.lock"):
            yield Lock()


@contextmanager
def _lock_of_postgres() -> Iterator[Lock]:
    held = connection.copy()
    try:
        with held.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_NUMBER])
            (got,) = cursor.fetchone()
        if not got:
            raise NotAlone
        yield _LockOfConnection(held)
    finally:
        held.close()  # and with it the lock


@contextmanager
def _lock_of_file(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotAlone from error
        yield
