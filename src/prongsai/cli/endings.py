"""What the name of a file says of it, before it is opened."""

from __future__ import annotations

from pathlib import Path

STANDARD_INPUT = Path("-")
PLANS = (".yaml", ".yml")

_READINGS = (".json", *PLANS)


def may_be_reading(path: Path) -> bool:
    """Tell by its name whether a file may hold a reading; standard input may."""
    return path == STANDARD_INPUT or path.suffix.lower() in _READINGS
