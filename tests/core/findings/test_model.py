"""A finding is called by its place."""

from __future__ import annotations

from prongsai.core.findings.model import Finding, Severity
from prongsai.core.sentences import say


def test_a_finding_is_called_by_code_and_part() -> None:
    places = (("o35", None), ("e3", "public"), ("total", None))
    found = [
        Finding(rule="fell", code=code, part=part, severity=Severity.LOOK, reason=say("why"))
        for code, part in places
    ]

    assert [each.name for each in found] == ["o35", "e3/public", "total"]
