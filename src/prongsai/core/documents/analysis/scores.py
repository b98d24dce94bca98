"""The scores: the whole, the instruments, the indicators, and the years before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.documents.announced import level_in_words
from prongsai.core.documents.case import Case
from prongsai.core.documents.model import (
    Align,
    Axis,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Paragraph,
    Series,
    Table,
)
from prongsai.core.scoring.model import Kind
from prongsai.core.scoring.rounding import display

FEWEST_SPOKES = 3  # fewer points make no shape


def overview(case: Case) -> Iterator[Block]:
    """Yield the total and its level, the tables of instruments and indicators, and the radar."""
    texts, plan, card = case.texts, case.plan, case.analysis.card
    yield Heading(texts("overview"))
    common = {"year": plan.result_year, "agency": case.agency}
    level = level_in_words(case)
    if level is None:
        yield Paragraph(texts("overview_no_total", **common))
    else:
        yield Paragraph(
            texts("overview_text", total=case.shown(card.total.score), level=level, **common)
        )
    yield _instruments(case)
    yield _indicators(case)
    whole = [each for each in card.of_kind(Kind.INDICATOR) if each.part is None]
    if sum(each.score is not None for each in whole) >= FEWEST_SPOKES:
        yield _radar(case)


def _instruments(case: Case) -> Table:
    texts, card = case.texts, case.analysis.card
    columns = (
        Column(texts("instrument_heading"), 10),
        Column(texts("weight_heading"), 3, Align.CENTRE),
        Column(texts("score_heading"), 3, Align.CENTRE),
    )
    weights = {each.key: each.weight.value for each in card.edition.instruments}
    rows = [
        (
            _cell(f"{case.title(each.code)} ({case.spelled(each.name)})"),
            _cell(str(weights[each.code]) if each.part is None else ""),
            _cell(case.shown(each.score)),
        )
        for each in card.of_kind(Kind.INSTRUMENT)
    ]
    total = (
        _cell(texts("total_row"), bold=True),
        _cell(""),
        _cell(case.shown(card.total.score), bold=True),
    )
    return Table(texts("instruments_caption"), columns, (*rows, total))


def _indicators(case: Case) -> Table:
    texts, card = case.texts, case.analysis.card
    mark = card.edition.pass_mark.value
    columns = (
        Column(texts("indicator_number"), 3, Align.CENTRE),
        Column(texts("indicator_title"), 9),
        Column(texts("score_heading"), 3, Align.CENTRE),
        Column(texts("result_heading"), 4, Align.CENTRE),
    )
    rows = []
    for each in card.of_kind(Kind.INDICATOR):
        result = texts(_result(each.shown, mark))
        rows.append(
            (
                _cell(case.spelled(each.name)),
                _cell(case.title(each.code)),
                _cell(case.shown(each.score)),
                _cell(result),
            )
        )
    return Table(texts("indicators_caption"), columns, tuple(rows))


def _result(shown: Decimal | None, mark: Decimal) -> str:
    """Return the key of the words for a score against the pass mark."""
    if shown is None:
        return "no_result"
    return "passed" if shown >= mark else "not_passed"


def _radar(case: Case) -> Chart:
    texts, card = case.texts, case.analysis.card
    mark = card.edition.pass_mark.value
    whole = [each for each in card.of_kind(Kind.INDICATOR) if each.part is None]
    values = ", ".join(
        f"{each.code}. {case.title(each.code)} {case.shown(each.score)}" for each in whole
    )
    axes = tuple(Axis(f"{each.code}. {case.title(each.code)}", each.shown) for each in whole)
    return Chart(
        kind="radar",
        caption=texts("radar_caption"),
        description=texts("radar_description", values=values, mark=mark),
        series=(Series(texts("radar_series", year=case.plan.result_year), axes),),
        mark=mark,
        mark_label=texts("mark_label", mark=mark),
    )


def trend(case: Case) -> Iterator[Block]:
    """Yield the totals of the years as a table and a line; nothing where only one is known."""
    texts = case.texts
    years = _years(case)
    if sum(value is not None for _, value in years) < 2:
        return
    yield Heading(texts("trend"))
    yield Paragraph(texts("trend_text"))
    yield _trend_table(case, years)
    values = ", ".join(f"{year}: {case.shown(value)}" for year, value in years)
    points = tuple(
        Axis(str(year), None if value is None else display(value)) for year, value in years
    )
    yield Chart(
        kind="trend",
        caption=texts("trend"),
        description=texts("trend_description", values=values),
        series=(Series(texts("trend_series"), points),),
    )


def _years(case: Case) -> list[tuple[int, Decimal | None]]:
    """Return the totals by year; this year's is the scorecard's own, never typed twice."""
    known = dict(case.plan.history)
    known[case.plan.result_year] = case.analysis.card.total.score
    return [(year, known.get(year)) for year in range(min(known), max(known) + 1)]


def _trend_table(case: Case, years: list[tuple[int, Decimal | None]]) -> Table:
    texts = case.texts
    columns = (
        Column(texts("trend_year"), 4, Align.CENTRE),
        Column(texts("score_heading"), 4, Align.CENTRE),
        Column(texts("trend_change"), 5, Align.CENTRE),
    )
    rows = []
    before: Decimal | None = None
    for year, value in years:
        change = "" if before is None or value is None else f"{display(value) - display(before):+}"
        rows.append((_cell(str(year)), _cell(case.shown(value)), _cell(change)))
        before = value
    return Table(texts("trend_caption"), columns, tuple(rows))


def _cell(text: str, *, bold: bool = False) -> Cell:
    return Cell((text,), bold=bold)
