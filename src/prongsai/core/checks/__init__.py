"""Checked before printing (ตรวจก่อนพิมพ์): one rule a file, listed in RULES.

A rule that is wrong costs trust: it says MUST only of what is wrong whatever was meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.core.checks.action_outside_year import action_outside_year
from prongsai.core.checks.action_without_date import action_without_date
from prongsai.core.checks.done_without_proof import done_without_proof
from prongsai.core.checks.measure_incomplete import measure_incomplete
from prongsai.core.checks.model import Problem, Rule, Severity, Subject
from prongsai.core.checks.not_done_reported_done import not_done_reported_done
from prongsai.core.checks.outcome_repeats_output import outcome_repeats_output
from prongsai.core.checks.period_outside_plan_year import period_outside_plan_year
from prongsai.core.checks.state_contradicts_dates import state_contradicts_dates
from prongsai.core.checks.state_not_said import state_not_said
from prongsai.core.checks.weak_without_measure import weak_without_measure

RULES: tuple[Rule, ...] = (
    action_outside_year,
    action_without_date,
    done_without_proof,
    measure_incomplete,
    not_done_reported_done,
    outcome_repeats_output,
    period_outside_plan_year,
    state_contradicts_dates,
    state_not_said,
    weak_without_measure,
)


def check(subject: Subject) -> tuple[Problem, ...]:
    """Return what every rule finds: what must be mended first, then in the order of the rules."""
    found = [problem for rule in RULES for problem in rule(subject)]
    return tuple(sorted(found, key=lambda problem: problem.severity is Severity.LOOK))


def must_mend(problems: Iterable[Problem]) -> bool:
    """Tell whether anything is wrong whatever was meant: then the document is a draft."""
    return any(problem.severity is Severity.MUST for problem in problems)
