"""What a row promises and what it reports are of one year."""

from __future__ import annotations

import pytest

from prongsai.core.checks.years_of_one_thing import years_of_one_thing
from tests.factories.subjects import row, subject, told

PLAN = "รายงานความก้าวหน้าตามแผนการดำเนินงาน ประจำปีฯ"


def test_a_report_of_another_year_than_promised_is_worth_a_look() -> None:
    texts = row(steps=f"๒. {PLAN} ๖๘", output=f"๒. {PLAN} ๖๗ แล้ว และ{PLAN} ๖๗")
    assert told(years_of_one_thing, subject(passages=texts)) == [
        (
            "look_at: “…ยงานความก้าวหน้าตามแผนการดำเนินงาน ประจำ” is of the year 2568 in the"
            " method and of 2567 in the report."
            " Write the same year in both columns, or say why it is another."
        )
    ]


@pytest.mark.parametrize(
    ("steps", "output"),
    [
        (f"{PLAN} ๖๘", f"{PLAN} 2568"),
        (f"{PLAN} ๖๗ และ {PLAN} ๖๘", f"{PLAN} ๖๗"),
        (f"{PLAN} ๖๘", "รายงานผลการจัดซื้อจัดจ้างของหน่วยงาน ประจำปีฯ ๖๗"),
        ("แผนปี 2568", "แผนปี 2567"),
        (PLAN, f"{PLAN} ๖๗"),
    ],
)
def test_the_same_year_and_another_thing_are_not_told(steps: str, output: str) -> None:
    assert told(years_of_one_thing, subject(passages=row(steps=steps, output=output))) == []


def test_a_short_beginning_is_shown_whole() -> None:
    begin = "แผนปฏิบัติการป้องกันการทุจริต"
    texts = row(steps=f"{begin} ปี 2568", output=f"{begin} ปี 2567")
    (found,) = told(years_of_one_thing, subject(passages=texts))
    assert found.startswith(f"look_at: “{begin}” is of the year 2568")


def test_rows_are_not_held_against_each_other() -> None:
    texts = (*row(1, steps=f"{PLAN} ๖๘"), *row(2, output=f"{PLAN} ๖๗", title=f"{PLAN} ๖๖"))
    assert told(years_of_one_thing, subject(passages=texts)) == []
