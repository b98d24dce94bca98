"""Headings that are months or quarters of a fiscal year, and those that are not."""

from __future__ import annotations

import pytest

from prongsai.core.readings.times import Time, time_of


@pytest.mark.parametrize(
    ("heading", "first", "last", "year"),
    [
        ("ต.ค.", 0, 0, None),
        ("ตุลาคม", 0, 0, None),
        ("ต.ค.๖๖", 0, 0, 2567),
        ("ก.ย. 2567", 11, 11, 2567),
        ("เดือนมกราคม พ.ศ. 2567", 3, 3, 2567),
        ("มิ.ย", 8, 8, None),
        ("ไตรมาสที่ ๒", 3, 5, None),
        ("q4", 9, 11, None),
        ("ไตรมาส 1/2567", 0, 2, 2567),
        ("ไตรมาส 1 (ต.ค. 66 - ธ.ค. 66)", 0, 2, 2567),
        ("ไตรมาส 2\nม.ค. - มี.ค. 2567", 3, 5, 2567),
        ("ไตรมาส 3 (เม.ย.-มิ.ย.)", 6, 8, None),
    ],
)
def test_months_and_quarters_are_counted_from_october(
    heading: str, first: int, last: int, year: int | None
) -> None:
    assert time_of(heading) == Time(first, last, year)


@pytest.mark.parametrize(
    "heading",
    [
        *("", "ไตรมาส", "ไตรมาส 5", "ไตรมาส 12", "ไตรมาสที่ 2 / ไตรมาสที่ 4", "ระยะเวลา", "คะแนน 66"),
        *("ต.ค. - ธ.ค.", "ไตรมาสที่ 1 ผลการดำเนินงาน", "2567", "ต.ค. " * 20),
    ],
)
def test_other_headings_are_no_time(heading: str) -> None:
    assert time_of(heading) is None
