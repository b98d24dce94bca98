"""Rule: Thai vowels and tone marks that cannot stand as they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Place
from prongsai.core.sentences import say

_ABOVE_OR_BELOW = "\u0e31\u0e34-\u0e3a\u0e47"
_TONE = "\u0e48-\u0e4b"
_MARK = f"{_ABOVE_OR_BELOW}{_TONE}\u0e4c-\u0e4e"
_ODD = re.compile(
    rf"([{_MARK}])\1"  # one mark twice
    rf"|[{_ABOVE_OR_BELOW}][{_ABOVE_OR_BELOW}]"  # two vowels on one letter
    rf"|[{_TONE}][{_TONE}\u0e4c]"  # two tones
    rf"|(?<![ก-ฮ{_MARK}])[{_MARK}]"  # on no letter
    "|[เ-ไ](?![ก-ฮ])"  # before no letter
    "|ะ[ะาำ]|า[าำ]|ำ[ะาำ]"  # behind each other; าะ is of เกาะ
)
_AROUND = 12
_MANY = 12


def odd_marks(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each word with a mark too many or on nothing, such as ตััวอย่าง (seed 000).

    It may be a name that a program wrote down wrong: it is worth a look, once a word. Very many
    mean that the file gives its letters away wrong, as PDF files of old fonts do: said once.
    """
    odd: dict[str, Place] = {}
    for passage in subject.reading.passages:
        for found in _ODD.finditer(passage.text):
            odd.setdefault(_around(passage.text, found), passage.place)
    if len(odd) > _MANY:
        yield Problem(
            rule="odd_marks",
            place=next(iter(odd.values())),
            what=say(
                "%(count)s words have vowels or tone marks that cannot stand so.", count=len(odd)
            ),
            expected=say("The file may give its letters away wrong: check its Word file instead."),
            severity=Severity.LOOK,
        )
        return
    for word, place in odd.items():
        yield Problem(
            rule="odd_marks",
            place=place,
            what=say("A vowel or tone mark cannot stand so in “%(word)s”.", word=word),
            expected=say("Type the word anew."),
            severity=Severity.LOOK,
        )


def _around(text: str, found: re.Match[str]) -> str:
    """Return the word, or the letters around the mark where words are not apart."""
    start = max(found.start() - _AROUND, text.rfind(" ", 0, found.start()) + 1)
    return text[start : found.end() + _AROUND].split()[0]
