"""Files are written whole or not at all, also where the disk gets full."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.whole_file import write_whole

FULL = (
    "the file cannot be written (the disk is full). Make room on the disk, or write to another one."
)


def full_after(count: int) -> Callable[[Path, bytes], int]:
    """Return what writes `count` files, and of the next one half."""
    written: list[Path] = []

    def write(path: Path, data: bytes) -> int:
        is_full = len(written) == count
        written.append(path)
        with path.open("wb") as file:
            size = file.write(data[: len(data) // 2] if is_full else data)
        if is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return size

    return write


@pytest.mark.parametrize("count", [0, 1])
def test_a_disk_that_gets_full_leaves_what_was_there_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    files = [tmp_path / "a", tmp_path / "b"]
    files[0].write_text("old", "utf-8")
    monkeypatch.setattr(Path, "write_bytes", full_after(count))

    with pytest.raises(Refusal) as refused:
        write_whole(dict.fromkeys(files, "new new"))

    assert str(refused.value) == f"{files[count]}: {FULL}"
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("a", "old")]


def test_a_name_that_cannot_be_taken_is_told_and_the_draft_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device", str(path), None, str(target))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refusal) as refused:
        write_whole({tmp_path / "a": b"new"})

    assert str(refused.value) == f"{tmp_path / 'a'}: {FULL}"
    assert list(tmp_path.iterdir()) == []
