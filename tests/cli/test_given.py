"""What a command is given is read as far as it is not too large."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from prongsai.cli.endings import STANDARD_INPUT
from prongsai.cli.given import bytes_given
from prongsai.core.errors import Refusal
from prongsai.formats.file_bytes import LARGEST_DOCUMENT

TOO_LARGE = "The file is larger than 50000000 bytes."


def test_a_file_too_large_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "big"
    with path.open("wb") as file:
        file.truncate(LARGEST_DOCUMENT + 1)

    with pytest.raises(Refusal) as refused:
        bytes_given(path)

    assert str(refused.value).startswith(f"{path}: {TOO_LARGE}")


def test_too_much_on_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(bytes(LARGEST_DOCUMENT + 1))))

    with pytest.raises(Refusal) as refused:
        bytes_given(STANDARD_INPUT)

    assert str(refused.value).startswith(f"-: {TOO_LARGE}")
