from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.results import Key
from prongsai.core.sentences import write
from prongsai.formats.editions import load_edition
from prongsai.formats.pasted import read_pasted

EDITION = load_edition("nacc-2568")
KEYS: tuple[Key, ...] = (("o1", None), ("o2", None), ("o3", None))


def test_codes_with_scores_are_read_as_spreadsheet_programs_copy_them() -> None:
    assert read_pasted("O1\t100\r\n\r\no2\t\r\nข้อ o3\t๕๐.๕\t\r\n\r\n", KEYS, EDITION) == {
        ("o1", None): Decimal(100),
        ("o2", None): None,
        ("o3", None): Decimal("50.5"),
    }


def test_a_column_alone_is_read_in_the_order_of_the_items() -> None:
    assert read_pasted("100\n\n0\n", KEYS, EDITION) == {
        ("o1", None): Decimal(100),
        ("o2", None): None,
        ("o3", None): Decimal(0),
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (" \n", "Nothing was pasted."),
        ("100\n50", "One column of 2 lines was pasted; there are 3 items."),
        ("o1\t1\nO1\t2", "line 2: o1 stands twice."),
        ("o1\t1\t2", "line 1: The line has more than a code and a score."),
        ("o1\t1\no99\t101", "line 2: There is no o99"),
        ("9\t50", "line 1: 9 is not asked for here."),
        ("o1\t84,5", "line 1: The comma in 84,5"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, why: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_pasted(text, KEYS, EDITION)
    assert write(str(caught.value), {}).startswith(why)


def test_all_that_is_wrong_is_told_up_to_twenty_lines() -> None:
    lines = [f"o1\t{number}" for number in range(200, 225)]
    with pytest.raises(Refusal) as caught:
        read_pasted("\n".join(lines), KEYS, EDITION)
    assert len(str(caught.value).splitlines()) == 20
