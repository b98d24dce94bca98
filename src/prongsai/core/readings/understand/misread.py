"""Months and words of time that are misread by a letter or two, written as they are spelled."""

from __future__ import annotations

import re

from prongsai.core.thai.calendar import MONTHS, SHORT_MONTHS
from prongsai.core.thai.near import nearest
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

_RUN = r"[ก-๎](?:[ก-๎.ฯ]|\s(?=[ก-๎.]))*"
_ANYWHERE = re.compile(_RUN)
_OF_A_DAY = re.compile(rf"(?<=[0-9])(?P<space>\s*)(?P<month>{_RUN})(?=\s*[0-9])")
_WORDS = {
    letters(name): name
    for name in (
        *(*MONTHS, *SHORT_MONTHS),
        *("ปีงบประมาณ", "ปีงบประมาณ พ.ศ.", "ประจำปีงบประมาณ", "ปี", "ถึง", "เดือน", "วันที่", "พ.ศ."),
    )
}
_LONG = 6  # letters: in such a word two may be wrong


def times_mended(text: str) -> str:
    """Return a short text of months and years with those words spelled right."""
    return _ANYWHERE.sub(lambda found: _mended(found.group()), to_arabic_digits(text))


def days_mended(text: str) -> str:
    """Return a text with the months between a day and a year spelled right."""
    return _OF_A_DAY.sub(
        lambda found: found["space"] + _mended(found["month"]), to_arabic_digits(text)
    )


def _mended(word: str) -> str:
    spelled = letters(word)
    return _WORDS.get(nearest(spelled, _WORDS, 2 if len(spelled) >= _LONG else 1), word)
