"""The first state of a demonstration: put back as it was, whatever happens meanwhile."""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from prongsai.cli.demo_first_state import see_to_first_state
from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.backups import first_state
from prongsai.foundation.jobs import pause
from tests.factories.demo_server import demonstration_in, everything_in
from tests.factories.people import an_agency

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def _made(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("made") / "demo"
    with django_db_blocker.unblock(), demonstration_in(folder):
        connection.close()
        yield folder


@pytest.fixture
def folder(_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demonstration that was just made, in a folder of its own."""
    mine = tmp_path / "demo"
    connection.close()
    shutil.copytree(_made, mine)
    monkeypatch.setattr("django.conf.settings.FOLDER", mine)
    monkeypatch.setattr("django.conf.settings.DEMO_ACCOUNTS", mine / "demo.json")
    monkeypatch.setattr("django.conf.settings.FILES_FOLDER", mine / "files")
    monkeypatch.setitem(connection.settings_dict, "NAME", str(mine / "prongsai.sqlite3"))
    return mine


def meddle(folder: Path) -> None:
    """Do what visitors do: sign in, write, hand files in and remove some."""
    SessionStore().save()
    for person in Person.objects.all():
        person.name, person.password = "แก้ไข", ""
        person.save()
    Agency.objects.update(district="แก้ไข")
    (folder / "files" / "x").mkdir()
    (folder / "files" / "x" / "handed-in").write_bytes(b"x")
    next(each for each in (folder / "files").rglob("*") if each.is_file()).unlink()


def test_every_row_and_file_is_put_back_and_everybody_is_signed_out(folder: Path) -> None:
    before = everything_in(folder)
    meddle(folder)
    assert everything_in(folder) != before
    first_state.put_back()
    assert everything_in(folder) == before
    assert not first_state.was_interrupted()
    assert not any('INSERT INTO "django_session"' in row for row in before.rows)


def test_a_connection_that_was_open_reads_and_writes_what_is_there_now(folder: Path) -> None:
    meddle(folder)
    with closing(sqlite3.connect(folder / "prongsai.sqlite3")) as other:
        names = "SELECT DISTINCT district FROM agencies_agency WHERE district = 'แก้ไข'"
        assert other.execute(names).fetchall() == [("แก้ไข",)]
        first_state.put_back()
        assert other.execute(names).fetchall() == []
        other.execute("UPDATE agencies_agency SET district = 'แก้ไข'")
        other.commit()
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert other.execute("PRAGMA journal_mode").fetchall() == [("wal",)]


def test_two_who_press_at_once_leave_the_first_state(folder: Path) -> None:
    before = everything_in(folder)
    meddle(folder)
    with ThreadPoolExecutor(2) as pool:
        told = dict(connection.settings_dict)
        for each in [pool.submit(press, told) for _ in range(2)]:
            each.result()
    assert everything_in(folder) == before


def press(told: dict[str, Any]) -> None:
    """Put it back from another thread, which has a connection of its own."""
    connections["default"] = DatabaseWrapper(told, "default")
    first_state.put_back()


def test_it_waits_for_who_is_at_work_and_gives_up_without_a_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pause, "_PATIENCE", 0.1)
    meddle(folder)
    before = everything_in(folder)
    with pause.at_work(), pytest.raises(Refusal, match="still saving"):
        first_state.put_back()
    assert everything_in(folder) == before
    first_state.put_back()
    assert everything_in(folder) != before


def test_who_begins_meanwhile_waits(folder: Path) -> None:
    other = (folder / "demo.lock").open("w")
    with closing(other), pause.nobody_at_work(), pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB)


@pytest.mark.parametrize("at", ["_copy", "_put_rows_back", "_files_of_no_row"])
def test_killed_in_the_middle_the_next_start_is_whole(
    at: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything_in(folder)
    meddle(folder)
    with monkeypatch.context() as patch:
        patch.setattr(first_state, at, _dies)
        with pytest.raises(KeyboardInterrupt):
            first_state.put_back()
    assert first_state.was_interrupted()
    see_to_first_state(fresh=False)
    assert everything_in(folder) == before


def _dies(*_: object) -> None:
    raise KeyboardInterrupt


def test_fresh_puts_it_back_before_it_is_served(folder: Path) -> None:
    before = everything_in(folder)
    meddle(folder)
    see_to_first_state(fresh=False)
    assert everything_in(folder) != before
    see_to_first_state(fresh=True)
    assert everything_in(folder) == before


@pytest.mark.parametrize("gone", ["demo.json", "first-state"])
def test_without_the_marks_of_a_demonstration_nothing_is_put_back(gone: str, folder: Path) -> None:
    (folder / gone).rename(folder / "elsewhere")
    before = everything_in(folder)
    with pytest.raises(Refusal, match="no first state of this installation"):
        first_state.put_back()
    assert everything_in(folder) == before


def test_where_another_agency_is_nothing_is_put_back(folder: Path) -> None:
    an_agency("อบต.จริง")
    before = everything_in(folder)
    with pytest.raises(Refusal, match="no first state of this installation"):
        first_state.put_back()
    assert everything_in(folder) == before


def test_rows_kept_by_an_earlier_version_take_the_steps_that_came_since(folder: Path) -> None:
    before = everything_in(folder)
    with closing(sqlite3.connect(first_state.kept_database())) as kept:
        kept.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        kept.execute("DROP TABLE django_session")
        kept.commit()
    assert not first_state.is_of_this_version()
    see_to_first_state(fresh=True)
    assert first_state.is_of_this_version()
    told = [row for row in before.rows if "agencies_agency" in row]
    assert [row for row in everything_in(folder).rows if "agencies_agency" in row] == told
