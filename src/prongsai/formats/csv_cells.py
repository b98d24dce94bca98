"""The cells of CSV, which spreadsheet programs take for formulas when they begin like one."""

from __future__ import annotations

import re

_BEGINS_A_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_PLAIN = re.compile(r"[+-]?[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*|-")
_ASKS_FOR_QUOTES = re.compile(r'[",;\t\r\n]')  # offices whose decimals have commas divide by ;


def harmless(text: str) -> str:
    """Write a cell of CSV, so that no program takes it for a formula or ends it too early."""
    if _is_formula(text):
        text = f"'{text}"
    if not _ASKS_FOR_QUOTES.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def without_apostrophe(text: str) -> str:
    """Return a cell as it was before it was made harmless."""
    return text[1:] if text.startswith("'") and _is_formula(text[1:]) else text


def _is_formula(text: str) -> bool:
    return _BEGINS_A_FORMULA.match(text) is not None and _PLAIN.fullmatch(text) is None
