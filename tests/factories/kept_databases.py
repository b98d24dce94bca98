"""Databases as earlier versions made them, kept as text in tests/golden/databases.

    python -m tests.factories.kept_databases 0002-what-is-new

makes one of the tables as they are now: once for each version, before its tables change again.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

from tests.factories.installation import NEW, PASSWORD, call

KEPT = Path(__file__).parents[1] / "golden" / "databases"


def keep(name: str) -> Path:
    """Keep the database of a new installation."""
    with tempfile.TemporaryDirectory() as folder:
        call(Path(folder), *NEW, given=f"{PASSWORD}\n").check_returncode()
        with sqlite3.connect(Path(folder) / "prongsai.sqlite3") as database:
            text = "\n".join(database.iterdump())
    path = KEPT / f"{name}.sql"
    path.write_text(f"{text}\n", "utf-8")
    return path


def unpack(kept: Path, folder: Path) -> None:
    """Make the folder of an installation with a database that was kept."""
    folder.mkdir()
    with sqlite3.connect(folder / "prongsai.sqlite3") as database:
        database.executescript(kept.read_text("utf-8"))


if __name__ == "__main__":
    print(keep(sys.argv[1]))  # noqa: T201 -- a tool of the tests
