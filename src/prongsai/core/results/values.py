"""Scores and flags as people write them."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise

WEAK_WORDS = ("weak", "ต่ำ", "ควรปรับปรุง", "ต้องปรับปรุง")

_HIGHEST = Decimal(100)
_MOST_DECIMALS = 6
_PLAIN = re.compile(r"[+-]?[0-9]{1,30}(?:\.([0-9]{1,30}))?")
_SHOWN = 40


def shown(text: str) -> str:
    """Return a text as a sentence may quote it: one line, no longer than a reader can take in."""
    line = normalise(text[: _SHOWN * 2]).replace("\n", " ")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def read_score(text: str) -> Decimal | None:
    """Read a score from 0 to 100, in Thai or Arabic digits; None if the text is empty.

    At most six decimals: no score is announced with more, and rounding one is not ours to do.

    :raises Refusal: for anything else than a plain number, and for a number outside 0 to 100.
    """
    digits = to_arabic_digits(text.strip())
    if not digits:
        return None
    number = _PLAIN.fullmatch(digits)
    if number is None:
        raise _not_plain(digits)
    if len(number.group(1) or "") > _MOST_DECIMALS:
        raise Refusal(
            say("%(text)s has more than %(most)s decimals.", text=digits, most=_MOST_DECIMALS),
            fix=say("Write it as it was announced, normally with two decimals."),
        )
    score = Decimal(digits)
    if not 0 <= score <= _HIGHEST:
        raise Refusal(
            say("%(text)s is not from 0 to 100.", text=shown(digits)),
            fix=say("Check the score; it is in points of 100."),
        )
    return abs(score)  # "-0" is 0


def _not_plain(text: str) -> Refusal:
    if "%" in text:
        return Refusal(
            say("%(text)s has a per cent sign.", text=shown(text)),
            fix=say("Write the points alone, such as 84.37."),
        )
    if "," in text and _PLAIN.fullmatch(text.replace(",", "")):
        return Refusal(
            say("The comma in %(text)s can be a decimal point or a separator.", text=shown(text)),
            fix=say("Write decimals with a point, such as 84.37."),
        )
    return Refusal(
        say("%(text)s is not a number.", text=shown(text)),
        fix=say(
            "Write a number from 0 to 100, such as 84.37; leave it empty if nothing was measured."
        ),
    )


def is_weak(text: str) -> bool:
    """Read a flag: one of WEAK_WORDS, where the assessor named the row weak, or nothing.

    :raises Refusal: for any other word.
    """
    word = normalise(text).replace(" ", "").casefold()
    if word and word not in WEAK_WORDS:
        raise Refusal(
            say("%(text)s is not a flag.", text=shown(text)),
            fix=say("Write one of %(words)s, or leave it empty.", words=WEAK_WORDS),
        )
    return bool(word)
