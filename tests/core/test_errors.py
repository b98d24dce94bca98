"""A refusal says where, what and what to do, in the reader's language."""

from __future__ import annotations

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.sentences import say

THAI = {
    "row %(number)s": "แถวที่ %(number)s",
    "The score is missing.": "ไม่มีคะแนน",
    "Give one.": "ระบุคะแนน",
}


def refusal(number: int = 2) -> Refusal:
    return Refusal(
        say("The score is missing."),
        fix=say("Give one."),
        where=("result.csv", say("row %(number)s", number=number)),
    )


def test_a_refusal_is_one_line() -> None:
    assert str(refusal()) == "result.csv › row 2: The score is missing. Give one."


def test_a_refusal_is_written_in_the_language_of_the_reader() -> None:
    assert refusal().written(THAI) == "result.csv › แถวที่ 2: ไม่มีคะแนน ระบุคะแนน"


def test_a_refusal_may_have_no_place_and_no_advice() -> None:
    made = Refusal(say("The score is missing."))

    assert (str(made), made.fix, made.where) == ("The score is missing.", None, ())


def test_a_refusal_within_a_file_has_a_longer_way_to_its_place() -> None:
    inner = refusal()

    outer = inner.within("folder", say("row %(number)s", number=1))

    assert str(outer) == "folder › row 1 › result.csv › row 2: The score is missing. Give one."
    assert str(inner) == "result.csv › row 2: The score is missing. Give one."


def test_several_refusals_are_written_one_a_line_in_their_order() -> None:
    several = Refusals([refusal(2), refusal(5)])

    assert str(several).splitlines() == [
        "result.csv › row 2: The score is missing. Give one.",
        "result.csv › row 5: The score is missing. Give one.",
    ]


def test_several_refusals_read_as_their_first() -> None:
    first = refusal(2)

    several = Refusals([first, refusal(5)])

    assert isinstance(several, Refusal)
    assert (several.what, several.fix, several.where) == (first.what, first.fix, first.where)


def test_several_refusals_move_together() -> None:
    outer = Refusals([refusal(2), refusal(5)]).within("folder")

    assert isinstance(outer, Refusals)
    assert [each.where[:2] for each in outer.parts] == [("folder", "result.csv")] * 2
