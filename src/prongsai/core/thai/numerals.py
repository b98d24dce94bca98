"""Thai and Arabic digits."""

from __future__ import annotations

import re

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_DIGIT = re.compile("[๐-๙]")

# An address up to the next space, or a run of characters as codes have them.
_RUN = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)\S+|[0-9A-Za-z._/@:%+#?=&~-]+")
_LATIN = re.compile("[A-Za-z]")


def to_thai_digits(text: str) -> str:
    """Write every Arabic digit as the Thai one."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Write every Thai digit as the Arabic one."""
    # Most texts have none, and to look for one is far quicker.
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def thai_digits(text: str) -> str:
    """Write Thai digits, but not in codes, addresses and Latin words: o39, A4, www.a.go.th/1."""
    return _RUN.sub(_number_in_thai, text)


def _number_in_thai(run: re.Match[str]) -> str:
    return run.group() if _LATIN.search(run.group()) else to_thai_digits(run.group())
