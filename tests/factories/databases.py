"""Another database than that of the test, as if it were the one of the settings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend

from prongsai.config.environment import POSTGRES, SQLITE, database


@contextmanager
def database_in(folder: Path, *, engine: str = "", migrated: bool = False) -> Iterator[None]:
    """Use a database that belongs to a folder: of the kind that the tests run on, or another."""
    before = connections["default"]
    engine = engine or str(before.settings_dict["ENGINE"])
    folder.mkdir(exist_ok=True)
    given = database("", folder) if engine == SQLITE else _on_the_server(folder)
    backend: Any = load_backend(engine)
    other = backend.DatabaseWrapper({**before.settings_dict, **given}, "default")
    connections["default"] = other
    try:
        if migrated:
            call_command("migrate", interactive=False, verbosity=0)
        yield
    finally:
        other.close()
        connections["default"] = before


def _on_the_server(folder: Path) -> dict[str, object]:
    told: dict[str, Any] = settings.DATABASES["default"]
    assert told["ENGINE"] == POSTGRES
    name = "prongsai_" + hashlib.sha256(bytes(folder)).hexdigest()[:20]
    where = {"host": told["HOST"], "user": told["USER"], "dbname": "postgres"}
    with psycopg.connect(**where, autocommit=True) as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not found:
            server.execute(f'CREATE DATABASE "{name}"'.encode())
    return {"NAME": name}
