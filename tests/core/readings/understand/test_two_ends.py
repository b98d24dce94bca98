from __future__ import annotations

import pytest

from prongsai.core.measures.month import Month
from prongsai.core.readings.model import Certainty
from tests.factories.sources import ABOVE, read

HEADINGS = ["มาตรการ", "วันที่เริ่มต้น", "วันที่สิ้นสุด"]
SPAN = (Month(2566, 10), Month(2566, 12))


@pytest.mark.parametrize(
    ("start", "end"),
    [("ต.ค. 66", "ธ.ค. 66"), ("ต.ค.", "ธ.ค. ๖๖"), ("1 ต.ค. 2566", "31 ธ.ค. 2566")],
)
def test_two_columns_give_the_ends_of_a_period(start: str, end: str) -> None:
    (measure,) = read([HEADINGS, ["1. จัดทำประกาศ", start, end]]).measures

    assert measure.period is not None
    assert (measure.period.value, measure.period.certainty) == (SPAN, Certainty.SURE)
    assert measure.asked == {"title", "period"}


@pytest.mark.parametrize(("start", "end"), [("ต.ค. 66", ""), ("", "ต.ค. 66")])
def test_a_period_of_which_one_end_is_missing_is_asked(start: str, end: str) -> None:
    (measure,) = read([HEADINGS, ["1. จัดทำประกาศ", start, end]]).measures

    assert measure.period is not None
    assert measure.period.certainty is Certainty.ASK


def test_ends_merged_over_rows_are_those_of_each() -> None:
    rows = [["1. จัดทำประกาศ", "ต.ค. 66", "ธ.ค. 66"], ["2. จัดอบรม", ABOVE, ABOVE]]

    periods = [measure.period for measure in read([HEADINGS, *rows]).measures]

    assert [said.value for said in periods if said] == [SPAN, SPAN]


def test_a_cell_with_the_whole_period_stands_above_its_ends() -> None:
    headings = ["มาตรการ", "ระยะเวลา", "เริ่มต้น", "สิ้นสุด"]
    (measure,) = read([headings, ["1. ก", "ต.ค. - ธ.ค. 66", "ต.ค. 66", ""]]).measures

    assert measure.period is not None
    assert (measure.period.value, measure.period.certainty) == (SPAN, Certainty.SURE)


def test_ends_left_blank_are_no_period() -> None:
    (measure,) = read([HEADINGS, ["1. จัดทำประกาศ", "", ""]]).measures

    assert measure.period is None
