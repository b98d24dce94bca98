"""Codes of every kind with their part, as letters spell them: e3 (EIT Survey), 9.2, EIT Public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from prongsai.core.editions.model import TOTAL
from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.codes import CODES, codes_in
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.results import name_of
from prongsai.core.sentences import say

PART = r"\(?\s*(?:IIT|EIT|OIT)\s*(?P<part>Public|Survey)\s*\)?"
"""The part of an instrument, in brackets or without."""

TOTAL_WORDS = frozenset({"คะแนนรวม", "รวม", "ผลคะแนนรวม", "คะแนนเฉลี่ยรวม", "คะแนนภาพรวม", "total"})

SPELLED = re.compile(
    r"(?:ข้อ(?:ที่)?|(?P<above>ตัวชี้วัด(?:ย่อย)?(?:ที่)?|แบบวัด))?\s*"
    rf"(?:(?P<codes>{CODES})|(?P<group>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)(?![0-9])"
    r"|(?P<instrument>\b(?:IIT|EIT|OIT)\b)"
    rf"|(?P<total>คะแนนรวม))(?:\s*{PART}|\s+(?P<of>Public|Survey)\b)?",
    re.IGNORECASE,
)
_PART = re.compile(PART, re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;]\s*")


def spelled_in(text: str, frame: Frame) -> Iterator[Guess]:
    """Yield the names of the codes that a text in Arabic digits lists, with commas between them.

    What is none of the editions' is asked for.
    """
    for piece in filter(None, _BETWEEN.split(text.strip())):
        found = SPELLED.fullmatch(piece)
        yield from (named(found, frame) if found else ()) or (_unknown(piece),)


def named(found: re.Match[str], frame: Frame) -> tuple[Guess, ...]:
    """Return the names that a match of SPELLED has, none for a number that no indicator has."""
    part = frame.part(found.group("part") or found.group("of") or "") or None
    if found.group("codes"):
        guesses = codes_in(found.group("codes"), frame)
    elif found.group("group"):
        guesses = list(filter(None, [frame.group(found.group("group"))]))
    else:
        guesses = [Guess(code=(found.group("instrument") or "").upper() or TOTAL)]
    return tuple(replace(each, code=name_of((each.code, part))) for each in guesses)


def part_of(text: str, frame: Frame) -> tuple[str | None, str]:
    """Return the part that a text begins with, such as (EIT Survey), and what stands behind it."""
    found = _PART.match(text)
    part = frame.part(found.group("part")) if found else ""
    return (part, text[found.end() :].strip()) if found and part else (None, text)


def _unknown(piece: str) -> Guess:
    why = say("There is no %(code)s in the editions of the document.", code=piece)
    return Guess(code=piece, certainty=Certainty.ASK, why=why)
