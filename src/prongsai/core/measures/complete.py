"""What a plan still lacks before it can be signed. One function a rule; nothing is refused here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.findings.model import Finding
from prongsai.core.measures.model import Measure, Plan
from prongsai.core.measures.months import fiscal_year_of, short_month
from prongsai.core.measures.reach import unanswered
from prongsai.core.results import Key, key_of, name_of
from prongsai.core.sentences import Sentence, say


def lacking(
    plan: Plan, findings: Sequence[Finding], edition: Edition, cured: Edition | None = None
) -> tuple[Sentence, ...]:
    """Return what the plan lacks as answer to the findings of `edition`, its result year's.

    Cures are looked at where `cured`, the edition of the plan year, is known.
    """
    return (
        *_nameless(plan),
        *_not_the_next_year(plan),
        *_unanswered(plan, findings, edition),
        *_keys_twice(plan),
        *(
            each
            for measure in plan.measures
            for rule in _RULES
            for each in rule(measure, plan, edition)
        ),
        *_unknown_cures(plan, cured),
    )


def _nameless(plan: Plan) -> Iterator[Sentence]:
    if not plan.agency.name:
        yield say("The plan does not name the agency.")


def _not_the_next_year(plan: Plan) -> Iterator[Sentence]:
    if plan.plan_year != plan.result_year + 1:
        yield say(
            "The plan of %(plan_year)s answers results of %(result_year)s, not of the year before.",
            plan_year=plan.plan_year,
            result_year=plan.result_year,
        )


def _unanswered(plan: Plan, findings: Sequence[Finding], edition: Edition) -> Iterator[Sentence]:
    for key in unanswered(plan.measures, findings, edition):
        yield say("%(code)s is weak and no measure answers it.", code=name_of(key))


def _keys_twice(plan: Plan) -> Iterator[Sentence]:
    for key, times in Counter(measure.key for measure in plan.measures).items():
        if times > 1:
            yield say("%(count)s measures have the key %(key)s.", count=times, key=key)


def _parts_missing(measure: Measure, _plan: Plan, _edition: Edition) -> Iterator[Sentence]:
    if not measure.title:
        yield say("%(key)s has no title.", key=measure.key)
    if not measure.steps:
        yield say("%(key)s has no steps.", key=measure.key)
    if not measure.lead:
        yield say("%(key)s has no lead unit.", key=measure.key)
    if measure.period is None:
        yield say("%(key)s does not say from which month to which it runs.", key=measure.key)
    if not measure.follow_up:
        yield say("%(key)s does not say how it is followed up.", key=measure.key)


def _unknown_codes(measure: Measure, _plan: Plan, edition: Edition) -> Iterator[Sentence]:
    for name in measure.answers:
        if not is_known(key_of(name), edition):
            yield say(
                "%(key)s answers %(code)s, which is not in %(edition)s.",
                key=measure.key,
                code=name,
                edition=edition.title,
            )


def _unknown_cures(plan: Plan, edition: Edition | None) -> Iterator[Sentence]:
    if edition is None:
        return
    for measure in plan.measures:
        for name in measure.cures:
            if not is_known(key_of(name), edition):
                yield say(
                    "%(key)s brings %(code)s in order, which is not in %(edition)s.",
                    key=measure.key,
                    code=name,
                    edition=edition.title,
                )


def is_known(key: Key, edition: Edition) -> bool:
    """Test if an edition has a code, and the part of it that is named."""
    code, part = key
    if part is None:
        return code == TOTAL or code in edition.ancestors
    line = (code, *edition.ancestors.get(code, ()))
    return any(
        each.key in line and part in {known.key for known in each.parts}
        for each in edition.instruments
    )


def _wrong_period(measure: Measure, plan: Plan, _edition: Edition) -> Iterator[Sentence]:
    if measure.period is None:
        return
    start, end = measure.period
    if end < start:
        yield say(
            "%(key)s ends in %(end)s, before it starts in %(start)s.",
            key=measure.key,
            start=short_month(start),
            end=short_month(end),
        )
    for month in dict.fromkeys(measure.period):
        if fiscal_year_of(month) != plan.plan_year:
            yield say(
                "%(key)s: %(month)s is not in the fiscal year %(plan_year)s.",
                key=measure.key,
                month=short_month(month),
                plan_year=plan.plan_year,
            )


_RULES: tuple[Callable[[Measure, Plan, Edition], Iterator[Sentence]], ...] = (
    _parts_missing,
    _unknown_codes,
    _wrong_period,
)
