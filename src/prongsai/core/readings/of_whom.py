"""Whether a document is of the agency that it is held to be of."""

from __future__ import annotations

import re

from prongsai.core.readings.model import Certainty, Reading
from prongsai.core.readings.values import most_said
from prongsai.core.thai.spelling import letters

_FULL = {
    "อบต": "องค์การบริหารส่วนตำบล",
    "อบจ": "องค์การบริหารส่วนจังหวัด",
    "ทต": "เทศบาลตำบล",
    "ทม": "เทศบาลเมือง",
    "ทน": "เทศบาลนคร",
}
_SHORT = re.compile(r"^(อ\.?บ\.?[ตจ]|ท\.?[ตมน])\.\s*")


def another_agency(reading: Reading, name: str) -> str:
    """Return the agency that a document names most, "" where it names that of `name`, or none.

    Short forms of the kind are written out; spaces and signs do not count.
    """
    named = [each.value for each in reading.agencies if each.certainty is not Certainty.ASK]
    ours = _plain(name)
    return "" if ours in map(_plain, named) else most_said(named)


def _plain(name: str) -> str:
    short = _SHORT.match(name)
    if short is None:
        return letters(name)
    return letters(_FULL[short[1].replace(".", "")] + name[short.end() :])
