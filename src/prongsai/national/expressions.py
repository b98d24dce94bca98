"""The scoring written once, as one Ibis expression that every engine runs.

The rules are those of core.scoring: a survey item is the mean over all its sub-answers of all
respondents, an indicator the mean of its items or sub-indicators, an instrument the mean of its
indicators, the total the weighted sum. Answers are counted and their points added up as integers;
only then does a division come. What is not there is NULL, and so is what would be made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import ibis

from prongsai.core.editions.model import TOTAL, Aggregation, Indicator, Instrument, Pooling
from prongsai.national.plan import Mark, Plan, named

if TYPE_CHECKING:
    from ibis.expr.types import NumericValue, Table

# The tables that an engine offers.
ANSWERS = "answers"  # agency, instrument, respondent, item, answer
POINTS = "points"  # a row for each of Plan.answers

# The columns of the result beside those of the scores.
AGENCY = "agency"
COUNTED = "answers"  # answers that were scored
ODD = "odd"  # answers that cannot be scored; the engine must refuse where it is not 0
LACKING = "missing"  # names of the items that have no value, with a space between


def national_scores(plan: Plan) -> Table:
    """Build the whole chain: one row an agency, one column a score, unrounded (0–100)."""
    items = _items(_item_means(_counts(), plan), plan)
    scores: dict[str, NumericValue] = {name: items[name] for name in plan.item_names}
    for mark in plan.marks:
        for indicator in mark.instrument.indicators:
            scores.update(_indicator(scores, indicator, mark))
        codes = (each.key for each in mark.instrument.indicators)
        scores[mark.text] = _mean(scores, codes, mark.part)
    for instrument in plan.edition.instruments:
        scores[instrument.key] = _pooled(scores, instrument, plan)
    weighted = [scores[i.key] * float(i.weight.value) for i in plan.edition.instruments]
    lacking = [ibis.cases((items[name].isnull(), name)) for name in plan.expected]
    return items.select(
        AGENCY,
        COUNTED,
        ODD,
        **scores,
        **{TOTAL: _add(weighted), LACKING: ibis.literal(" ").join(lacking)},
    )


def _counts() -> Table:
    """Count how often each answer was given, and join its points: one row an agency, question and
    answer.
    """
    texts = dict.fromkeys(("instrument", "item"), "string")
    question = {**texts, "answer": "int64"}
    answers = ibis.table({AGENCY: "string", **question}, name=ANSWERS)
    points = ibis.table({**question, "slot": "int64", "points": "int64"}, name=POINTS)
    tally = answers.group_by([AGENCY, *question]).agg(given=answers.count())
    return tally.left_join(points, list(question))


def _item_means(counts: Table, plan: Plan) -> Table:
    """Make the mean of each item over all answers to all of its questions: one row an agency and
    item.
    """
    known = counts.slot.notnull()
    odd = counts.answer.notnull() & ~known
    points, counted = (counts.points * counts.given).sum(), known.ifelse(counts.given, 0).sum()
    return counts.group_by([AGENCY, "slot"]).agg(
        mean=points / (counted.nullif(0) * plan.grain),
        counted=counted,
        odd=odd.ifelse(counts.given, 0).sum(),
    )


def _items(means: Table, plan: Plan) -> Table:
    """Set the items side by side: one row an agency."""
    # A condition inside the maximum runs four times as fast as a filtered maximum.
    columns = {
        name: (means.slot == slot).ifelse(means["mean"], None).max()
        for slot, name in enumerate(plan.item_names)
    }
    counts = {COUNTED: means.counted.sum(), ODD: means.odd.sum()}
    return means.group_by(AGENCY).agg(**counts, **columns)


def _indicator(
    scores: Mapping[str, NumericValue], indicator: Indicator, mark: Mark
) -> Iterator[tuple[str, NumericValue]]:
    """Yield the sub-indicators of an indicator, then itself."""
    made = dict(scores)
    for sub in indicator.sub_indicators:
        made[named(sub.key, mark.part)] = _mean(scores, (i.code for i in sub.items), mark.part)
        yield named(sub.key, mark.part), made[named(sub.key, mark.part)]
    yield named(indicator.key, mark.part), _mean(made, _below(indicator), mark.part)


def _below(indicator: Indicator) -> Iterator[str]:
    """Yield the codes whose mean an indicator is."""
    if indicator.aggregation.value is Aggregation.SUB_INDICATORS_MEAN:
        yield from (sub.key for sub in indicator.sub_indicators)
        yield from (item.code for item in indicator.own_items)
    else:
        yield from (item.code for item in indicator.items)


def _pooled(scores: Mapping[str, NumericValue], instrument: Instrument, plan: Plan) -> NumericValue:
    """Return an instrument's score: as answered whole or, where the edition says how, out of all of
    its parts.
    """
    whole = scores[instrument.key]
    names = [named(instrument.key, part.key) for part in instrument.parts]
    pooling = instrument.pooling
    if pooling is None or pooling.value is Pooling.UNKNOWN or not plan.given.issuperset(names):
        return whole
    return whole.coalesce(_add([scores[name] for name in names]) / len(names))


def _mean(
    scores: Mapping[str, NumericValue], codes: Iterable[str], part: str | None
) -> NumericValue:
    values = [scores[named(code, part)] for code in codes]
    return _add(values) / len(values)


def _add(values: Sequence[NumericValue]) -> NumericValue:
    """Add up in the order given, so that every engine leaves the same binary noise."""
    return reduce(add, values)
