"""The number of a letter: ที่ สค 72401/156, มท 0809.3/ว 12, 123/2566."""

from __future__ import annotations

import re

from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.understand.lines import without_leaders
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

# Letters and number of the office, then the running number of the year; ว is a circular.
_NUMBER = re.compile(
    r"(?P<office>(?:(?:[ก-ฮ]{1,5}\.?\s?){1,3})?(?:[0-9]{1,6}(?:\.[0-9]{1,3})*|-)?)"
    r"(?:\s*/\s*(?P<running>(?:ว\.?\s?)?(?:พิเศษ\s?)?(?:[0-9]{1,6}|-)?))?"
)
_BLANK = re.compile(r"[-/\s]*(?:2[45][0-9]{2})?")  # perhaps with the year of the blank number
_OFFICE = re.compile(r"[ก-ฮ]{2,5}\.?\s?[0-9]{4,6}(?:\.[0-9]{1,3})*")
_LONGEST = 80


def is_number(text: str) -> bool:
    """Tell whether what stands behind ที่ is the number of a letter, or a blank for it."""
    if len(text) > _LONGEST:
        return False
    written = _written(text)
    whole = "/" in written and _NUMBER.fullmatch(written)
    return bool(whole or _BLANK.fullmatch(written) or _OFFICE.fullmatch(written))


def number_said(text: str, place: Place) -> Said[str] | None:
    """Return the number of a letter in Arabic digits, as written but for spaces; None for a blank.

    A number that lacks its last part has to be asked for.
    """
    found = _NUMBER.fullmatch(_written(text))
    if found is None or not found["office"].strip(" -"):
        return None
    office, running = found["office"].strip(), found["running"] or ""
    is_blank = not running or office.endswith("-")
    return Said(
        value=office if found["running"] is None else f"{office}/{running}",
        words=text,
        place=place,
        certainty=Certainty.ASK if is_blank else Certainty.SURE,
        why=say("The number was left blank.") if is_blank else None,
    )


def _written(text: str) -> str:
    return to_arabic_digits(without_leaders(text))
