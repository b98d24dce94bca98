"""What an office writes under the quarters of a year is what was done, and no period."""

from __future__ import annotations

from prongsai.core.readings.model import ReadMeasure
from tests.factories.sources import read

TITLE = "รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. 2567"
QUARTERS = ["ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"]


def measure(*cells: str, heads: tuple[str, ...] = ()) -> ReadMeasure:
    rows = [["มาตรการ", "ผู้รับผิดชอบ", *QUARTERS, *heads], ["อบรม", "กองคลัง", *cells]]
    (found,) = read(TITLE, rows).measures
    return found


def output(found: ReadMeasure) -> list[str]:
    return [said.value for said in found.output]


def test_each_quarter_that_tells_of_work_is_a_point_of_the_output() -> None:
    found = measure("ประชุมแล้ว", "-", "อบรม 30 คน", "สรุปผลแล้วเสร็จ")

    assert output(found) == ["ไตรมาส 1: ประชุมแล้ว", "ไตรมาส 3: อบรม 30 คน", "ไตรมาส 4: สรุปผลแล้วเสร็จ"]
    assert found.period is None
    assert "period" not in found.asked


def test_words_that_say_what_will_be_done_are_still_a_period() -> None:
    found = measure("ประชุม", "อบรม", "", "")

    assert output(found) == []
    assert found.period is not None
    assert found.period.value[1].month == 3


def test_an_output_of_its_own_column_stays() -> None:
    found = measure("ประชุมแล้ว", "อบรมแล้ว", "", "", "มีผู้ผ่าน 30 คน", heads=("ผลผลิต",))

    assert output(found) == ["มีผู้ผ่าน 30 คน"]
