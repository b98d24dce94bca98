"""Check a plan against the editions it names, and write its codes as they do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.measures.model import Plan
from prongsai.core.results import Codes, Key, Result, ResultSheet, name_of
from prongsai.core.sentences import say


def check_plan(plan: Plan, edition: Edition, previous: Edition | None = None) -> Plan:
    """Return the plan with its codes as the editions write them, whatever way a person wrote them.

    A measure may keep an answer that the edition does not know: `lacking` names it.

    :raises Refusals: for results of another year, unknown codes, and two results for the same.
    """
    refusals = [*_of_another_year(plan, edition), *_not_history(plan)]
    results = _settled(plan.results, edition, "results", refusals)
    before = plan.previous
    if before is not None and previous is not None:
        before = _settled(before, previous, "previous", refusals)
    if refusals:
        raise Refusals(refusals)
    codes = Codes(edition)
    measures = tuple(
        replace(measure, answers=tuple(_known_name(name, codes) for name in measure.answers))
        for measure in plan.measures
    )
    return replace(plan, results=results, previous=before, measures=measures)


def _of_another_year(plan: Plan, edition: Edition) -> Iterator[Refusal]:
    if plan.result_year not in edition.fiscal_years:
        yield Refusal(
            say(
                "%(edition)s is not the edition of the fiscal year %(year)s.",
                edition=edition.key,
                year=plan.result_year,
            ),
            fix=say(
                "It is that of %(years)s; correct “edition” or “result_year”.",
                years=edition.fiscal_years,
            ),
            where=("result_year",),
        )


def _not_history(plan: Plan) -> Iterator[Refusal]:
    for year, _ in plan.history:
        if year >= plan.result_year:
            yield Refusal(
                say("%(year)s is not before the year of the results.", year=year),
                fix=say("Remove it; the total of that year comes from the results."),
                where=("history", str(year)),
            )


def _settled(
    sheet: ResultSheet, edition: Edition, section: str, refusals: list[Refusal]
) -> ResultSheet:
    codes = Codes(edition)
    rows: dict[Key, Result] = {}
    for result in sheet.results:
        try:
            rows |= _settled_row(result, codes, rows)
        except Refusal as refusal:
            refusals.append(refusal.within(section, name_of((result.code, result.part))))
    return ResultSheet(tuple(rows.values()))


def _settled_row(result: Result, codes: Codes, others: Collection[Key]) -> dict[Key, Result]:
    key = codes.with_part(codes.read_key(result.code), result.part or "")
    if key in others:
        raise Refusal(
            say("%(code)s has two results.", code=name_of(key)), fix=say("Keep one of the two.")
        )
    return {key: replace(result, code=key[0], part=key[1])}


def _known_name(name: str, codes: Codes) -> str:
    try:
        return name_of(codes.read_key(name))
    except Refusal:
        return name
