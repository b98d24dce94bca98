"""What did not reach the mark is not kept as it is."""

from __future__ import annotations

import pytest

from prongsai.core.checks.keep_below_mark import keep_below_mark
from tests.factories.subjects import said, scores, subject, told


def test_a_score_below_the_mark_must_not_be_kept() -> None:
    of = subject(2566, scores=scores("6 84.87"), keep=(said("6"), said("6")))
    assert told(keep_below_mark, of) == [
        (
            "must_mend: 6 is to be kept as it is, but its 84.87 is below 85."
            " List it among what must be improved, with a measure, or correct the score."
        )
    ]


def test_of_two_scores_a_person_must_say_which_is_right() -> None:
    of = subject(2566, scores=scores("6 84.87, 6 93.17"), keep=(said("6"),))
    assert [each.severity.value for each in keep_below_mark(of)] == ["look_at"]


@pytest.mark.parametrize(
    ("year", "stated", "kept"),
    [(2566, "6 85", "6"), (2566, "6 84.87", "7"), (2566, "", "6"), (None, "6 20", "6")],
)
def test_what_reached_it_or_is_not_known_may_be_kept(
    year: int | None, stated: str, kept: str
) -> None:
    of = subject(year, scores=scores(stated), keep=(said(kept),))
    assert told(keep_below_mark, of) == []
