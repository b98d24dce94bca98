"""The results of one year are answered in the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.years_mixed import years_mixed
from prongsai.core.thai.numerals import to_thai_digits
from tests.factories.subjects import measure, of_texts, passages, subject, told

ANSWERS = "ได้วิเคราะห์ผลการประเมิน ITA ปีงบประมาณ {} และกำหนดมาตรการ ในปีงบประมาณ พ.ศ. {}"


@pytest.mark.parametrize(("result", "plan"), [("2568", "2568"), ("๒๕๖๘", "๒๕๖๗")])
def test_measures_cannot_answer_results_of_their_own_year(result: str, plan: str) -> None:
    (found,) = of_texts(years_mixed, ANSWERS.format(result, plan))
    assert found.startswith("must_mend: Measures of 256")
    assert found.endswith("The results of a year are answered by measures of the next one.")


def test_the_past_year_is_one_year() -> None:
    texts = ("ในรอบปีที่ผ่านมา (ปี 2564)", "ในปีที่ผ่านมา (ปี 2566)", "ปีที่แล้ว ปี พ.ศ. 2566")
    assert of_texts(years_mixed, *texts, result=2566) == [
        (
            "must_mend: The past year is 2564 here and 2566 in another place."
            " Name one year: that of the results which the document is about."
        )
    ]


def test_measures_that_all_run_in_another_year_are_worth_a_look() -> None:
    of = subject(2565, 2566, measures=(measure(((2567, 1), (2567, 3))),) * 2)
    assert told(years_mixed, of) == [
        (
            "look_at: All measures run in the fiscal year 2567, but the document names 2566."
            " Name the year in which the measures are carried out."
        )
    ]


def test_one_year_in_both_roles_is_worth_a_look() -> None:
    assert told(years_mixed, subject(2566, 2566)) == [
        (
            "look_at: 2566 is named as the year of the measures, and 2566 as that of the results"
            " they answer. The results of a year are answered by measures of the next one."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        ANSWERS.format("2565", "2566"),
        "๗. วิเคราะห์ผลการประเมิน ประจำปี ๒๕๖๘ ๘. รายงานผลตามมาตรการ ประจำปี ๒๕๖๘",
        "วิเคราะห์ผลการประเมินของปีงบประมาณ 2566",
        "วิเคราะห์ผลการประเมินและจัดทำมาตรการ",
        f"วิเคราะห์ผล ปี 2566 {'และอื่น ๆ ' * 25} มาตรการ ปี 2566",
        "วิเคราะห์ผล ปี 2566 แล้วจึงกำหนดมาตรการ",
        "ในปีที่ผ่านมา (ปี 2565) และปีที่ผ่านมา (ปี พ.ศ. 2565)",
        "ในปีที่ผ่านมา หน่วยงานได้คะแนนของปี 2564",
        "ประจำปี 2564 ถึง ประจำปี 2566",
    ],
)
def test_years_in_their_order_and_those_of_other_things_are_not_told(text: str) -> None:
    assert of_texts(years_mixed, text, result=2565, plan=2566) == []


def test_a_document_that_names_one_role_only_is_not_told() -> None:
    assert told(years_mixed, subject(2566)) == []
    assert told(years_mixed, subject(plan=2566)) == []
    assert told(years_mixed, subject(passages=passages("ปีที่ผ่านมา (ปี 2564)"))) == []


@given(st.integers(2560, 2580), st.integers(2560, 2580))
def test_only_a_later_year_answers_in_either_digits(result: int, plan: int) -> None:
    text = ANSWERS.format(result, plan)
    arabic = of_texts(years_mixed, text)
    assert (arabic == []) is (plan > result)
    assert of_texts(years_mixed, to_thai_digits(text)) == arabic
