"""All findings of a result: what is weak first, and there what would gain the total most."""

from __future__ import annotations

from prongsai.core.findings import RULES, find
from tests.factories.sheets import card_of, na_khok, na_thong, told

LOST = "the item got 0: not published, or not with all that is required"
NAMED = "named by the assessor as a point to improve"
HELD = (
    "84.38 is under the 85 that the level Pass, good asks of it, although the total 87.76 is enough"
)
NA_THONG = [
    (
        "holds_level_down",
        "OIT",
        "weak",
        HELD,
    ),
    ("below_pass_mark", "10", "weak", "71.25 is under the pass mark of 85"),
    ("oit_item_at_zero", "o40", "weak", LOST),
    ("named_weak", "o40", "weak", NAMED),
    ("below_pass_mark", "6", "weak", "84.87 is under the pass mark of 85"),
    *(("oit_item_at_zero", code, "weak", LOST) for code in ("o35", "o36", "o37")),
    *(("named_weak", code, "weak", NAMED) for code in ("o35", "o36", "o37")),
    ("oit_item_at_zero", "o13", "weak", LOST),
    ("named_weak", "o13", "weak", NAMED),
    *(("named_weak", code, "weak", NAMED) for code in ("i7", "i8", "i13", "i19", "i20")),
    ("named_weak", "e3/public", "weak", NAMED),
    *(("named_weak", f"{e}/survey", "weak", NAMED) for e in ("e1", "e2", "e3", "e11", "e12")),
]
NA_KHOK_WEAK = [
    ("8", "81.18"), ("e14", "77.62"), ("i12", "59.71"), ("e6", "79.86"), ("e15", "80.32"),
    ("e12", "81.16"), ("e7", "82.11"), ("i26", "65.00"), ("i7", "65.63"), ("e11", "83.00"),
    ("i29", "66.70"), ("i20", "66.73"), ("e10", "83.78"), ("e13", "83.78"), ("i28", "67.82"),
    ("i21", "72.30"), ("i30", "74.58"), ("i23", "75.60"), ("i2", "76.73"), ("i14", "76.77"),
    ("i24", "77.87"), ("i3", "78.14"), ("i13", "80.10"), ("i25", "82.30"), ("i8", "83.43"),
    ("i11", "84.50"),
]  # fmt: skip
NA_KHOK_NAMED = ("o1", "o2", "o11", "o16", "o21", "o23", "o24", "o28", "o36", "o37")


def test_the_findings_of_na_thong() -> None:
    assert [told(each) for each in find(na_thong())] == NA_THONG


def test_the_findings_of_na_khok() -> None:
    assert [told(each) for each in find(na_khok())] == [
        *(
            ("below_pass_mark", code, "weak", f"{score} is under the pass mark of 85")
            for code, score in NA_KHOK_WEAK
        ),
        *(("named_weak", code, "weak", NAMED) for code in NA_KHOK_NAMED),
        (
            "does_not_fit_respondents",
            "e6",
            "look",
            "79.86 cannot come from 37 respondents, whom the other items of the survey share",
        ),
    ]


def test_nothing_is_found_where_nothing_is_weak() -> None:
    assert find(card_of("nacc-2566", "IIT 90, EIT 90, OIT 90")) == ()


def test_what_is_only_worth_a_look_comes_after_what_is_weak() -> None:
    now = card_of("nacc-2566", "IIT 86, 6 84.99, OIT 86, 9 90, 10 90")
    before = card_of("nacc-2564", "IIT 90, 6 84.99")

    found = [(each.rule, each.name) for each in find(now, before)]

    assert found == [("below_pass_mark", "6"), ("stated_differs", "OIT"), ("fell", "IIT")]


def test_a_weak_score_that_is_worth_nothing_known_comes_after_the_others() -> None:
    card = card_of("nacc-2566", "e3/public 10, i1 84.99")

    assert [each.name for each in find(card)] == ["i1", "e3/public"]


def test_each_rule_has_the_name_of_its_file() -> None:
    assert [rule.__module__ for rule in RULES] == [
        f"prongsai.core.findings.{rule.__name__}" for rule in RULES
    ]
