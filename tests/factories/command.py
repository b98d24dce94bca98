"""What `prongsai score` prints of results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.cli import main
from prongsai.core.results import ResultSheet, name_of

if TYPE_CHECKING:
    import pytest


def printed_by_score(
    sheet: ResultSheet,
    edition: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    *more: str,
) -> str:
    rows = (f"{name_of((row.code, row.part))},{row.score:f}" for row in sheet.results)
    file = folder / "results.csv"
    file.write_text("\n".join(("code,score", *rows)), encoding="utf-8")
    assert main(["score", str(file), "--edition", edition, "--format", "json", *more]) == 0
    return capsys.readouterr().out
