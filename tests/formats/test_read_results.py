from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.results import Result, ResultSheet
from prongsai.formats.editions import load_edition
from prongsai.formats.read_results import read_results
from tests.factories.tables import csv_file, styled, workbook

EDITION = load_edition("nacc-2566")

on_one_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def refused(path: Path) -> list[str]:
    with pytest.raises(Refusal) as caught:
        read_results(path, EDITION)
    return str(caught.value).split("\n")


def test_a_sheet_is_read_with_all_its_columns(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        "หมายเหตุ;ธง;รหัส;หัวข้อ;คะแนน;ส่วน\n"
        "ดู ๐๑๒;ต่ำ;ข้อ o12;ข่าว;๐;\n"
        ";;e3;;84.37;EIT Public\n"
        ";;e3/survey;;90;ส่วนที่ 2\n"
        "; weak;9.2;;;\n",
    )

    assert read_results(path, EDITION) == ResultSheet(
        (
            Result(code="o12", score=Decimal(0), weak=True, note="ดู ๐๑๒", place="E2"),
            Result(code="e3", part="public", score=Decimal("84.37"), place="E3"),
            Result(code="e3", part="survey", score=Decimal(90), place="E4"),
            Result(code="9.2", weak=True, place="E5"),
        )
    )


def test_code_and_score_are_enough(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Code, SCORE \ntotal,87.76\n10.0,90\n")

    assert read_results(path, EDITION) == ResultSheet(
        (
            Result(code="total", score=Decimal("87.76"), place="B2"),
            Result(code="10", score=Decimal(90), place="B3"),
        )
    )


def test_a_row_that_says_nothing_is_left_out_and_its_part_is_not_asked(tmp_path: Path) -> None:
    text = "code,part,score,flag,note\ni7,public,,,\ni7,, , ,\no1/x,,,,\no2,,80,,\no3,,,,ดู\n"

    assert read_results(csv_file(tmp_path, text), EDITION) == ResultSheet(
        (
            Result(code="o2", score=Decimal(80), place="C5"),
            Result(code="o3", note="ดู", place="C6"),
        )
    )


def test_the_code_of_a_row_that_says_nothing_is_still_one_of_the_edition(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, "code,score\no1,80\no44/x,\n")) == [
        (
            "results.csv › row 3 › column code:"
            " There is no o44 in ITA of fiscal year 2566. It has o1–o43."
        )
    ]


def test_a_workbook_is_read_as_its_csv(tmp_path: Path) -> None:
    book = workbook(tmp_path, ["code", "score"], ["o1", 100], [10, 97.5], [10.2, 71.25])
    text = csv_file(tmp_path, "code,score\no1,100\n10,97.5\n10.2,71.25\n")

    assert read_results(book, EDITION) == read_results(text, EDITION)


WRONG = """\
code,score,part,flag
o1,90
O๑,80
o44,101
i7,5,public
i8,,,low
,7
o2,1,,,x
"""
WHAT_IS_WRONG = """\
results.csv › row 3 › column code: o1 stands in row 2 already. Keep one of the two rows.
results.csv › row 4 › column code: There is no o44 in ITA of fiscal year 2566. It has o1–o43.
results.csv › row 4 › column score: 101 is not from 0 to 100. Check the score; it is in points of 100.
results.csv › row 5 › column part: i7 has no parts. Leave the part empty.
results.csv › row 6 › column flag: low is not a flag. Write one of weak, ต่ำ, ควรปรับปรุง, ต้องปรับปรุง, or leave it empty.
results.csv › row 7 › column code: The code is missing. Write one of the codes of the edition, such as i1, e1, o1, 1–10, 9.1, IIT, EIT, OIT, total.
results.csv › row 8 › column E8: x stands under no heading. Give the column a heading, or delete it; put a text that has the separator in it in quotation marks.
"""  # noqa: E501 -- as it is shown, one refusal a line


def test_everything_that_is_wrong_is_said_with_its_place(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, WRONG)) == WHAT_IS_WRONG.splitlines()


def test_no_more_than_twenty_refusals_are_given(tmp_path: Path) -> None:
    rows = "x,y\n" * 1000

    assert len(refused(csv_file(tmp_path, f"code,score\n{rows}"))) == 20


def test_what_was_found_before_a_broken_row_is_said_too(tmp_path: Path) -> None:
    answers = refused(csv_file(tmp_path, 'code,score\no1,101\no2,"5\n'))

    assert [answer.partition(": ")[0] for answer in answers] == [
        "results.csv › row 2 › column score",
        "results.csv › row 3",
    ]


NEEDED = {
    "code": "The column code is missing. Name it in the first row: one of code, รหัส, ข้อ.",
    "score": "The column score is missing."
    " Name it in the first row: one of score, คะแนน, คะแนนที่ได้, ผลคะแนน.",
}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "\n\n",
            ["results.csv: The table is empty. Write the headings in the first row."],
        ),
        (
            "code,score\n",
            ["results.csv: No score is filled in. Write at least one score below its heading."],
        ),
        (
            "code,score\no1,\n",
            ["results.csv: No score is filled in. Write at least one score below its heading."],
        ),
        ("o1,90\n", [f"results.csv › row 1: {NEEDED[name]}" for name in ("code", "score")]),
        (
            "code,score,รหัส\no1,9,o1\n",
            ["results.csv › row 1: code and รหัส head the same column. Keep one of the two."],
        ),
        (
            "code,score,เป้า\no1,9,9\n",
            [
                (
                    "results.csv › row 1: The column เป้า is unknown."
                    " Use these: code, topic, part, score, flag, note."
                )
            ],
        ),
        (
            "code,,score\no1,9,9\n",
            [
                (
                    "results.csv › row 2 › column B2: 9 stands under no heading."
                    " Give the column a heading, or delete it;"
                    " put a text that has the separator in it in quotation marks."
                )
            ],
        ),
    ],
)
def test_a_sheet_without_its_headings_or_scores_is_refused(
    tmp_path: Path, text: str, answers: list[str]
) -> None:
    assert refused(csv_file(tmp_path, text)) == answers


def test_a_formula_is_named_with_its_cell(tmp_path: Path) -> None:
    assert refused(styled(tmp_path, "=90+1", "0.00")) == [
        (
            "results.xlsx › row 2 › column score: B2 holds a formula."
            " Copy the cells and paste them as values."
        )
    ]


def test_a_formula_in_the_headings_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["code", "score", '="x"'], ["o1", 9])

    assert refused(path) == [
        "results.xlsx › row 1: C1 holds a formula. Copy the cells and paste them as values."
    ]


@on_one_file
@given(content=st.binary(max_size=500))
def test_any_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "results.csv"
    path.write_bytes(content)

    with pytest.raises(Refusal):
        read_results(path, EDITION)


@on_one_file
@given(data=st.data())
def test_a_spoilt_sheet_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    text = "รหัส,คะแนน,ส่วน,ธง\no1,90,,\ne3,84.37,public,ต่ำ\n"
    place = data.draw(st.integers(0, len(text)))
    put = data.draw(st.text(max_size=4) | st.sampled_from(['"', ",", "\n", "\0", "๐", "o"]))
    text = text[:place] + put + text[place + data.draw(st.integers(0, 3)) :]
    path = csv_file(tmp_path, text.encode("utf-8", "ignore").decode())

    with suppress(Refusal):
        scores = read_results(path, EDITION).scores
        assert all(0 <= score <= 100 for score in scores.values())
