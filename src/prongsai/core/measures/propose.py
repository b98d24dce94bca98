"""Propose measures: few of the catalogue, and nothing weak left without one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai.core.editions.model import Edition
from prongsai.core.findings.model import Finding
from prongsai.core.measures.model import Agency, Catalogue, Measure, ReadyMeasure
from prongsai.core.measures.months import full_month, month_after, month_in
from prongsai.core.measures.reach import all_above, unanswered
from prongsai.core.results import Key, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is asked: measures of which catalogue, for whom, and for which fiscal year (B.E.).

    `edition` is that of the findings, `cure_edition` the one whose checklist the agency will fill
    in during the plan year: None where it is not known, and the measures then have no cures.
    """

    edition: Edition
    catalogue: Catalogue
    agency: Agency
    plan_year: int
    cure_edition: Edition | None
    kept: tuple[Measure, ...] = ()  # that the plan has already: what they answer is answered
    language: str = "th"


def propose(findings: Sequence[Finding], asked: Proposal) -> tuple[Measure, ...]:
    """Return the measures for all weak findings, in the order of the catalogue.

    An item is answered through its duties, and through its indicator where nobody knows them.
    What is above items that are weak themselves needs no measure of its own.
    """
    weak = unanswered(asked.kept, findings, asked.edition)
    needs = _needs(weak, asked)
    chosen = _cover({need for all_of_one in needs.values() for need in all_of_one}, asked.catalogue)
    return tuple(
        _measure(
            ready,
            key=f"M-{asked.plan_year}-{number:03}",
            answers=tuple(name_of(key) for key in weak if needs[key].intersection(ready.answers)),
            asked=asked,
        )
        for number, ready in enumerate(chosen, start=len(asked.kept) + 1)
    )


def _needs(weak: Sequence[Key], asked: Proposal) -> dict[Key, set[str]]:
    """Return the duties, or else the indicators, that must be worked on for each weak finding."""
    edition = asked.edition
    above_weak = all_above(weak, edition)
    lowest = [key for key in weak if key not in above_weak]  # only these are worked on directly
    answered = {answer for ready in asked.catalogue.measures for answer in ready.answers}
    needless = all_above(lowest, edition)
    return {key: set() if key in needless else _needs_of(key[0], answered, edition) for key in weak}


def _needs_of(code: str, answered: set[str], edition: Edition) -> set[str]:
    item = edition.items.get(code)
    duties = set() if item is None else answered.intersection(item.duties)
    return duties or answered & {f"indicator-{each}" for each in _indicators(code, edition)}


def _indicators(code: str, edition: Edition) -> set[str]:
    """Return the indicator above a code, the code itself if it is one, or all below it."""
    line = {code, *edition.ancestors.get(code, ())}
    return line & edition.indicators.keys() or {
        each for each in edition.indicators if code in edition.ancestors[each]
    }


def _cover(needs: set[str], catalogue: Catalogue) -> list[ReadyMeasure]:
    """Choose few measures that answer all needs: always the one that answers most of what is left.

    In the end those are left out whose needs the later ones answer too.
    """
    chosen: list[ReadyMeasure] = []
    left = set(needs)
    while left:
        best = max(catalogue.measures, key=lambda ready: len(left.intersection(ready.answers)))
        chosen.append(best)
        left.difference_update(best.answers)
    for ready in tuple(chosen):
        others = {answer for other in chosen if other is not ready for answer in other.answers}
        if needs.intersection(ready.answers) <= others:
            chosen.remove(ready)
    return [ready for ready in catalogue.measures if ready in chosen]


def _measure(
    ready: ReadyMeasure, *, key: str, answers: tuple[str, ...], asked: Proposal
) -> Measure:
    language = asked.language
    start, end = (month_in(asked.plan_year, month) for month in ready.months)
    lead, *support = _units((ready.lead, *ready.support), asked)
    return Measure(
        key=key,
        title=ready.title.in_language(language),
        answers=answers,
        steps=tuple(step.in_language(language) for step in ready.steps),
        lead=lead,
        support=tuple(support),
        period=(start, end),
        follow_up=_followed_up(
            ready.follow_up.in_language(language), full_month(month_after(end), language)
        ),
        cures=_cures(ready, asked.cure_edition),
        evidence=tuple(each.in_language(language) for each in ready.evidence),
    )


def _followed_up(text: str, month: str) -> str:
    """Join how and when; Thai writes no space between เดือน and the name of the month."""
    return f"{text}{month}" if text.endswith("เดือน") else f"{text} {month}"


def _units(roles: Iterable[str], asked: Proposal) -> list[str]:
    """Name the units of roles, each once: in a small agency one unit has several roles."""
    here = dict(asked.agency.units)
    usual = asked.catalogue.roles
    units = (here.get(role) or usual[role].in_language(asked.language) for role in roles)
    return list(dict.fromkeys(units))


def _cures(ready: ReadyMeasure, edition: Edition | None) -> tuple[str, ...]:
    if edition is None:
        return ()
    duties = set(ready.cures)
    return tuple(code for code, item in edition.items.items() if duties.intersection(item.duties))
