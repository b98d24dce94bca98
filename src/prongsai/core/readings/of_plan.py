"""A plan of ours as a reading, so that the checks of somebody's file serve it too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from prongsai.core.documents.papers import BLANK, Paper, Signature
from prongsai.core.editions.model import TOTAL
from prongsai.core.measures.model import Measure, Period, Plan
from prongsai.core.measures.months import short_month
from prongsai.core.readings.model import (
    NamedYear,
    Passage,
    Place,
    Reading,
    ReadMeasure,
    Said,
    StatedScore,
    YearRole,
)
from prongsai.core.results import Key, Result, name_of
from prongsai.core.thai.calendar import thai_date
from prongsai.core.tracking import Action, Progress, ProgressOf, Proof

KIND = "plan"

_PLANNED = frozenset(
    {"title", "answers", "cures", "steps", "lead", "support", "period", "follow_up"}
)
_REPORTED = frozenset({"state", "actions", "output", "outcome", "proofs"})
_OF_PAPERS = ("unit", "subject", "to", "meeting")


def reading_of(
    plan: Plan, progress: ProgressOf, papers: Mapping[str, Paper], weak: Iterable[Key] = ()
) -> Reading:
    """Return what a plan says, its progress and its papers. `weak`: what the findings call so.

    A place is the way to a field of the plan's file. What is reported of a measure is asked for as
    soon as anything of its progress is said. Number, day and chain are those of the one paper that
    there is; of several none is that of the plan.
    """
    kind, paper = next(iter(papers.items())) if len(papers) == 1 else ("", BLANK)
    return Reading(
        kind=KIND,
        number=_of_paper(paper, kind, "number"),
        dated=_day(paper, kind),
        unit=_of_paper(paper, kind, "unit"),
        subject=_of_paper(paper, kind, "subject"),
        to=_of_paper(paper, kind, "to"),
        signatures=tuple(_chain(paper, kind)),
        passages=(*_of_measures(plan, progress), *_of_papers(papers)),
        agencies=_named(plan.agency.name, "name"),
        districts=_named(plan.agency.district, "district"),
        provinces=_named(plan.agency.province, "province"),
        years=(
            _year(plan.result_year, YearRole.RESULT, "result_year"),
            _year(plan.plan_year, YearRole.PLAN, "plan_year"),
        ),
        scores=(*_scores(plan.results.results), *_history(plan)),
        weak=tuple(_weak(plan, weak)),
        measures=tuple(_measure(each, progress.get(each.key)) for each in plan.measures),
    )


def _said(text: str, *path: str) -> Said[str]:
    return Said(value=text, words=text, place=Place(path=path))


def _named(text: str, field: str) -> tuple[Said[str], ...]:
    return (_said(text, "agency", field),) if text else ()


def _year(year: int, role: YearRole, field: str) -> Said[NamedYear]:
    return Said(value=NamedYear(year=year, role=role), words=str(year), place=Place(path=(field,)))


def _of_paper(paper: Paper, kind: str, field: str) -> Said[str] | None:
    text: str = getattr(paper, field)
    return _said(text, "papers", kind, field) if text else None


def _day(paper: Paper, kind: str) -> Said[date] | None:
    if paper.dated is None:
        return None
    place = Place(path=("papers", kind, "dated"))
    return Said(value=paper.dated, words=thai_date(paper.dated), place=place)


def _chain(paper: Paper, kind: str) -> Iterator[Said[Signature]]:
    for number, each in enumerate(paper.signatures, start=1):
        words = (each.rank, each.name, each.position, each.capacity, each.acting)
        yield Said(
            value=each,
            words=" ".join(filter(None, words)),
            place=Place(path=("papers", kind, "signatures", str(number))),
        )


def _scores(results: Iterable[Result]) -> Iterator[Said[StatedScore]]:
    for each in results:
        if each.score is not None:
            yield Said(
                value=StatedScore(code=each.code, score=each.score, part=each.part),
                words=f"{each.score:f}",
                place=Place(path=("results", name_of((each.code, each.part)))),
            )


def _history(plan: Plan) -> Iterator[Said[StatedScore]]:
    for year, total in plan.history:
        if total is not None:
            yield Said(
                value=StatedScore(code=TOTAL, score=total, year=year),
                words=f"{total:f}",
                place=Place(path=("history", str(year))),
            )


def _weak(plan: Plan, found: Iterable[Key]) -> Iterator[Said[str]]:
    named = ((each.code, each.part) for each in plan.results.results if each.weak)
    for name in dict.fromkeys(map(name_of, (*named, *found))):
        yield _said(name, "results", name)


def _measure(measure: Measure, progress: Progress | None) -> ReadMeasure:
    key = measure.key
    said = Progress() if progress is None else progress
    state = said.state
    return ReadMeasure(
        place=Place(path=("measures", key)),
        asked=_PLANNED if progress is None else _PLANNED | _REPORTED,
        key=key,
        title=_text(measure.title, key, "title"),
        answers=_texts(measure.answers, key, "answers"),
        cures=_texts(measure.cures, key, "cures"),
        steps=_texts(measure.steps, key, "steps"),
        lead=tuple(filter(None, (_text(measure.lead, key, "lead"),))),
        support=_texts(measure.support, key, "support"),
        period=_period(measure),
        follow_up=_text(measure.follow_up, key, "follow_up"),
        state=None
        if state is None
        else Said(value=state, words=state.value, place=_reported(key, "state")),
        actions=tuple(_action(each, n, key) for n, each in enumerate(said.actions, start=1)),
        output=_texts(said.output, key, "progress", "output"),
        outcome=_texts(said.outcome, key, "progress", "outcome"),
        proofs=tuple(_proof(each, n, key) for n, each in enumerate(said.proofs, start=1)),
    )


def _text(text: str, key: str, field: str) -> Said[str] | None:
    return _said(text, "measures", key, field) if text else None


def _texts(texts: Iterable[str], key: str, *path: str) -> tuple[Said[str], ...]:
    """Return the texts of a list that hold something, each with its number."""
    return tuple(
        _said(text, "measures", key, *path, str(number))
        for number, text in enumerate(texts, start=1)
        if text
    )


def _period(measure: Measure) -> Said[Period] | None:
    if measure.period is None:
        return None
    return Said(
        value=measure.period,
        words=" - ".join(map(short_month, measure.period)),
        place=Place(path=("measures", measure.key, "start")),
    )


def _reported(key: str, *path: str) -> Place:
    return Place(path=("measures", key, "progress", *path))


def _action(action: Action, number: int, key: str) -> Said[Action]:
    return Said(value=action, words=action.text, place=_reported(key, "actions", str(number)))


def _proof(proof: Proof, number: int, key: str) -> Said[Proof]:
    return Said(value=proof, words=proof.what, place=_reported(key, "proofs", str(number)))


def _of_measures(plan: Plan, progress: ProgressOf) -> Iterator[Passage]:
    """Yield the texts of the measures, each under the field that its column has in a document."""
    for measure in plan.measures:
        read = _measure(measure, progress.get(measure.key))
        yield from _passages("measure", [read.title] if read.title else [])
        yield from _passages("steps", read.steps)
        yield from _passages("lead", read.lead)
        yield from _passages("support", read.support)
        yield from _passages("follow_up", [read.follow_up] if read.follow_up else [])
        yield from _passages("evidence", _texts(measure.evidence, measure.key, "evidence"))
        yield from _passages("output", (*read.actions, *read.output))
        yield from _passages("outcome", read.outcome)
        yield from _passages("evidence", read.proofs)


def _passages(
    field: str, said: Iterable[Said[str] | Said[Action] | Said[Proof]]
) -> Iterator[Passage]:
    for each in said:
        yield Passage(text=each.words, place=each.place, field=field)


def _of_papers(papers: Mapping[str, Paper]) -> Iterator[Passage]:
    for kind, paper in papers.items():
        for field in _OF_PAPERS:
            if text := getattr(paper, field):
                yield Passage(text=text, place=Place(path=("papers", kind, field)))
        for number, each in enumerate(paper.signatures, start=1):
            if each.opinion:
                place = Place(path=("papers", kind, "signatures", str(number), "opinion"))
                yield Passage(text=each.opinion, place=place)
