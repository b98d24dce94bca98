"""What checks look at: texts, scores, names and years of a document, put together by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from prongsai.core.checks.model import Problem, Rule, Subject
from prongsai.core.editions.model import Edition
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import (
    Certainty,
    NamedCode,
    NamedYear,
    Passage,
    Place,
    Reading,
    ReadMeasure,
    Said,
    StatedScore,
    YearRole,
)
from prongsai.core.results import key_of
from prongsai.formats.edition_years import editions_by_year

T = TypeVar("T")

LISTED = Place(table=1, row=1)


@cache
def editions() -> Mapping[int, Edition]:
    return editions_by_year()


def said(
    value: T, words: str = "", place: Place = LISTED, certainty: Certainty = Certainty.SURE
) -> Said[T]:
    return Said(value=value, words=words, place=place, certainty=certainty)


def passages(*texts: str, field: str = "") -> tuple[Passage, ...]:
    return tuple(
        Passage(text=text, place=Place(line=line), field=field)
        for line, text in enumerate(texts, start=1)
    )


def row(number: int = 1, **texts: str) -> tuple[Passage, ...]:
    """Make the cells of a row, each under its field."""
    return tuple(
        Passage(text=text, place=Place(table=1, row=number, column=field), field=field)
        for field, text in texts.items()
    )


def years(result: int | None = None, plan: int | None = None) -> tuple[Said[NamedYear], ...]:
    named = ((result, YearRole.RESULT), (plan, YearRole.PLAN))
    return tuple(
        said(NamedYear(year=year, role=role), place=Place(line=1))
        for year, role in named
        if year is not None
    )


def scores(text: str, place: Place = LISTED, year: int | None = None) -> tuple[Any, ...]:
    """Make stated scores of a text such as `6 84.87, EIT/public 90`."""
    return tuple(_scores(text, place, year))


def _scores(text: str, place: Place, year: int | None) -> Iterator[Said[StatedScore]]:
    for each in filter(None, text.replace("\n", " ").split(",")):
        name, score = each.split()
        code, part = key_of(name)
        stated = StatedScore(code=code, score=Decimal(score), part=part, year=year)
        yield said(stated, each.strip(), place)


def name(
    code: str, words: str, under: str = "", certainty: Certainty = Certainty.SURE
) -> Said[NamedCode]:
    value = NamedCode(code=code, name=words, under=under)
    return said(value, f"{code} {words}", certainty=certainty)


def measure(period: tuple[tuple[int, int], tuple[int, int]] | None = None, **more: Any) -> Any:
    """Make a measure, with its period from a year and month to a year and month."""
    made = None
    if period is not None:
        first, last = (Month(*each) for each in period)
        made = said((first, last), f"{first.month}/{first.year} - {last.month}/{last.year}")
    return ReadMeasure(place=LISTED, asked=frozenset(), period=made, **more)


def subject(
    result: int | None = None, plan: int | None = None, website: str = "", **reading: Any
) -> Subject:
    """Make what is checked, with the editions of its years and all others."""
    named = reading.pop("years", years(result, plan))
    return Subject(
        reading=Reading(years=named, **reading),
        result_edition=editions().get(result or 0),
        plan_edition=editions().get(plan or 0),
        website=website,
        editions=editions(),
    )


def told(rule: Rule, of: Subject) -> list[str]:
    """Return what a rule says, each as `must_mend: what is wrong What is expected`."""
    return [_written(problem) for problem in rule(of)]


def _written(problem: Problem) -> str:
    return f"{problem.severity}: {problem.what} {problem.expected}"


def of_texts(rule: Rule, *texts: str, field: str = "", **more: Any) -> list[str]:
    """Return what a rule says of texts."""
    return told(rule, subject(passages=passages(*texts, field=field), **more))
