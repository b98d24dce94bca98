"""The stated level is one that the scores reach."""

from __future__ import annotations

import pytest

from prongsai.core.checks.wrong_level import wrong_level
from tests.factories.subjects import said, scores, subject, told

PARTS = "IIT 91.80, EIT/public 90, EIT/survey 88, EIT 88.23, OIT 84.38, total 87.76"


def levels(*names: str) -> tuple[object, ...]:
    return tuple(said(name) for name in names)


def test_a_level_out_of_reach_must_be_mended() -> None:
    of = subject(2566, scores=scores(PARTS), levels=levels("ผ่านดี"))
    assert told(wrong_level, of) == [
        "must_mend: The scores do not give the level “ผ่านดี”. They give Pass."
    ]


def test_what_rests_on_facts_that_nobody_has_read_is_worth_a_look() -> None:
    of = subject(2569, scores=scores("total 60"), levels=levels("ผ่าน"))
    assert [each.severity.value for each in wrong_level(of)] == ["look_at"]


def test_a_level_of_other_years_is_worth_a_look() -> None:
    of = subject(2566, scores=scores(PARTS), levels=levels("B"))
    assert [(each.severity.value, str(each.what)) for each in wrong_level(of)] == [
        ("look_at", "The level “B” is none of ITA of fiscal year 2566.")
    ]


@pytest.mark.parametrize(
    ("year", "stated", "named"),
    [
        (2566, PARTS, ("ผ่าน",)),
        (2566, "total 87.76", ("ผ่านดี",)),
        (2566, PARTS, ("ผ่าน", "B")),
        (2566, PARTS, ("ผ่านดี", "ผ่าน")),
        (2565, "total 82.84", ("B",)),
        (2566, "", ("ผ่านดีเยี่ยม",)),
        (2566, PARTS, ()),
        (None, "", ("ผ่าน",)),
    ],
)
def test_a_level_within_reach_is_not_told(
    year: int | None, stated: str, named: tuple[str, ...]
) -> None:
    of = subject(year, scores=scores(stated), levels=levels(*named))
    assert told(wrong_level, of) == []
