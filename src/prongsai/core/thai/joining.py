"""Several things in one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AND = "และ"
_THAI = re.compile("[\u0e01-\u0e4e]")


def joined(parts: Sequence[str]) -> str:
    """Join as sentences do: ก, ก และข, ก ข และค; และ keeps a space before Latin and digits."""
    if len(parts) < 2:
        return "".join(parts)
    *before, last = parts
    gap = "" if _THAI.match(last) else " "
    return f"{' '.join(before)} {_AND}{gap}{last}"
