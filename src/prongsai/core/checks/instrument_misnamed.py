"""Rule: IT stands where IIT is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Passage
from prongsai.core.sentences import say

_OTHERS = "EIT|OIT"
_LISTED = re.compile(
    rf"(?<![A-Za-z])IT(?:\s*(?:,|/|และ)\s*|\s+)(?:{_OTHERS})(?![A-Za-z])"
    rf"|(?<![A-Za-z])(?:{_OTHERS})(?:\s*(?:,|/|และ)\s*|\s+)IT(?![A-Za-z])"
)
_INSTRUMENTS = frozenset({"IIT", "EIT", "OIT"})
_SHORT = "IT"


def instrument_misnamed(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for IT in a list with EIT or OIT, and alone in a column of instruments.

    Seed 000 has it in the first column, seed 001 in “IT, EIT, OIT”.
    """
    passages = subject.reading.passages
    columns = {_column(each) for each in passages if each.text.strip() in _INSTRUMENTS}
    for passage in passages:
        is_alone = passage.text.strip() == _SHORT and _column(passage) in columns
        if is_alone or _LISTED.search(passage.text):
            yield Problem(
                rule="instrument_misnamed",
                place=passage.place,
                what=say("IT is written for the staff survey."),
                expected=say("Write IIT."),
                severity=Severity.MUST,
            )


def _column(passage: Passage) -> str:
    """Return the heading of the column that a cell stands in; itself where it stands in none."""
    return passage.place.column or passage.text
