from __future__ import annotations

from prongsai.core.readings.side_by_side import side_by_side
from tests.factories.sources import read, source, tables

PAIR = ["ข้อ", "คะแนน"]


def test_headings_that_come_again_stand_over_tables_of_their_own() -> None:
    made = source([[*PAIR, "", *PAIR], ["i1", "96", "", "i16", "85"], ["i2", "80", "", "", ""]])

    assert tables(made) == [
        (("ข้อ", "คะแนน", ""), [["i1", "96", ""], ["i2", "80", ""]]),
        (("ข้อ", "คะแนน"), [["i16", "85"]]),
    ]


def test_columns_without_a_score_or_a_name_for_each_are_one_table() -> None:
    assert side_by_side(()) == [slice(0, 0)]
    assert side_by_side(("score", "item", "score")) == [slice(0, 3)]
    assert side_by_side(("item", "owner", "item", "owner")) == [slice(0, 4)]
    assert side_by_side(("item", "score", "item", "level")) == [slice(0, 4)]


def test_a_row_above_the_headings_says_which_survey_each_table_is_of() -> None:
    rows = [[*PAIR, *PAIR], ["1", "96", "1", "85"], ["2", "80", "", ""]]
    once, again = ["แบบวัด IIT", "", "แบบวัด EIT", ""], [*["แบบวัด IIT"] * 2, *["แบบวัด EIT"] * 2]

    for above in (once, again):
        found = [(each.value.code, str(each.value.score)) for each in read([above, *rows]).scores]
        assert found == [("i1", "96"), ("i2", "80"), ("e1", "85")]
