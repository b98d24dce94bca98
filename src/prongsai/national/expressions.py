"""The scoring written once, as one Ibis expression that every engine runs.

The rules are those of core.scoring: a survey item is the mean over all its sub-answers of all respondents, an indicator
the mean of its items or sub-indicators, an instrument the mean of its indicators, the total the weighted sum. Answers are
counted and their points added up as integers; only then does a division come. What is not there is NULL, and so is
what would be made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import ibis

from prongsai.core.editions.model import TOTAL, Aggregation, Indicator, Pooling
from prongsai.national.plan import Plan, named

if TYPE_CHECKING:
    from ibis.expr.types import IntegerColumn, NumericValue, Table

# The tables that an engine offers.
ANSWERS = "answers"
QUESTIONS = "questions"

# The columns of the result beside those of the scores.
AGENCY = "agency"
COUNTED = "answers"  # answers that were scored
ODD = "odd"  # answers that cannot be scored; the engine must refuse where it is not 0
LACKING = "missing"  # names of the items that have no value, with a space between


def national_scores(plan: Plan) -> Table:
    """Build the whole chain: one row an agency, one column a score, unrounded (0–100)."""
    items = _wide(_item_means(_points(plan), plan), plan)
    groups = items.mutate(**_sub_indicators(items, plan))
    indicators = groups.mutate(**_indicators(groups, plan))
    instruments = indicators.mutate(**dict(_instruments(indicators, plan)))
    return _with_total(instruments, plan)


def answers_table() -> Table:
    """Describe the answers as they are given; the types are the least that the expression relies on."""
    texts = dict.fromkeys((AGENCY, "instrument", "item"), "string")
    return ibis.table({**texts, "answer": "int64"}, name=ANSWERS)


def questions_table(plan: Plan) -> Table:
    """Describe the small table of points: a row for each plan.questions, `p1` … NULL past the end of a scale."""
    places = {f"p{place}": "int64" for place in plan.positions}
    columns = {"instrument": "string", "item": "string", "slot": "int64", "places": "int64", **places}
    return ibis.table(columns, name=QUESTIONS)


def _points(plan: Plan) -> Table:
    """Count how often each answer was given, and weigh the counts: one row an agency, instrument and question."""
    answers, questions = answers_table(), questions_table(plan)
    places = plan.positions
    counts = {f"n{k}": (answers.answer == k).sum() for k in places}
    tally = answers.group_by([AGENCY, "instrument", "item"]).agg(
        given=answers.answer.count(), **counts
    )
    joined = tally.left_join(questions, ["instrument", "item"])
    counted = _add([joined[f"p{k}"].notnull().ifelse(joined[f"n{k}"], 0) for k in places])
    return joined.select(
        AGENCY,
        "slot",
        points=_add([(joined[f"p{k}"] * joined[f"n{k}"]).fill_null(0) for k in places]),
        counted=counted,
        odd=joined.slot.isnull().ifelse(1, joined.given - counted),
    )


def _item_means(points: Table, plan: Plan) -> Table:
    """Make the mean of each item over all answers to all of its questions: one row an agency and item."""
    if not plan.asks_once:
        sums = {name: points[name].sum() for name in ("points", "counted", "odd")}
        points = points.group_by([AGENCY, "slot"]).agg(**sums)
    return points.mutate(mean=points.points / (points.counted.nullif(0) * plan.grain))


def _wide(means: Table, plan: Plan) -> Table:
    """Set the items side by side: one row an agency."""
    # An engine makes a column out of a condition inside the maximum four times as fast as out of a filtered one.
    columns = {
        name: (means.slot == slot).ifelse(means["mean"], None).max()
        for slot, name in enumerate(plan.item_names)
    }
    counts = {COUNTED: means.counted.sum().cast("int64"), ODD: means.odd.sum().cast("int64")}
    return means.group_by(AGENCY).agg(**counts, **columns)


def _sub_indicators(items: Table, plan: Plan) -> dict[str, NumericValue]:
    return {
        named(sub.key, mark.part): _mean(items, (i.code for i in sub.items), mark.part)
        for mark in plan.marks
        for indicator in mark.instrument.indicators
        for sub in indicator.sub_indicators
    }


def _indicators(groups: Table, plan: Plan) -> dict[str, NumericValue]:
    return {
        named(indicator.key, mark.part): _mean(groups, _below(indicator), mark.part)
        for mark in plan.marks
        for indicator in mark.instrument.indicators
    }


def _below(indicator: Indicator) -> Iterator[str]:
    """Yield the codes whose mean an indicator is."""
    if indicator.aggregation.value is Aggregation.SUB_INDICATORS_MEAN:
        yield from (sub.key for sub in indicator.sub_indicators)
        yield from (item.code for item in indicator.own_items)
    else:
        yield from (item.code for item in indicator.items)


def _instruments(indicators: Table, plan: Plan) -> Iterator[tuple[str, NumericValue]]:
    for instrument in plan.edition.instruments:
        codes = [each.key for each in instrument.indicators]
        given = [mark.part for mark in plan.marks if mark.instrument is instrument and mark.part]
        parts = {part: _mean(indicators, codes, part) for part in given}
        whole = _mean(indicators, codes, None)
        pooled = instrument.pooling is not None and instrument.pooling.value is Pooling.PARTS_MEAN
        if pooled and len(parts) == len(instrument.parts):
            whole = whole.coalesce(_add(list(parts.values())) / len(parts))
        yield instrument.key, whole
        yield from ((named(instrument.key, part), mean) for part, mean in parts.items())


def _with_total(scores: Table, plan: Plan) -> Table:
    weighted = [scores[i.key] * float(i.weight.value) for i in plan.edition.instruments]
    lacking = [ibis.cases((scores[name].isnull(), name)) for name in plan.expected]
    return scores.mutate(**{TOTAL: _add(weighted), LACKING: ibis.literal(" ").join(lacking)})


def _mean(table: Table, codes: Iterator[str] | Sequence[str], part: str | None) -> NumericValue:
    values = [table[named(code, part)] for code in codes]
    return _add(values) / len(values)


def _add(values: Sequence[NumericValue]) -> NumericValue:
    """Add up in the order given, so that every engine leaves the same binary noise."""
    return reduce(add, values)
