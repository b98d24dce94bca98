"""The folder of the evidence: whole or not at all, for its owner alone."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import LazySettings

from prongsai.core.errors import Refusal
from prongsai.foundation.files import store

MINE, OTHER = UUID(int=1), UUID(int=2)
DATA = "หลักฐาน".encode()
HASH = store.hash_of(DATA)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"


def left(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if not path.is_dir()]


def keep(agency: UUID = MINE, data: bytes = DATA) -> None:
    with store.kept(agency, data):
        pass


def test_bytes_are_kept_by_their_hash_for_the_owner_alone(folder: Path) -> None:
    keep()
    path = folder / str(MINE) / HASH[:2] / HASH
    assert (path.read_bytes(), store.read(MINE, HASH)) == (DATA, DATA)
    assert path.stat().st_mode & 0o777 == 0o600
    assert {parent.stat().st_mode & 0o777 for parent in path.parents[:3]} == {0o700}


def test_the_same_bytes_are_kept_once_an_agency(folder: Path) -> None:
    for agency in (MINE, MINE, OTHER):
        keep(agency)
    assert len(left(folder)) == 2
    store.drop(MINE, HASH)
    assert store.read(OTHER, HASH) == DATA
    with pytest.raises(Refusal, match="has the file no more"):
        store.read(MINE, HASH)


def test_bytes_that_were_changed_are_not_given_out_and_are_mended(folder: Path) -> None:
    keep()
    left(folder)[0].write_bytes(b"another")
    with pytest.raises(Refusal, match="or it was changed there"):
        store.read(MINE, HASH)
    keep()
    assert store.read(MINE, HASH) == DATA


def test_a_full_disk_leaves_nothing_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def room_for_four(handle: int, data: memoryview) -> int:
        if len(data) < len(DATA):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, data[:4])

    monkeypatch.setattr(os, "write", room_for_four)
    with pytest.raises(Refusal, match=r"could not keep the file \(the disk is full\)") as caught:
        keep()
    assert "Nothing was saved." in str(caught.value)
    assert left(folder) == []


def test_what_fails_afterwards_takes_only_new_bytes_away(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError), store.kept(MINE, DATA):
        raise ZeroDivisionError
    assert left(folder) == []
    keep()
    with pytest.raises(ZeroDivisionError), store.kept(MINE, DATA):
        raise ZeroDivisionError
    assert store.read(MINE, HASH) == DATA


def test_bytes_that_cannot_be_deleted_are_told_to_the_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    keep()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    store.drop(MINE, HASH)
    assert "could not be deleted" in caplog.text
    assert left(folder) != []
