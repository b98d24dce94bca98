"""All rules together: what must be mended comes first."""

from __future__ import annotations

from prongsai.core.checks import RULES, check, must_mend
from prongsai.core.tracking import State
from tests.factories.reported import actions, reported, row, subject


def test_what_must_be_mended_comes_first() -> None:
    found = check(subject(reported(None, actions=actions("หารือ"))))

    assert [each.rule for each in found] == ["state_not_said", "action_without_date"]
    assert must_mend(found)


def test_what_is_only_to_be_looked_at_may_be_printed() -> None:
    found = check(subject(reported(State.IN_PROGRESS, actions=actions("หารือ"))))

    assert [each.rule for each in found] == ["action_without_date"]
    assert not must_mend(found)


def test_a_document_in_order_has_no_problem() -> None:
    assert check(subject(row())) == ()


def test_rules_stand_in_the_order_of_their_names() -> None:
    names = [rule.__name__ for rule in RULES]

    assert names == sorted(names)
