from __future__ import annotations

import pytest

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty
from tests.factories.sources import read

RESULTS = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"
HEADINGS = ["มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("ตลอดปีงบประมาณ", Month(2567, 10), Month(2568, 9)),
        ("ไตรมาส ๒", Month(2568, 1), Month(2568, 3)),
        ("ครึ่งปีหลัง", Month(2568, 4), Month(2568, 9)),
        ("รอบ 6 เดือนแรก", Month(2567, 10), Month(2568, 3)),
    ],
)
def test_a_period_without_a_year_is_asked_for_the_year_after_the_results(
    words: str, first: Month, last: Month
) -> None:
    (measure,) = read(RESULTS, [HEADINGS, ["อบรม", "กองคลัง", words]]).measures

    assert measure.period is not None
    assert (measure.period.value, measure.period.certainty) == ((first, last), Certainty.ASK)


def test_a_period_with_its_year_is_not_asked() -> None:
    (measure,) = read(RESULTS, [HEADINGS, ["อบรม", "กองคลัง", "มี.ค. 2568"]]).measures

    assert measure.period is not None
    assert measure.period.certainty is Certainty.SURE


def test_columns_of_months_are_asked_too() -> None:
    months = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค."]
    (measure,) = read(RESULTS, [["มาตรการ", *months], ["อบรม", "", "/", "/", ""]]).measures

    assert measure.period is not None
    assert measure.period.value == (Month(2567, 11), Month(2567, 12))
    assert measure.period.certainty is Certainty.ASK


def test_without_any_year_no_period_is_made_up() -> None:
    (measure,) = read([HEADINGS, ["อบรม", "กองคลัง", "ไตรมาส ๒"]]).measures

    assert measure.period is None
