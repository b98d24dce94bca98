"""The result sheets of two agencies, as published, and editions and cards to hold against them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from prongsai.core.findings.model import Finding
from prongsai.core.results import Result, ResultSheet
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import Sentence
from prongsai.formats.editions import load_edition

edition_of = cache(load_edition)

NA_THONG = """
1 96.07, 2 90.78, 3 92.92, 4 89.74, 5 89.50, 6 84.87, 7 91.23, 8 88.59, 9 97.50, 10 71.25,
total 87.76,
i7 weak, i8 weak, i13 weak, i19 weak, i20 weak,
e3/public weak, e1/survey weak, e2/survey weak, e3/survey weak, e11/survey weak, e12/survey weak,
o13 0 weak, o35 0 weak, o36 0 weak, o37 0 weak, o40 0 weak
"""
"""อบต.นาทอง, announced for fiscal year 2566."""

NA_KHOK = """
i2 76.73, i3 78.14, i7 65.63, i8 83.43, i11 84.50, i12 59.71, i13 80.10, i14 76.77, i20 66.73,
i21 72.30, i23 75.60, i24 77.87, i25 82.30, i26 65.00, i28 67.82, i29 66.70, i30 74.58,
e6 79.86, e7 82.11, e10 83.78, e11 83.00, e12 81.16, e13 83.78, e14 77.62, e15 80.32,
o1 weak, o2 weak, o11 weak, o16 weak, o21 weak, o23 weak, o24 weak, o28 weak, o36 weak, o37 weak,
total 82.84
"""
"""อบต.นาโคก, announced for fiscal year 2565."""


def sheet(text: str) -> ResultSheet:
    """Make a sheet of rows such as `o13 0 weak`, with commas between."""
    rows = []
    for row in text.replace("\n", " ").split(","):
        name, *rest = row.split()
        code, _, part = name.partition("/")
        scores = [Decimal(word) for word in rest if word != "weak"]
        rows.append(
            Result(
                code=code,
                part=part or None,
                score=scores[0] if scores else None,
                weak="weak" in rest,
            )
        )
    return ResultSheet(tuple(rows))


def card_of(key: str, text: str) -> Scorecard:
    """Score rows such as `o13 0 weak` by an edition that comes with Prongsai."""
    return score(edition_of(key), sheet(text))


def na_thong() -> Scorecard:
    return card_of("nacc-2566", NA_THONG)


def na_khok() -> Scorecard:
    return card_of("nacc-2564", NA_KHOK)


def told(finding: Finding) -> tuple[str, str, str, str]:
    """Return a finding as a reader sees it: rule, place, what it asks for, why."""
    assert isinstance(finding.reason, Sentence)
    return finding.rule, finding.name, finding.severity.value, str(finding.reason)
