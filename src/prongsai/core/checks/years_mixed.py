"""Rule: the year of the results and that of the plan are mixed up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.spoken_year import spans_of, years_of
from prongsai.core.readings.model import NamedYear, Passage, Said, YearRole
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import years_in
from prongsai.core.thai.found import Found
from prongsai.core.thai.numbering import marks_in

_RESULTS = re.compile(r"วิเคราะห์\s*ผล")
_MEASURES = re.compile("มาตรการ")
_NEAR = 200  # letters between a word and its year
_WORDS = 40  # letters of a word that is broken over lines
_LAST_YEAR = re.compile(r"ปี\s*(?:งบ\s*ประมาณ)?\s*ที่\s*(?:ผ่าน\s*มา|แล้ว)\s*\(?\s*$")


def years_mixed(subject: Subject) -> Iterator[Problem]:
    """Yield a problem where measures answer results of their own year or of a later one, where
    “last year” is two years, and where all measures run in another year than the document names.

    Seed 002 answers the results of 2568 in 2568; seed 001 calls both 2564 and 2566 the year past,
    and dates the measures of “2566” in 2567.
    """
    answered = [problem for p in subject.reading.passages for problem in _answered(p)]
    yield from answered
    yield from _last_years(subject)
    yield from _run_in_another(subject)
    if not answered:
        yield from _roles(subject)


def _answered(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for `the results of 2568 were analysed, and measures of 2568 laid down`."""
    text = passage.text
    for results in _RESULTS.finditer(text):
        near = text[results.start() : results.start() + 3 * _NEAR]
        years = [*years_in(near)]
        result = _next(years, 0)
        measures = _MEASURES.search(near, result.end, result.end + _NEAR) if result else None
        plan = _next(years, measures.end()) if measures else None
        if not result or not plan:
            continue
        if any(mark.start < plan.start for mark in marks_in(near)):
            continue  # two papers in a list, not one that answers the other
        if plan.value <= result.value:
            yield Problem(
                rule="years_mixed",
                place=passage.place,
                what=say(
                    "Measures of %(plan)s cannot answer the results of %(result)s.",
                    plan=plan.value,
                    result=result.value,
                ),
                expected=say("The results of a year are answered by measures of the next one."),
                severity=Severity.MUST,
            )


def _next(years: list[Found[int]], start: int) -> Found[int] | None:
    return next((each for each in years if start <= each.start <= start + _NEAR), None)


def _last_years(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each year called the past one that is not the one of the results."""
    named = [
        (each.value, passage)
        for passage in subject.reading.passages
        for each in years_in(passage.text)
        if _LAST_YEAR.search(passage.text[max(each.start - _WORDS, 0) : each.start])
    ]
    counts = Counter(year for year, _ in named)
    result = subject.reading.year(YearRole.RESULT)
    right = result if result in counts else next(iter(counts), None)
    for year, passage in named:
        if year != right:
            yield Problem(
                rule="years_mixed",
                place=passage.place,
                what=say(
                    "The past year is %(year)s here and %(right)s in another place.",
                    year=year,
                    right=right,
                ),
                expected=say("Name one year: that of the results which the document is about."),
                severity=Severity.MUST,
            )


def _run_in_another(subject: Subject) -> Iterator[Problem]:
    years = years_of(subject)
    if years is not None and years.run != years.named:
        yield Problem(
            rule="years_mixed",
            place=next(spans_of(subject.reading)).place,
            what=say(
                "All measures run in the fiscal year %(run)s, but the document names %(named)s.",
                run=years.run,
                named=years.named,
            ),
            expected=say("Name the year in which the measures are carried out."),
            severity=Severity.LOOK,
        )


def _roles(subject: Subject) -> Iterator[Problem]:
    """Yield a problem where the year of the plan is not after that of the results."""
    result = subject.reading.year(YearRole.RESULT)
    plan = _first(subject, YearRole.PLAN)
    if result is not None and plan is not None and plan.value.year <= result:
        yield Problem(
            rule="years_mixed",
            place=plan.place,
            what=say(
                "%(plan)s is named as the year of the measures, and %(result)s as that of the"
                " results they answer.",
                plan=plan.value.year,
                result=result,
            ),
            expected=say("The results of a year are answered by measures of the next one."),
            severity=Severity.LOOK,
        )


def _first(subject: Subject, role: YearRole) -> Said[NamedYear] | None:
    year = subject.reading.year(role)
    every = (
        (each for each in subject.reading.years if each.value == NamedYear(year=year, role=role))
        if year
        else ()
    )
    return next(iter(every), None)
