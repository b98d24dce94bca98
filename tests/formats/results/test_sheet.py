from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Certainty, Place
from prongsai.formats.editions import load_edition
from prongsai.formats.results.found import Found
from prongsai.formats.results.sheet import sheet_in

EDITION = load_edition("nacc-2567")


def read(text: str) -> Found:
    found = sheet_in(text.encode(), EDITION)
    assert found is not None
    return found


def told(found: Found) -> list[tuple[str, str, Certainty, str]]:
    return [
        (each.value.code, str(each.value.score), each.certainty, str(each.why or ""))
        for each in found.reading.scores
    ]


def test_rows_are_sure_with_their_cells_weak_ones_and_notes() -> None:
    found = read("code,part,score,flag,note\ne3,public,๙๐.๕,weak,ดู\no1,,100,,\n")
    assert told(found) == [("e3", "90.5", Certainty.SURE, ""), ("o1", "100", Certainty.SURE, "")]
    assert [each.place for each in found.reading.scores] == [
        Place(row=2, column="C2"),
        Place(row=3, column="C3"),
    ]
    assert [each.value for each in found.reading.weak] == ["e3/public"]
    assert (found.notes, found.is_sheet) == ((("e3/public", "ดู"),), True)


def test_what_a_person_can_mend_is_asked() -> None:
    assert told(read("code,score\no99,100\n1,101\n2,1.1234567\n2,-80\n2,80\n")) == [
        ("o99", "100", Certainty.ASK, "There is no o99 in ITA of fiscal year 2567."),
        ("1", "101", Certainty.ASK, "101 is not from 0 to 100."),
        ("2", "1.1234567", Certainty.ASK, "1.1234567 has more than 6 decimals."),
        ("2", "-80", Certainty.ASK, "-80 is not from 0 to 100."),
        ("2", "80", Certainty.SURE, ""),
    ]


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        ("1,abc,", "row 2 › column score: abc is not a number."),
        ('1,"84,5",', "row 2 › column score: The comma in 84,5 can be a decimal point"),
        ("1,90,maybe", "row 2 › column flag: maybe is not a flag."),
        ("1,,", "No score is filled in."),
    ],
)
def test_what_nobody_can_be_asked_about_is_refused_with_its_place(row: str, refusal: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(f"code,score,flag\n{row}\n")
    assert str(refused.value).startswith(refusal)


def test_all_that_is_wrong_with_a_refused_file_is_told_at_once_row_after_row() -> None:
    with pytest.raises(Refusal) as refused:
        read("code,score\no99,100\n1,ก\n2,101\n3,80\n4,ข\n")
    told = str(refused.value).splitlines()
    assert [line.partition(":")[0] for line in told if line.startswith("row")] == [
        "row 2 › column code",
        "row 3 › column score",
        "row 4 › column score",
        "row 6 › column score",
    ]


@pytest.mark.parametrize("text", ["รายงานผล\n", "code,score,ปี 2566\n1,90,80\n", "\x00"])
def test_what_is_headed_otherwise_is_no_result_sheet(text: str) -> None:
    assert sheet_in(text.encode(), EDITION) is None


def test_a_score_of_nothing_known_is_no_number_beyond_reason() -> None:
    with pytest.raises(Refusal, match="99999 is not from 0 to 100"):
        read("code,score\n1,99999\n")
    assert read("code,score\n1,9999\n").reading.scores[0].value.score == Decimal(9999)
