"""Checked before printing (ตรวจก่อนพิมพ์): one rule a file, listed in RULES.

A rule that is wrong costs trust: it says MUST only of what is wrong whatever was meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.core.checks.action_outside_year import action_outside_year
from prongsai.core.checks.action_without_date import action_without_date
from prongsai.core.checks.blank_date import blank_date
from prongsai.core.checks.blank_year import blank_year
from prongsai.core.checks.citation_of_another_year import citation_of_another_year
from prongsai.core.checks.code_of_another_duty import code_of_another_duty
from prongsai.core.checks.code_twice import code_twice
from prongsai.core.checks.date_outside_year import date_outside_year
from prongsai.core.checks.done_without_proof import done_without_proof
from prongsai.core.checks.full_marks_that_are_not import full_marks_that_are_not
from prongsai.core.checks.impossible_date import impossible_date
from prongsai.core.checks.indicator_renamed import indicator_renamed
from prongsai.core.checks.instrument_misnamed import instrument_misnamed
from prongsai.core.checks.keep_below_mark import keep_below_mark
from prongsai.core.checks.measure_incomplete import measure_incomplete
from prongsai.core.checks.model import Problem, Rule, Severity, Subject
from prongsai.core.checks.not_done_reported_done import not_done_reported_done
from prongsai.core.checks.numbering_broken import numbering_broken
from prongsai.core.checks.odd_marks import odd_marks
from prongsai.core.checks.other_agencys_address import other_agencys_address
from prongsai.core.checks.outcome_repeats_output import outcome_repeats_output
from prongsai.core.checks.period_backwards import period_backwards
from prongsai.core.checks.period_outside_year import period_outside_year
from prongsai.core.checks.points_called_per_cent import points_called_per_cent
from prongsai.core.checks.state_contradicts_dates import state_contradicts_dates
from prongsai.core.checks.state_not_said import state_not_said
from prongsai.core.checks.two_names import two_names
from prongsai.core.checks.two_values_for_score import two_values_for_score
from prongsai.core.checks.unknown_code import unknown_code
from prongsai.core.checks.weak_without_measure import weak_without_measure
from prongsai.core.checks.wrong_difference import wrong_difference
from prongsai.core.checks.wrong_indicator import wrong_indicator
from prongsai.core.checks.wrong_level import wrong_level
from prongsai.core.checks.wrong_rank import wrong_rank
from prongsai.core.checks.wrong_total import wrong_total
from prongsai.core.checks.years_mixed import years_mixed
from prongsai.core.checks.years_of_one_thing import years_of_one_thing
from prongsai.core.checks.zero_for_letter import zero_for_letter

RULES: tuple[Rule, ...] = (
    action_outside_year,
    action_without_date,
    blank_date,
    blank_year,
    citation_of_another_year,
    code_of_another_duty,
    code_twice,
    date_outside_year,
    done_without_proof,
    full_marks_that_are_not,
    impossible_date,
    indicator_renamed,
    instrument_misnamed,
    keep_below_mark,
    measure_incomplete,
    not_done_reported_done,
    numbering_broken,
    odd_marks,
    other_agencys_address,
    outcome_repeats_output,
    period_backwards,
    period_outside_year,
    points_called_per_cent,
    state_contradicts_dates,
    state_not_said,
    two_names,
    two_values_for_score,
    unknown_code,
    weak_without_measure,
    wrong_difference,
    wrong_indicator,
    wrong_level,
    wrong_rank,
    wrong_total,
    years_mixed,
    years_of_one_thing,
    zero_for_letter,
)


def check(subject: Subject) -> tuple[Problem, ...]:
    """Return what every rule finds: what must be mended first, then in the order of the rules."""
    found = [problem for rule in RULES for problem in rule(subject)]
    return tuple(sorted(found, key=lambda problem: problem.severity is Severity.LOOK))


def must_mend(problems: Iterable[Problem]) -> bool:
    """Tell whether anything is wrong whatever was meant: then the document is a draft."""
    return any(problem.severity is Severity.MUST for problem in problems)
