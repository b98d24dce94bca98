"""What earlier versions wrote is there after an update, and out of a backup made before it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from prongsai.core.thai.order import dictionary_key
from tests.factories.installation import call, served, wait_for
from tests.factories.kept_databases import KEPT, unpack

ALL = sorted(KEPT.glob("*.sql"))
MEMBERS = [("สมมติ ใจดี", True)]
ANNOUNCED = {"0003-announced": [(2568, 88.25, "good")]}


def members_in_order(folder: Path) -> list[tuple[str, bool]]:
    """Return who works where, and whether they are sorted by their names."""
    with sqlite3.connect(folder / "prongsai.sqlite3") as database:
        rows = database.execute(
            "SELECT name, sorted_by FROM accounts_membership JOIN accounts_person"
            " ON accounts_person.id = person_id"
        )
        return [(name, key == dictionary_key(name)) for name, key in rows]


def announced(folder: Path) -> list[tuple[int, float, str]]:
    """Return what stands in the table of what agencies have announced."""
    with sqlite3.connect(folder / "prongsai.sqlite3") as database:
        rows = database.execute("SELECT fiscal_year, total, level FROM cycles_announcement")
        return rows.fetchall()


@pytest.mark.enable_socket
@pytest.mark.parametrize("kept", ALL, ids=lambda path: path.stem)
def test_a_database_of_an_earlier_version_serves(kept: Path, tmp_path: Path) -> None:
    unpack(kept, tmp_path / "first")
    with served(tmp_path / "first") as (address, _):
        assert "เข้าสู่ระบบ" in wait_for(f"{address}/sign-in").decode()
    assert call(tmp_path / "first", "audit", "verify").stdout == "The record holds: 9 events.\n"
    assert announced(tmp_path / "first") == ANNOUNCED.get(kept.stem, [])
    assert members_in_order(tmp_path / "first") == MEMBERS


@pytest.mark.parametrize("kept", ALL, ids=lambda path: path.stem)
def test_a_backup_made_before_an_update_is_restored_after_it(kept: Path, tmp_path: Path) -> None:
    unpack(kept, tmp_path / "first")
    to = call(tmp_path / "first", "backup", "--new-key", str(tmp_path / "key")).stdout.strip()
    made = call(tmp_path / "first", "backup", str(tmp_path / "kept"), "--to", to)
    assert (made.returncode, made.stderr) == (0, "")
    given = ("restore", str(tmp_path / "kept"), "--key", str(tmp_path / "key"))
    restored = call(tmp_path / "second", *given)
    assert (restored.returncode, restored.stderr) == (0, "")
    assert call(tmp_path / "second", "audit", "verify").stdout == "The record holds: 9 events.\n"
    assert members_in_order(tmp_path / "second") == MEMBERS
