"""Rule: a code stands before two different names."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.meaning import Meanings
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Certainty, NamedCode, Said
from prongsai.core.sentences import say
from prongsai.core.thai.spelling import distance, is_shortened, letters

_NEAR = 0.2  # of the letters may differ in one name that is written twice


def code_twice(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each code that has a name which is not its first one.

    Seed 000 has o22 for the monthly summary and for the yearly report. A shorter name for the same
    thing is no other name; and where the names do not mean different duties, a look is enough.
    """
    meanings = Meanings(subject)
    first: dict[str, Said[NamedCode]] = {}
    for said in subject.reading.names:
        if said.value.code[:1].isdecimal():
            continue  # an indicator: its name has a rule of its own
        known = first.setdefault(said.value.code, said)
        if known is not said and said.certainty is not Certainty.ASK and _differ(known, said):
            yield _problem(known, said, sure=_mean_two_duties(known, said, meanings))


def _differ(one: Said[NamedCode], other: Said[NamedCode]) -> bool:
    shorter, longer = sorted((letters(one.value.name), letters(other.value.name)), key=len)
    if not shorter or is_shortened(shorter, longer):
        return False
    return distance(shorter, longer) > _NEAR * len(longer)


def _mean_two_duties(one: Said[NamedCode], other: Said[NamedCode], meanings: Meanings) -> bool:
    """Tell whether one of the names is clearly that of another item than the code's."""
    return any(
        meanings.other_duty(each.value.name, item, edition)
        for edition, item in meanings.items(one.value.code)
        for each in (one, other)
    )


def _problem(first: Said[NamedCode], other: Said[NamedCode], *, sure: bool) -> Problem:
    return Problem(
        rule="code_twice",
        place=other.place,
        what=say(
            "%(code)s is used twice: for “%(first)s” and for “%(other)s”.",
            code=other.value.code,
            first=first.value.name,
            other=other.value.name,
        ),
        expected=say("Give each item its own code, and one name in the whole document."),
        severity=Severity.MUST if sure else Severity.LOOK,
    )
