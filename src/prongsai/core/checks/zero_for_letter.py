"""Rule: the codes of the checklist begin with a zero instead of the letter o."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.model import CHECKLIST
from prongsai.core.editions.spans import spans
from prongsai.core.readings.model import Place, Reading
from prongsai.core.results import key_of
from prongsai.core.sentences import say

_ZERO = re.compile(r"(?:ข้อ(?:ที่)?\s*)?[0๐]\s?[0-9๐-๙]")


def zero_for_letter(subject: Subject) -> Iterator[Problem]:
    """Yield one problem for all codes written as 013 or ๐14 (seeds 000, 001): o13 is meant.

    Who searches for o13 does not find it, and a screen reader says another thing.
    """
    editions = [e for e in (subject.result_edition, subject.plan_edition) if e is not None]
    prefixes = {e.instrument[CHECKLIST].prefix for e in editions if CHECKLIST in e.instrument}
    found = {
        code: place
        for code, words, place in _said(subject.reading)
        if code[:1] in prefixes and _ZERO.match(words)
    }
    if found:
        yield Problem(
            rule="zero_for_letter",
            place=next(iter(found.values())),
            what=say(
                "%(count)s codes begin with a zero instead of the letter o.", count=len(found)
            ),
            expected=say("Write %(codes)s.", codes=spans(sorted(found, key=_number))),
            severity=Severity.LOOK,
        )


def _said(reading: Reading) -> Iterator[tuple[str, str, Place]]:
    for name in reading.names:
        yield name.value.code, name.words, name.place
    for weak in reading.weak:
        yield key_of(weak.value)[0], weak.words, weak.place
    for citation in reading.citations:
        yield citation.value.code, citation.words, citation.place


def _number(code: str) -> int:
    return int(code[1:])
