"""Checked before printing (ตรวจก่อนพิมพ์): one rule a file, listed in RULES.

A rule that is wrong costs trust: it says MUST only of what is wrong whatever was meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.core.checks.model import Problem, Rule, Severity, Subject

RULES: tuple[Rule, ...] = ()


def check(subject: Subject) -> tuple[Problem, ...]:
    """Return what every rule finds: what must be mended first, then in the order of the rules."""
    found = [problem for rule in RULES for problem in rule(subject)]
    return tuple(sorted(found, key=lambda problem: problem.severity is Severity.LOOK))


def must_mend(problems: Iterable[Problem]) -> bool:
    """Tell whether anything is wrong whatever was meant: then the document is a draft."""
    return any(problem.severity is Severity.MUST for problem in problems)
