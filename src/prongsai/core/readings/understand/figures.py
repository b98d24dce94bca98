"""The figures that stand for scores, and what makes one of them doubtful.

A score is from 0 to 100 with a point before its decimals. What is written otherwise is read and
asked for: a person must see it, and nobody may count with it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.frame import Guess
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.numerals import to_arabic_digits

FIGURE = r"[0-9]{1,9}(?:[.,][0-9]{1,15}){0,3}"
"""A figure in a sentence, in Arabic digits; with a comma or over 100 it is asked for."""

HIGHEST = 100
_WRITTEN = re.compile(
    r"(?<![0-9.,])(?P<sign>(?<![0-9A-Za-zก-๎])[-–−+±▲▼])?(?P<number>[0-9]+(?:[.,][0-9]+)*)"
)
_BEHIND = re.compile("[OolIS]")  # a letter that looks like a digit: 1OO
_BEFORE = re.compile("[OolI]$")
_PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,15})?")
_COMMA = re.compile(r"[0-9]{1,15},[0-9]{1,15}")
_OF_HUNDRED = re.compile(r"(?:/|เต็ม|จาก)\s*100(?:\.0+)?(?![0-9.,])")
_YEAR = re.compile("2[45][0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure taken for a score. `why`: a person must say what it is."""

    score: Decimal
    why: Sentence | None = None

    def of(self, guess: Guess) -> Guess:
        """Return what it is the score of, asked for where the figure is doubtful."""
        if self.why is None:
            return guess
        return replace(guess, certainty=Certainty.ASK, why=self.why)


def figures_in(text: str) -> list[Figure]:
    """Return the figures of a cell of scores; of 80/100 the first, beside others no year."""
    arabic = to_arabic_digits(text)
    apart = _OF_HUNDRED.sub(" ", arabic)
    return [*_figures(apart)] or [*_figures(arabic)]


def is_difference(text: str) -> bool:
    """Tell whether a cell begins with a sign, as a difference between two scores does."""
    return re.match(r"\s*[-+–−±▲▼]\s*[0-9]", to_arabic_digits(text)) is not None


def figure_of(number: str, sign: str = "") -> Figure | None:
    """Return the figure that is written, in Arabic digits; None for a date or an address."""
    if _PLAIN.fullmatch(number):
        return _within(Decimal(number), sign)
    is_short = _COMMA.fullmatch(number) is not None and len(number.partition(",")[0]) == 2
    if _THOUSANDS.fullmatch(number) and not is_short:
        return _within(Decimal(number.replace(",", "")), sign)
    if not _COMMA.fullmatch(number):
        return None
    score = Decimal(number.replace(",", "."))
    comma = say("The comma was taken for a decimal point: %(score)s.", score=f"{score:f}")
    return replace(_within(score, sign), why=_within(score, sign).why or comma)


def _figures(text: str) -> Iterator[Figure]:
    written = [*_WRITTEN.finditer(text)]
    others = [each for each in written if not _YEAR.fullmatch(each["number"])]
    for each in others or written:
        figure = figure_of(each["number"], each["sign"] or "")
        if figure is not None:
            yield figure if figure.why else replace(figure, why=_letter_beside(each))


def _letter_beside(number: re.Match[str]) -> Sentence | None:
    """Return why a figure is doubtful that a letter stands beside, which may be a digit of it."""
    text = number.string
    if _BEHIND.match(text, number.end()) or _BEFORE.search(text, 0, number.start("number")):
        return say("A letter stands beside the figure, which may be a digit: see the document.")
    return None


def _within(score: Decimal, sign: str) -> Figure:
    if score > HIGHEST:
        why = say("%(score)s was read, but a score is from 0 to 100.", score=f"{score:f}")
        return Figure(score=score, why=why)
    if sign:
        why = say("A sign stands before it: it may be a difference, and no score.")
        return Figure(score=score, why=why)
    return Figure(score=score)
