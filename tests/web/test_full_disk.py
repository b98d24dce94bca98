"""A full disk: people are told, nothing is half-written, and all goes on when there is room."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.audit.selectors import faults_in_all_chains
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

TOLD = "ขณะนี้ยังบันทึกข้อมูลไม่ได้"
OURS = "ระบบขัดข้อง"
UNIT = {"name": "กองช่าง", "level": "division"}


@pytest.fixture
def desk(dao: Somebody) -> Desk:
    """Somebody who is shown the page of what broke, as people are."""
    made = Desk(dao, language="th")
    made.client.raise_request_exception = False
    return made


@contextmanager
def no_room() -> Iterator[None]:
    """Let the file of the database grow no more."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count")
        (before,) = cursor.fetchone()
        cursor.execute("PRAGMA max_page_count = 1")  # SQLite takes what there is as the least
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {before}")


def written(who: Somebody) -> tuple[int, int]:
    """Count the units, and what the record tells of units that were added."""
    with scope.agency(who.agency.pk):
        return Unit.objects.count(), AuditEvent.objects.filter(kind="unit.added").count()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no such bound")
def test_a_full_disk_is_told_and_nothing_is_half_written(dao: Somebody, desk: Desk) -> None:
    with no_room():
        for number in range(200):
            answer = desk.post("/units", {**UNIT, "name": f"{number}" + "ก" * 190})
            if answer.status_code != 302:
                break
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
        assert TOLD in text(answer)
        units, told = written(dao)
        assert units == told == 2 + number
    assert [*faults_in_all_chains()] == []
    assert desk.post("/units", UNIT).status_code == 302
    assert written(dao) == (units + 1, told + 1)


@contextmanager
def only_read() -> Iterator[None]:
    """Let the database take nothing, as one on a disk that was mounted to be read only."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET TRANSACTION READ ONLY")
            yield
            transaction.set_rollback(True)  # only so can it be written again
        else:
            cursor.execute("PRAGMA query_only = on")
            yield
            cursor.execute("PRAGMA query_only = off")


@pytest.mark.django_db
def test_a_database_that_can_only_be_read_is_told_and_takes_nothing(
    dao: Somebody, desk: Desk
) -> None:
    with only_read():
        answer = desk.post("/units", UNIT)
        assert (answer.status_code, TOLD in text(answer)) == (503, True)
        assert desk.get("/units").status_code == 200
    assert written(dao) == (2, 2)
    assert desk.post("/units", UNIT).status_code == 302
    assert written(dao) == (3, 3)


def caused(error: Exception) -> OperationalError:
    made = OperationalError(str(error))
    made.__cause__ = error
    return made


def of_sqlite(code: int) -> OperationalError:
    error = sqlite3.OperationalError("made up")
    error.sqlite_errorcode = code
    return caused(error)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (of_sqlite(sqlite3.SQLITE_FULL), 503, TOLD),
        (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), 503, TOLD),
        (of_sqlite(sqlite3.SQLITE_BUSY), 503, TOLD),
        (caused(psycopg.errors.DiskFull("made up")), 503, TOLD),
        (caused(psycopg.errors.AdminShutdown("made up")), 503, TOLD),
        (OSError(errno.ENOSPC, "no space"), 503, TOLD),
        (of_sqlite(sqlite3.SQLITE_ERROR), 500, OURS),
        (OSError(errno.EPIPE, "broken"), 500, OURS),
        (RuntimeError("a fault"), 500, OURS),
    ],
)
def test_a_fault_of_the_machine_is_not_told_as_ours(
    error: Exception, status: int, said: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(**_: object) -> None:
        raise error

    monkeypatch.setattr("prongsai.web.units.add_unit", break_down)
    answer = desk.post("/units", UNIT)
    assert answer.status_code == status
    assert said in text(answer)
    assert str(error) not in text(answer)
    assert "Content-Security-Policy" in answer.headers
