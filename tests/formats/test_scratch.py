"""The folder for files of a moment goes with them, and a full disk is told plainly."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.scratch import scratch_folder

TOLD = (
    "Nothing can be written to the folder for temporary files; the disk may be full."
    " Make room on the disk, or name another folder in TMPDIR (on Windows: TEMP)."
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_removed_with_what_is_in_it(folder: Path) -> None:
    with scratch_folder() as made:
        (Path(made) / "a").write_bytes(b"a")
        assert [each.name for each in folder.iterdir()] == [Path(made).name]

    assert list(folder.iterdir()) == []


def test_where_none_can_be_made_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")

    with pytest.raises(Refusal) as refused, scratch_folder():
        pass

    assert str(refused.value) == TOLD


def test_a_disk_that_gets_full_is_told_and_nothing_is_left(folder: Path) -> None:
    with pytest.raises(Refusal) as refused, scratch_folder():
        raise OSError(errno.ENOSPC, "full")

    assert str(refused.value) == TOLD
    assert list(folder.iterdir()) == []


def test_another_failure_is_not_called_a_full_disk() -> None:
    with pytest.raises(OSError, match="other"), scratch_folder():
        raise OSError(errno.EIO, "other")
