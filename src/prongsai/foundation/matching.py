"""Rows that hold the words somebody looks for, in either digits and however they were typed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import F, Model, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Replace
from django.db.models.lookups import IContains

Row = TypeVar("Row", bound=Model)

_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_SARA_AM, _NIKHAHIT, _SARA_AA = "\u0e33", "\u0e4d", "\u0e32"
# As core/thai/search.py folds the words, told to the database for what is likely to be typed.
_AS = (
    *zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True),
    ("\u0e40\u0e40", "\u0e41"),
    *((_NIKHAHIT + tone + _SARA_AA, tone + _SARA_AM) for tone in _TONES),
    (_NIKHAHIT + _SARA_AA, _SARA_AM),
    *((_SARA_AM + tone, tone + _SARA_AM) for tone in _TONES),
    ("\u200b", ""),
    ("\u00a0", ""),
    (" ", ""),
    ("\n", ""),
)


def containing(
    rows: QuerySet[Row], words: Iterable[str], *fields: str | Combinable
) -> QuerySet[Row]:
    """Return the rows in which each of the words, folded, stands in one of the fields."""
    for word in words:
        rows = rows.filter(holds(word, *fields))
    return rows


def holds(word: str, *fields: str | Combinable) -> Q:
    """Return the condition that a word, folded, stands in one of the fields."""
    return reduce(or_, (Q(IContains(_folded(field), word)) for field in fields))


def _folded(field: str | Combinable) -> Combinable:
    text: Combinable = F(field) if isinstance(field, str) else field
    for written, folded in _AS:
        text = Replace(text, Value(written), Value(folded), output_field=TextField())
    return text
