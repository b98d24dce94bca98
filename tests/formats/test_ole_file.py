"""What stands at the top of an OLE file is read from its directory, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.formats.ole_file import streams
from tests.factories.ole import ole_file

TWO = {"WordDocument": b"word", "1Table": b"table", "Data": b"", "Other": b"x"}


def begins(data: bytes) -> dict[str, bytes]:
    return {name: begin.rstrip(b"\0") for name, begin in streams(data).items()}


def test_streams_are_found_by_their_names_with_how_they_begin() -> None:
    assert begins(ole_file(TWO)) == TWO


def test_what_stands_in_a_folder_is_not_at_the_top() -> None:
    whole = ole_file({"Workbook": b"x"}, below="WordDocument")

    assert begins(whole) == {"Workbook": b"x", "Folder of WordDocument": b""}


def test_large_files_name_further_lists_of_sectors() -> None:
    assert begins(ole_file(TWO, more_lists=True)) == TWO


@pytest.mark.parametrize("size", [0, 8, 100, 512, 600, 1024])
def test_of_a_file_cut_off_nothing_is_known(size: int) -> None:
    assert streams(ole_file(TWO)[:size]) == {}


def test_sectors_of_another_size_are_not_read() -> None:
    assert streams(ole_file(TWO).replace(b"\xfe\xff\x09\0", b"\xfe\xff\x03\0")) == {}


WHOLE = ole_file(TWO, more_lists=True)


@settings(max_examples=300)
@given(st.integers(0, 1600), st.integers(0, 255))
def test_a_spoiled_byte_harms_nobody(place: int, byte: int) -> None:
    assert isinstance(streams(WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :]), dict)
