"""The headings of tables that come with Prongsai."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.readings.columns import Columns
from prongsai.formats.read_yaml import read_yaml

_FILE = Path(__file__).parents[1] / "data" / "readings" / "columns.yaml"


@cache
def load_columns() -> Columns:
    """Load the headings that are known."""
    raw = read_yaml(_FILE)
    if not isinstance(raw, dict):
        raise AssertionError(f"{_FILE.name}: a test reads every heading of it.")
    return Columns(raw)
