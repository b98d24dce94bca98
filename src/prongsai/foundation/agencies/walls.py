"""Row-level security on PostgreSQL: the second wall between agencies, said to the database itself.

A server that connects as a superuser, or as a role with BYPASSRLS, has no second wall.
"""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps

_POLICY = "own_agency"
_OVERSEER = "overseer_of_agency"


def wall(*tables: str) -> RunPython:
    """Make the step of a migration that closes tables with a column `agency_id`."""

    def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 -- Django's form
        for table in tables:
            _run(editor, f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
            _run(editor, f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
            _run(
                editor,
                f'CREATE POLICY {_POLICY} ON "{table}" USING '
                "(current_setting('prongsai.agency', true) IN ('every', agency_id::text))",
            )

    def open_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 -- Django's form
        for table in tables:
            _run(editor, f'DROP POLICY {_POLICY} ON "{table}"')
            _run(editor, f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
            _run(editor, f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')

    return RunPython(close, open_again)


def _run(editor: BaseDatabaseSchemaEditor, sql: str) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(sql)


def open_to_overseers(table: str) -> RunPython:
    """Make the step of a migration that lets who oversees an agency read its rows of a table."""
    allowed = (
        "EXISTS (SELECT 1 FROM agencies_agency AS below WHERE below.id = agency_id"
        " AND below.overseer_id::text = current_setting('prongsai.agency', true))"
    )

    def allow(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 -- Django's form
        _run(editor, f'CREATE POLICY {_OVERSEER} ON "{table}" FOR SELECT USING ({allowed})')

    def forbid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 -- Django's form
        _run(editor, f'DROP POLICY {_OVERSEER} ON "{table}"')

    return RunPython(allow, forbid)


def frozen(*tables: str) -> RunPython:
    """Make the step of a migration after which rows are added, never changed or removed."""

    def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 -- Django's form
        for table in tables:
            for sql in _freezing(table, editor.connection.vendor):
                editor.execute(sql)

    def open_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 -- Django's form
        for table in tables:
            for sql in _thawing(table, editor.connection.vendor):
                editor.execute(sql)

    return RunPython(close, open_again)


def _freezing(table: str, vendor: str) -> tuple[str, ...]:
    if vendor == "postgresql":
        return (
            f"""CREATE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE '{table} is never changed'; END $$""",
            f"""CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION {table}_frozen()""",
        )
    return tuple(
        f"""CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END"""
        for verb in ("UPDATE", "DELETE")
    )


def _thawing(table: str, vendor: str) -> tuple[str, ...]:
    if vendor == "postgresql":
        return (
            f"DROP TRIGGER {table}_frozen ON {table}",
            f"DROP FUNCTION {table}_frozen()",
        )
    return tuple(f"DROP TRIGGER {table}_no_{verb}" for verb in ("update", "delete"))
