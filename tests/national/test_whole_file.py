"""A national run leaves its file whole, or nothing at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.national.whole_file import whole_file

FIX = "Choose a name in a folder that you may write to."


def refused(target: Path) -> str:
    with pytest.raises(Refusal) as caught, whole_file(target) as draft:
        draft.write_text("new", encoding="utf-8")
    return str(caught.value)


def test_the_file_is_there_at_the_end_and_its_scratch_folder_is_gone(tmp_path: Path) -> None:
    target = tmp_path / "scores.parquet"

    with whole_file(target) as draft:
        draft.write_text("new", encoding="utf-8")
        before = target.exists()

    assert (before, target.read_text("utf-8"), list(tmp_path.iterdir())) == (False, "new", [target])


def test_after_a_failure_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), whole_file(tmp_path / "scores.parquet") as draft:
        draft.write_text(str(1 / 0), encoding="utf-8")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none" / "scores.parquet") == (
        f"{tmp_path / 'none'}: There is no such folder. Make the folder, or choose another."
    )


def test_the_name_of_a_folder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "scores.parquet"
    target.mkdir()

    assert refused(target) == (
        f"{target}: the file cannot be written: there is a folder or a device of this name."
        " Choose another name."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to every folder")
def test_a_folder_that_may_not_be_written_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    assert refused(tmp_path / "scores.parquet") == f"{tmp_path}: Nothing can be written here. {FIX}"
