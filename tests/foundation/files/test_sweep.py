"""Bytes that no row names go a day later; nothing else ever does."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.files import store
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.files.services import add_file
from prongsai.foundation.files.sweep import left_over, sweep
from tests.factories.installation import EMAIL, an_installation, call, environment
from tests.factories.people import Somebody, an_agency, somebody

TEXT = "บันทึกการประชุม\n".encode()
DAY = 86_400
# Killed when the bytes and the row are written and nothing is committed yet.
KILLED = f"""
import os, signal, django; django.setup()
from django.utils import timezone
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.selectors import actor_of, memberships_of
from prongsai.foundation.agencies import scope
from prongsai.foundation.files import services
today = timezone.localdate()
person = Person.objects.get(email="{EMAIL}")
(membership,) = memberships_of(person, today)
with scope.agency(membership.agency_id):
    by = actor_of(membership, person, today)
    services.add_file(name="a.txt", data="kept\\n".encode(), by=by, today=today)
    services.record = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
    services.add_file(name="b.txt", data="lost\\n".encode(), by=by, today=today)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def dao() -> Somebody:
    return somebody(an_agency("อบต.หนึ่ง"), "dao", Role.ADMINISTRATOR)


def add(who: Somebody, data: bytes = TEXT) -> StoredFile:
    with scope.agency(who.agency.pk):
        return add_file(name="a.txt", data=data, by=who.actor, today=timezone.localdate())


def written(folder: Path, name: str, age: float = 2 * DAY) -> Path:
    """Write a file as it stands after a crash, some seconds ago."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    os.utime(path, (time.time() - age,) * 2)
    return path


def age(folder: Path) -> None:
    """Let a day pass for every file that is there."""
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - 2 * DAY,) * 2, follow_symlinks=False)


def swept(who: Somebody) -> None:
    with scope.agency(who.agency.pk):
        sweep(who.membership)  # it is of the agency, as a job is


def left(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@pytest.mark.django_db
def test_only_old_bytes_that_no_row_of_the_agency_names_go(folder: Path, dao: Somebody) -> None:
    file, mine = add(dao), str(dao.agency.uuid)
    lost = store.hash_of(b"lost")
    written(folder, f"{mine}/{lost[:2]}/{lost}")
    written(folder, f"{mine}/ab/.0123456789abcdef")
    stay = {
        written(folder, f"{mine}/cd/{'cd' * 32}", age=DAY - 100),
        written(folder, f"{mine}/cd/.1123456789abcdef", age=DAY - 100),
        written(folder, f"{mine}/ab/{'cd' * 32}"),
        written(folder, f"{mine}/ab/{'ab' * 31}"),
        written(folder, f"{mine}/notes.txt"),
        written(folder, f"{mine}/ab/deeper/{'ab' * 32}"),
        written(folder, f"00000000-0000-0000-0000-000000000001/ab/{'ab' * 32}"),
        written(folder, f"{'ab' * 32}"),
    }
    os.utime(folder / mine / file.sha256[:2] / file.sha256, (0, 0))
    assert left_over() == 1
    swept(dao)
    names = {path.relative_to(folder).as_posix() for path in stay}
    assert left(folder) == {*names, f"{mine}/{file.sha256[:2]}/{file.sha256}"}
    assert left_over() == 0


@pytest.mark.django_db
def test_a_link_is_not_ours_to_delete(folder: Path, dao: Somebody, tmp_path: Path) -> None:
    outside = written(tmp_path, "outside")
    path = folder / str(dao.agency.uuid) / "ab" / ("ab" * 32)
    path.parent.mkdir(parents=True)
    path.symlink_to(outside)
    age(folder)
    swept(dao)
    assert (path.is_symlink(), outside.exists()) == (True, True)


@pytest.mark.django_db
def test_what_another_agency_keeps_of_the_same_bytes_stays(folder: Path, dao: Somebody) -> None:
    other = somebody(an_agency("อบต.สอง"), "chai", Role.ADMINISTRATOR)
    mine, theirs = add(dao), add(other)
    with scope.agency(dao.agency.pk):
        StoredFile.objects.all().delete()
    age(folder)
    swept(other)
    assert store.read(dao.agency.uuid, mine.sha256) == TEXT
    swept(dao)
    assert left(folder) == {f"{other.agency.uuid}/{theirs.sha256[:2]}/{theirs.sha256}"}


@pytest.mark.django_db
def test_bytes_of_a_removed_file_that_could_not_be_deleted_go(folder: Path, dao: Somebody) -> None:
    file = add(dao)
    with scope.agency(dao.agency.pk):
        changed = {"removed_at": timezone.now(), "removed_by": dao.person, "removal_reason": "x"}
        StoredFile.objects.filter(pk=file.pk).update(**changed)
    swept(dao)
    assert len(left(folder)) == 1
    age(folder)
    swept(dao)
    assert left(folder) == set()


@pytest.mark.django_db
def test_where_nothing_was_handed_in_nothing_is_looked_for(folder: Path, dao: Somebody) -> None:
    swept(dao)
    assert (left_over(), folder.exists()) == (0, False)


def test_who_is_killed_between_writing_and_committing_leaves_nothing_for_long(
    tmp_path: Path,
) -> None:
    an_installation(tmp_path)
    env = {**environment(tmp_path), "DJANGO_SETTINGS_MODULE": "prongsai.config.settings"}
    killed = subprocess.run([sys.executable, "-c", KILLED], env=env, check=False)
    assert (killed.returncode, len(left(tmp_path / "files"))) == (-9, 2)
    call(tmp_path, "worker", "--once")
    assert len(left(tmp_path / "files")) == 2  # it may be at work yet
    age(tmp_path / "files")
    told = "files of evidence that belong to nothing"
    assert f"look     {told}: 1." in call(tmp_path, "doctor").stdout
    with sqlite3.connect(tmp_path / "prongsai.sqlite3") as database:  # the next day
        database.execute("UPDATE jobs_job SET state = 'waiting'")
    call(tmp_path, "worker", "--once")
    assert {path[-64:] for path in left(tmp_path / "files")} == {store.hash_of(b"kept\n")}
    assert f"ok       {told}: 0." in call(tmp_path, "doctor").stdout
