"""What somebody writes of a measure, checked against the two years that it stands between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from prongsai.core.editions.model import CHECKLIST, Edition
from prongsai.core.errors import Refusal
from prongsai.core.measures.carry import Frameworks
from prongsai.core.measures.months import order_in_year
from prongsai.core.results import Codes, name_of
from prongsai.core.sentences import say
from prongsai.foundation.agencies.models import Unit

Months = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A measure as somebody writes it. What is not known yet is left out."""

    title: str
    answers: tuple[str, ...] = ()  # codes of the year before
    steps: tuple[str, ...] = ()
    lead: Unit | None = None
    support: tuple[Unit, ...] = ()
    months: Months | None = None  # from 1 to 12, of its fiscal year
    follow_up: str = ""
    cures: tuple[str, ...] = ()  # items of the checklist of its own year
    evidence: tuple[str, ...] = ()


def checked(given: Written, frameworks: Frameworks) -> Written:
    """Return what was written with its codes as the frameworks write them, each once.

    :raises Refusal: for a missing title, an unknown code, and a last month before the first.
    """
    title = given.title.strip()
    if not title:
        raise Refusal(say("The title is missing."), fix=say("Say in a line what is to be done."))
    if given.months is not None:
        check_months(given.months)
    others = tuple(each for each in dict.fromkeys(given.support) if each != given.lead)
    return replace(
        given,
        title=title,
        answers=answers_in(given.answers, frameworks),
        steps=_lines(given.steps),
        support=others,
        follow_up=given.follow_up.strip(),
        cures=cures_in(given.cures, frameworks),
        evidence=_lines(given.evidence),
    )


def answers_in(names: Iterable[str], frameworks: Frameworks) -> tuple[str, ...]:
    """Return codes of the result year as its framework writes them.

    :raises Refusal: if it has no such code, or nobody knows it.
    """
    return _read(names, frameworks.answered)


def cures_in(names: Iterable[str], frameworks: Frameworks) -> tuple[str, ...]:
    """Return items of the checklist of the plan year as its framework writes them.

    :raises Refusal: if it has no such code, the code is no item of the checklist, or nobody knows
        the framework.
    """
    found = _read(names, frameworks.cured)
    for name in found:
        if not _is_of_checklist(name, frameworks.cured):
            raise Refusal(
                say("%(code)s is no item of the OIT checklist.", code=name),
                fix=say("Give items of the checklist only, such as %(example)s.", example="o1"),
            )
    return found


def check_months(months: Months) -> None:
    """Raise Refusal if a fiscal year has the second month before the first."""
    first, last = months
    if order_in_year(last) < order_in_year(first):
        raise Refusal(
            say("The last month comes before the first."),
            fix=say("A fiscal year runs from October to September; change one of them."),
        )


def _read(names: Iterable[str], edition: Edition | None) -> tuple[str, ...]:
    names = tuple(filter(str.strip, names))
    if not names:
        return ()
    if edition is None:
        raise Refusal(
            say("The framework of that year is not known here yet: it has no codes."),
            fix=say("Leave the codes out, and add them once the year is open."),
        )
    codes = Codes(edition)
    return tuple(dict.fromkeys(name_of(codes.read_key(name)) for name in names))


def _is_of_checklist(name: str, edition: Edition | None) -> bool:
    return (
        edition is not None
        and name in edition.items
        and CHECKLIST in edition.ancestors.get(name, ())
    )


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, (text.strip() for text in texts)))
