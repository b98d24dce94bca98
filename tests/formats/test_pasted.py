from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.results import Key, key_of, name_of
from prongsai.core.sentences import write
from prongsai.formats.editions import load_edition
from prongsai.formats.pasted import Pasted, read_pasted

EDITION = load_edition("nacc-2568")
KEYS: tuple[Key, ...] = (("o1", None), ("o2", None), ("o3", None))
PARTS = tuple(map(key_of, ("i15", "e1", "e1/public", "e1/survey", "e2", "e2/public", "e2/survey")))

WITH_TITLE = """
ผลการประเมิน ปี ๒๕๖๘
ลำดับ	รหัส	รายการ	คะแนน
1	o1	โครงสร้าง	100
2	o2	ผู้บริหาร	50
3	o3	อำนาจหน้าที่	0
"""


def read(text: str, keys: tuple[Key, ...] = KEYS, at: str = "") -> dict[str, str]:
    """Return what is filled, and that all of it fits."""
    found = read_pasted(text, keys, EDITION, key_of(at) if at else None)
    assert found.unfit == ()
    return filled(found)


def filled(found: Pasted) -> dict[str, str]:
    return {
        name_of(key): "" if score is None else str(score) for key, score in found.scores.items()
    }


def unfit(text: str, keys: tuple[Key, ...] = KEYS, at: str = "") -> list[str]:
    """Return why lines did not fit."""
    found = read_pasted(text, keys, EDITION, key_of(at) if at else None)
    return [write(str(each), {}) for each in found.unfit]


def test_codes_with_scores_are_read_as_spreadsheet_programs_copy_them() -> None:
    text = "O1\t100\r\n\r\no2\t\r\nข้อ o3\t๕๐.๕\t\r\n\r\n"
    assert read(text) == {"o1": "100", "o2": "", "o3": "50.5"}


def test_a_column_alone_is_read_in_the_order_of_the_items() -> None:
    assert read("100\n\n0\n") == {"o1": "100", "o2": "", "o3": "0"}


def test_a_column_goes_down_from_the_cell_in_which_it_is_pasted() -> None:
    assert read("100\r\n50\r\n", at="o2") == {"o2": "100", "o3": "50"}
    assert read("88\n\n", PARTS, at="e1/public") == {"e1/public": "88", "e2/public": ""}


def test_a_block_fills_the_parts_side_by_side() -> None:
    whole = {"e1": "90", "e1/public": "88.5", "e1/survey": "91.5", "e2/survey": "70"}
    assert read("90\t88.5\t91.5\n\t\t70", PARTS, at="e1") == {**whole, "e2": "", "e2/public": ""}
    assert read("e1\t90\t88.5\t91.5\ne2/survey\t70", PARTS) == whole


@pytest.mark.parametrize(
    "text",
    [
        "ข้อ\tคะแนน\no1\t100\no2\t50\no3\t0",
        WITH_TITLE,
        'o1\t"โครง\nสร้าง"\t\t100\no2\t"ผู้บริหาร"\t\t50\no3\t"""ก"""\t\t0',
        "คะแนนรวม\n100\n50\n0",
        "โครงสร้าง\t100\nผู้บริหาร\t50\nอำนาจหน้าที่\t0",
    ],
)
def test_headings_numbers_and_names_are_left_out(text: str) -> None:
    assert read(text) == {"o1": "100", "o2": "50", "o3": "0"}


def test_what_was_left_out_as_a_heading_is_told() -> None:
    found = read_pasted("ข้อ\tคะแนน\no1\t100", KEYS, EDITION)
    assert found.headings == ("ข้อ คะแนน",)


def test_an_empty_cell_under_a_heading_keeps_its_place() -> None:
    assert read("คะแนน\n\n50\n0") == {"o1": "", "o2": "50", "o3": "0"}


def test_a_word_that_is_no_heading_keeps_its_place_too() -> None:
    found = read_pasted("n/a\n50\n0", KEYS, EDITION)
    assert filled(found) == {"o2": "50", "o3": "0"}
    assert [write(str(each), {})[:28] for each in found.unfit] == ["line 1: n/a is not a number."]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("o1\t1\nO1\t2", "line 2: o1 stands twice."),
        ("o1\t1\t2", "line 1: The line has more scores than the table has cells for it."),
        ("o1\t1\no99\t2\no2\t3", "line 2: There is no o99"),
        ("9\t50", "line 1: 9 is not asked for here."),
        ("o1\t84,5", "line 1: The comma in 84,5"),
        ("o1\t101", "line 1: 101 is not from 0 to 100."),
    ],
)
def test_a_line_that_does_not_fit_is_told(text: str, why: str) -> None:
    (one,) = unfit(text)
    assert one.startswith(why)


def test_of_a_block_with_a_wrong_line_the_others_are_filled() -> None:
    found = read_pasted("o1\t1\no2\t84,5\no3\t3", KEYS, EDITION)
    assert (filled(found), len(found.unfit)) == ({"o1": "1", "o3": "3"}, 1)


def test_what_stands_below_the_last_cell_is_told() -> None:
    (one,) = unfit("1\n2\n3", at="o2")
    assert one.startswith("line 3: The table ends with o3.")
    (wide,) = unfit("90\t80", at="o3")
    assert wide.startswith("line 1: The line has more scores than the table has cells for it.")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (" \n", "Nothing was pasted."),
        ("100\n50", "2 lines of scores were pasted; the table has 3."),
        ("100\n50\n0\n1", "4 lines of scores were pasted; the table has 3."),
    ],
)
def test_what_nobody_can_place_is_refused(text: str, why: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_pasted(text, KEYS, EDITION)
    assert write(str(caught.value), {}).startswith(why)


def test_empty_lines_below_a_whole_column_are_passed_over() -> None:
    assert read("100\n50\n0\n\n\n") == {"o1": "100", "o2": "50", "o3": "0"}


def test_a_year_of_88_items_is_one_column() -> None:
    old = load_edition("nacc-2566")
    keys = [(code, None) for code in old.items]
    found = read_pasted("\n".join(["100"] * 88), keys, old)
    assert (len(found.scores), found.unfit) == (88, ())
