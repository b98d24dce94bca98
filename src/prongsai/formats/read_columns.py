"""The headings of tables that come with Prongsai."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

from prongsai.core.readings.columns import Columns
from prongsai.formats.read_yaml import read_yaml

_FILE = Path(__file__).parents[1] / "data" / "readings" / "columns.yaml"


@cache
def load_columns() -> Columns:
    """Load the headings that are known."""
    return Columns(cast("dict[str, list[str]]", read_yaml(_FILE)))  # ours: a test reads it through
