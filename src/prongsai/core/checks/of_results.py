"""What is checked of results alone: of a document only its scores and levels need be known."""

from __future__ import annotations

from prongsai.core.checks.model import Problem, Rule, Severity, Subject
from prongsai.core.checks.two_values_for_score import two_values_for_score
from prongsai.core.checks.wrong_level import wrong_level
from prongsai.core.checks.wrong_total import wrong_total

RULES: tuple[Rule, ...] = (two_values_for_score, wrong_total, wrong_level)


def check_results(subject: Subject) -> tuple[Problem, ...]:
    """Return what these rules find: what must be mended first, then in their order."""
    found = [problem for rule in RULES for problem in rule(subject)]
    return tuple(sorted(found, key=lambda problem: problem.severity is Severity.LOOK))
