"""All rules together."""

from __future__ import annotations

from prongsai.core.checks import RULES, check
from prongsai.core.checks.model import Severity
from tests.factories.subjects import passages, scores, subject


def test_what_must_be_mended_comes_first() -> None:
    of = subject(
        2566,
        passages=passages("www.a.go.th และ www.b.go.th", "ประชุมวันที่ 31 เมษายน 2566"),
        scores=scores("10 71.25, 10 100"),
    )
    assert [(each.rule, each.severity) for each in check(of)] == [
        ("impossible_date", Severity.MUST),
        ("two_values_for_score", Severity.MUST),
        ("other_agencys_address", Severity.LOOK),
        ("other_agencys_address", Severity.LOOK),
    ]


def test_an_empty_document_has_no_problem() -> None:
    assert check(subject()) == ()


def test_rules_are_listed_by_their_file_names() -> None:
    names = [rule.__name__ for rule in RULES]
    assert names == sorted(names)
    assert [rule.__module__.rpartition(".")[2] for rule in RULES] == names
