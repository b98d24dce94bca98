"""Rule: an indicator has another name than in the edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.meaning import Meanings
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.model import Indicator
from prongsai.core.readings.model import Certainty, NamedCode, Said
from prongsai.core.sentences import say
from prongsai.core.thai.spelling import is_shortened, letters

_THAI = re.compile("[ก-ฮ].*[ก-ฮ].*[ก-ฮ].*[ก-ฮ]", re.DOTALL)  # behind 6/survey stands no name


def indicator_renamed(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each number of an indicator with a name that is not its own.

    Seed 001 writes การใช้จ่ายเงิน for 3 การใช้อำนาจ. Where the document has the right name too, it is
    written in two ways and must be mended.
    """
    said = [*_named_indicators(subject)]
    right = {each.value.code for each, named in said if _is_own(each.value.name, named)}
    told = set()
    for each, named in said:
        key = each.value.code, letters(each.value.name)
        if not _is_own(each.value.name, named) and key not in told:
            told.add(key)
            yield _problem(each, named[0], sure=each.value.code in right)


def _named_indicators(subject: Subject) -> Iterator[tuple[Said[NamedCode], list[Indicator]]]:
    """Yield each name of an indicator, with what the editions of the document have for it."""
    own = Meanings(subject).own
    for said in subject.reading.names:
        found = [
            edition.indicators[said.value.code]
            for edition in own
            if said.value.code in edition.indicators
        ]
        if found and _THAI.search(said.value.name) and said.certainty is not Certainty.ASK:
            yield said, found


def _is_own(name: str, named: list[Indicator]) -> bool:
    """Tell whether a name is that of the indicator, shortened, or with more words around it."""
    own, written = [letters(each.title.th) for each in named], letters(name)
    return any(title in written or is_shortened(written, title) for title in own)


def _problem(said: Said[NamedCode], indicator: Indicator, *, sure: bool) -> Problem:
    return Problem(
        rule="indicator_renamed",
        place=said.place,
        what=say(
            "Indicator %(code)s is called “%(name)s”.",
            code=said.value.code,
            name=said.value.name,
        ),
        expected=say("Its name is “%(title)s”.", title=indicator.title.th),
        severity=Severity.MUST if sure and said.certainty is Certainty.SURE else Severity.LOOK,
    )
