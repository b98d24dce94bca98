"""A file that a person names is a file: nothing else is waited for, or read without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.file_bytes import check_size, read_at_most


def test_no_more_is_read_than_asked_and_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abcdef")

    assert read_at_most(path, 3) == b"abcd"
    assert read_at_most(path, 9) == b"abcdef"


def test_a_file_that_has_shrunk_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abcdef")
    os.truncate(path, 2)

    assert read_at_most(path, 9) == b"ab"


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Refusal, match=r"^pipe: This is a device or a pipe, not a file\."):
        read_at_most(tmp_path / "pipe", 9)


@pytest.mark.parametrize("name", ["zero", "null", "random"])
def test_a_device_is_not_read(name: str) -> None:
    with pytest.raises(Refusal, match="device or a pipe"):
        read_at_most(Path("/dev") / name, 9)


def test_a_folder_a_link_to_itself_and_nothing_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")

    for name, why in ((".", "it is a folder"), ("loop", "leads back to itself"), ("x", "no such")):
        with pytest.raises(Refusal, match=why):
            read_at_most(tmp_path / name, 9)


def test_a_name_that_no_file_can_have_is_of_none() -> None:
    with pytest.raises(Refusal, match=r"^There is no such file\."):
        read_at_most(Path("a\0"), 9)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked"
    path.touch(mode=0)

    with pytest.raises(Refusal, match="no permission"):
        read_at_most(path, 9)


def test_as_many_bytes_as_are_read_pass_and_one_more_is_refused() -> None:
    check_size(b"abc", 3)

    with pytest.raises(Refusal) as refused:
        check_size(b"abcd", 3)

    assert str(refused.value) == (
        "The file is larger than 3 bytes. See whether this is the right file, or divide it."
    )
