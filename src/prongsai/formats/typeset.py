"""Set type with Typst: the templates of data/typst, our own fonts, and nothing else of the machine."""

from __future__ import annotations

import json
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from prongsai.formats.fonts import fonts_folder

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).parents[1] / "data" / "typst"


def pdf(template: bytes, inputs: dict[str, Any], moment: datetime) -> bytes:
    """Set a PDF"""
