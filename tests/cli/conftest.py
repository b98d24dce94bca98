"""A command line to call: `run("score", file)` gives exit code, output and refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from prongsai.cli import main

DEMO = Path(main.__globals__["__file__"]).parents[1] / "data" / "demo"


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    printed: str
    refused: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Outcome:
        code = main([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def na_thong() -> Path:
    return DEMO / "na-thong.csv"


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "results.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write
