"""Scores of other assessments that documents tell beside ours: of satisfaction, of efficiency."""

from __future__ import annotations

import re

from prongsai.core.readings.source import SourceTable
from prongsai.core.readings.understand.codes import CODE
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.rows import Row, rows_of
from prongsai.core.readings.understand.total_rows import is_total_row
from prongsai.core.readings.understand.year_columns import year_alone
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

OF_OTHER = say("It may be the score of another assessment.")

_ASSESSMENT = re.compile(
    r"(?P<other>ความพึงพอใจ|ประสิทธิภาพขององค์กรปกครอง|ดัชนีการรับรู้|\b(?:LPA|PMQA|MOIT|CPI)\b)"
    r"|\bITA\b|คุณธรรมและความโปร่งใส"
)
_ITEM = re.compile(rf"\s*(?:ข้อ(?:ที่)?\s*)?{CODE}", re.IGNORECASE)


def is_of_other(before: str) -> bool:
    """Tell whether the last assessment that words before a score name is another one than ours."""
    named = [*_ASSESSMENT.finditer(before)]
    return bool(named) and named[-1]["other"] is not None


def is_of_others(table: SourceTable, frame: Frame) -> bool:
    """Tell whether rows of a table have scores, and none of them is of what the editions have."""
    of_each = [row for row in rows_of(table, frame) if _has_score(row)]
    return len(of_each) > 1 and not any(_is_known(row, frame) for row in of_each)


def _has_score(row: Row) -> bool:
    return bool(row.text("score") or row.text("weight")) and not is_total_row(row.all_cells)


def _is_known(row: Row, frame: Frame) -> bool:
    if row.indicator or row.instrument or row.bare is not None:
        return True
    texts = (to_arabic_digits(cell.text) for cell in row.all_cells if cell.text)
    return any(_ITEM.match(text) or year_alone(text) or frame.instrument(text) for text in texts)
