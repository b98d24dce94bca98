"""The triggers that let rows of the record be added and forgotten, and nothing else."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_KEPT = (
    "id", "uuid", "chain", "number", "at", "kind", "subject_kind", "subject_key", "author_key",
    "request_id", "details_hash", "previous_hash", "hash",
)  # fmt: skip
_TABLE = "audit_auditevent"
_FORGETS = "NEW.details IS NULL AND NEW.salt IS NULL"
_SQLITE_KEEPS = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in _KEPT)
_POSTGRES_KEEPS = " AND ".join(f'NEW."{name}" IS NOT DISTINCT FROM OLD."{name}"' for name in _KEPT)

_SQLITE = (
    f"""CREATE TRIGGER audit_never_deleted BEFORE DELETE ON {_TABLE}
        BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END""",
    f"""CREATE TRIGGER audit_only_forgotten BEFORE UPDATE ON {_TABLE}
        WHEN NOT ({_FORGETS} AND {_SQLITE_KEEPS})
        BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END""",
)
_POSTGRES = (
    f"""CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' THEN RAISE 'audit events are never deleted'; END IF;
            IF {_FORGETS} AND {_POSTGRES_KEEPS} THEN RETURN NEW; END IF;
            RAISE 'audit events are never changed';
        END $$""",
    f"""CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON {_TABLE}
        FOR EACH ROW EXECUTE FUNCTION audit_append_only()""",
)
_UNDO = {
    "sqlite": ("DROP TRIGGER audit_never_deleted", "DROP TRIGGER audit_only_forgotten"),
    "postgresql": (
        f"DROP TRIGGER audit_append_only ON {_TABLE}",
        "DROP FUNCTION audit_append_only()",
    ),
}


def close(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers."""
    for sql in {"sqlite": _SQLITE, "postgresql": _POSTGRES}[editor.connection.vendor]:
        editor.execute(sql)


def open_again(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    for sql in _UNDO[editor.connection.vendor]:
        editor.execute(sql)
