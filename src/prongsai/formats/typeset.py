"""Set type with Typst: the templates of data/typst, our own fonts, and nothing else of the machine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

_TEMPLATES = Path(__file__).parents[1] / "data" / "typst"


def pdf(template: bytes, inputs: dict[str, Any], moment: datetime) -> bytes:
    """Set a PDF"""
