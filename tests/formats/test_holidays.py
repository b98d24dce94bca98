from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from prongsai.core.errors import Refusals
from prongsai.formats.holidays import known_days, load_holidays, read_holidays

AGAIN = '  - {day: "2569-01-01", name: ซ้ำ, confidence: M}\nopen:'
GOOD = """
year: 2569
days:
  - {day: "2026-01-01", name: วันขึ้นปีใหม่, confidence: M, source: a}
open: [วันวิสาขบูชา]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "2569.yaml"
    path.write_text(text, "utf-8")
    return path


def test_each_year_that_comes_with_prongsai_can_be_read_and_every_reported_day_has_its_source() -> (
    None
):
    years = load_holidays()
    assert [each.year for each in years] == [2569, 2570]
    reported = [day for year in years for day in year.days if day.confidence != "I"]
    assert [day.day for day in reported if not day.source] == []


def test_what_nobody_has_read_is_no_holiday() -> None:
    assert date(2026, 1, 1) in known_days()
    assert {"วันวิสาขบูชา", "วันอาสาฬหบูชา"} <= set(load_holidays()[0].open)


def test_a_recalled_day_would_not_count(tmp_path: Path) -> None:
    (day,) = read_holidays(written(tmp_path, GOOD.replace("M", "R"))).days
    assert day.confidence.is_open


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("2026-01-01", "2027-01-01"), "This day is not of the year 2569."),
        (("2026-01-01", "2026-02-30"), "2026-02-30 is no day."),
        (("open:", '  - {day: "2569-01-01", name: x, confidence: M}\nopen:'), "A day stands here"),
        (("confidence: M", "confidence: X"), "“X” is not known here."),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_place(
    change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    path = written(tmp_path, GOOD.replace(*change))
    with pytest.raises(Refusals) as refused:
        read_holidays(path)
    assert said in refused.value.written({})
    assert refused.value.written({}).startswith("2569.yaml › days")
