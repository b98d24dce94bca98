"""The database, and the record in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from prongsai.cli.checkup.line import Line, look, ok, wrong
from prongsai.cli.moments import moment_in_words
from prongsai.core.sentences import say
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.audit.selectors import faults_in_all_chains
from prongsai.foundation.files.sweep import left_over

_CHECKED_AT_ONCE = 50_000  # events: some seconds
_MAY_DIFFER = timedelta(minutes=1)

# Tables of agencies that lack the second wall between them.
_OPEN_TABLES = """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE a.attname = 'agency_id' AND NOT a.attisdropped AND c.relkind = 'r'
      AND c.relnamespace = current_schema()::regnamespace
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
    ORDER BY 1
"""


def steps() -> Iterator[Line]:
    """Look whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield wrong(
            say("the tables are of an earlier version."),
            say("Make a backup, then call prongsai serve: it brings them up to date."),
        )
    else:
        kinds = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        yield ok(say("the database answers: %(kind)s.", kind=kinds[connection.vendor]))


def safety() -> Iterator[Line]:
    """Look whether the database keeps what it is told to keep."""
    if connection.vendor == "postgresql":
        yield from _walls()
        return
    broken = _asked("PRAGMA quick_check(1)") != "ok" or bool(_asked("PRAGMA foreign_key_check"))
    if broken:
        yield wrong(
            say("the file of the database is damaged."),
            say("Stop the server, keep the file, and restore the last backup."),
        )
    elif (_asked("PRAGMA journal_mode"), _asked("PRAGMA foreign_keys")) != ("wal", 1):
        yield look(
            say("the database cannot be written while it is read."),
            say("Its folder must be on a disk of this machine, not on the network."),
        )
    else:
        yield ok(say("the file of the database is sound."))


def _walls() -> Iterator[Line]:
    is_above = _asked("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    with connection.cursor() as cursor:
        cursor.execute(_OPEN_TABLES)
        open_tables = [name for (name,) in cursor.fetchall()]
    if is_above:
        yield wrong(
            say("the role of the database passes the walls between agencies."),
            say("Connect as a role with NOSUPERUSER NOBYPASSRLS that owns the tables."),
        )
    elif open_tables:
        yield wrong(
            say("tables without a wall between agencies: %(names)s.", names=", ".join(open_tables)),
            say("Report it: a step of the tables is missing."),
        )
    else:
        yield ok(say("the walls between agencies stand in the database too."))


def agencies() -> Iterator[Line]:
    """Look whether anybody can work."""
    count = Agency.objects.filter(is_active=True).count()
    if count:
        yield ok(say("agencies: %(count)s.", count=count))
    else:
        yield look(say("there is no agency yet."), say("Open one: prongsai init"))


def record() -> Iterator[Line]:
    """Check the record of changes, as far as that is quick."""
    count = AuditEvent.objects.count()
    if count > _CHECKED_AT_ONCE:
        yield ok(
            say(
                "the record has %(count)s events; prongsai audit verify checks them.",
                count=f"{count:,}",
            )
        )
    elif any(True for _ in faults_in_all_chains()):
        yield wrong(
            say("the record of changes does not hold."),
            say("Call prongsai audit verify, keep the database as it is, and look for who did it."),
        )
    else:
        yield ok(say("the record of changes holds: %(count)s events.", count=f"{count:,}"))


def evidence() -> Iterator[Line]:
    """Look for bytes of evidence that no row names."""
    count = left_over()
    told = say("files of evidence that belong to nothing: %(count)s.", count=count)
    if count:
        yield look(told, say("The worker removes them when they are a day old: let it run."))
    else:
        yield ok(told)


def clock() -> Iterator[Line]:
    """Look whether the clock of this machine can be right."""
    now = timezone.now()
    last = AuditEvent.objects.order_by("-at").values_list("at", flat=True).first()
    if last is not None and last > now + _MAY_DIFFER:
        yield wrong(
            say(
                "the clock is behind: the record has an event of %(at)s.", at=moment_in_words(last)
            ),
            say("Set the clock of this machine by a time server (NTP)."),
        )
    else:
        yield ok(say("the clock says %(now)s in Bangkok.", now=moment_in_words(now)))


def _asked(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone()
    return row[0] if row else None
