"""The tables of facts, which lie beside the checkout and not in it."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("PRONGSAI_SHARED", Path(__file__).parents[2] / ".." / "shared"))


def fact_rows(name: str) -> list[dict[str, str]]:
    """Read a table of facts, or skip the test where there is none."""
    path = SHARED / "facts" / name
    if not path.exists():
        pytest.skip("the tables of facts are not beside this checkout (PRONGSAI_SHARED)")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
