"""Measured values and where they came from, and how people write them: codes, parts, scores.

An empty score is a value that was not measured; it never becomes 0.
"""

from prongsai.core.results.codes import Codes, read_code
from prongsai.core.results.fits import Fits, check_fits
from prongsai.core.results.model import Key, Result, ResultSheet, key_of, name_of
from prongsai.core.results.values import WEAK_WORDS, is_weak, read_score, shown

__all__ = [
    "WEAK_WORDS",
    "Codes",
    "Fits",
    "Key",
    "Result",
    "ResultSheet",
    "check_fits",
    "is_weak",
    "key_of",
    "name_of",
    "read_code",
    "read_score",
    "shown",
]
