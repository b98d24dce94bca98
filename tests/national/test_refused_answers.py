from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.editions import load_edition
from prongsai.national.score import score_national
from prongsai.national.synthetic import make_synthetic_year
from tests.factories.national import Row, best_answers, read_rows, write_answers

EDITION = load_edition("nacc-2566")
NO_SCALE = "nacc-2568"
GOOD: Row = ("A", "IIT", "1", "i1", 4)
COLUMNS = "agency, instrument, respondent, item, answer"


def refusal_of(answers: Path, scores: Path, *, check_duplicates: bool = False) -> str:
    with pytest.raises(Refusal) as caught:
        score_national(answers, scores, EDITION, check_duplicates=check_duplicates)
    return str(caught.value)


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        pytest.param(
            ("A", "XIT", "1", "i1", 1),
            "agency A: 1 answers name an unknown instrument: XIT. "
            "Write one of IIT, EIT, EIT/public, EIT/survey, OIT.",
            id="unknown instrument",
        ),
        pytest.param(
            ("A", "EIT", "1", "i1", 1),
            "agency A: 1 answers of EIT name an unknown item: i1. "
            "Write the code of the question in this edition, such as i7 or i11.2.",
            id="item of another instrument",
        ),
        pytest.param(
            ("A", "IIT", "1", None, 1),
            "agency A: 1 answers of IIT name an unknown item: (empty). "
            "Write the code of the question in this edition, such as i7 or i11.2.",
            id="no item",
        ),
        pytest.param(
            ("B", "OIT", "1", "o1", 3),
            "agency B: 1 answers to o1 are outside its scale: from 3 to 3. "
            "Write the place of the answer on the form, 1 to 2.",
            id="answer beyond the scale",
        ),
        pytest.param(
            ("B", "IIT", "1", "i1", 0),
            "agency B: 1 answers to i1 are outside its scale: from 0 to 0. "
            "Write the place of the answer on the form, 1 to 4.",
            id="points or a count from 0 instead of the place",
        ),
        pytest.param(
            (" ", "IIT", "1", "i1", 1),
            "1 answers name no agency. Fill the column agency.",
            id="blank agency",
        ),
        pytest.param(
            (None, "IIT", "1", "i1", 1),
            "1 answers name no agency. Fill the column agency.",
            id="no agency",
        ),
    ],
)
def test_an_answer_that_cannot_be_scored_is_told_with_an_example(
    tmp_path: Path, odd: Row, told: str
) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [GOOD, odd])

    refusal = refusal_of(answers, tmp_path / "scores.parquet")

    assert refusal == f"answers.parquet › {told}" if told[0] != "1" else refusal.endswith(told)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["answers.parquet"]


@pytest.mark.parametrize(
    ("types", "told"),
    [
        pytest.param(
            {"respondent": ""},
            f"The column respondent is missing. The file needs the columns {COLUMNS}.",
            id="missing",
        ),
        pytest.param(
            {"answer": "DOUBLE"},
            "The column answer holds DOUBLE; expected whole numbers. "
            "Write the column anew with that type.",
            id="fractions",
        ),
    ],
)
def test_a_file_with_other_columns_is_refused(
    tmp_path: Path, types: dict[str, str], told: str
) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [GOOD], **types)

    assert refusal_of(answers, tmp_path / "scores.parquet") == f"answers.parquet: {told}"


def test_a_file_without_answers_is_refused(tmp_path: Path) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [])

    told = refusal_of(answers, tmp_path / "scores.parquet")

    assert told == "answers.parquet: There are no answers in this file."


@pytest.mark.parametrize(
    "content", [b"", b"PAR1", b"agency,item\n", b"PAR1" + b"\0" * 500 + b"PAR1"]
)
def test_what_is_no_parquet_file_is_refused(tmp_path: Path, content: bytes) -> None:
    answers = tmp_path / "answers.parquet"
    answers.write_bytes(content)

    assert refusal_of(answers, tmp_path / "scores.parquet") == (
        "answers.parquet: This is not a Parquet file that can be read. "
        "Give the answers of all agencies as one Parquet file."
    )


def test_a_damaged_file_is_refused_and_earlier_scores_stay(tmp_path: Path) -> None:
    answers, scores = tmp_path / "answers.parquet", tmp_path / "scores.parquet"
    make_synthetic_year(answers, EDITION, agencies=5, respondents=2000)
    content = bytearray(answers.read_bytes())
    content[200:3000] = bytes(2800)
    answers.write_bytes(content)
    scores.write_bytes(b"of last time")

    told = refusal_of(answers, scores)

    assert told == (
        "answers.parquet: The file cannot be read to its end: it is damaged. "
        "Have the file exported again."
    )
    assert scores.read_bytes() == b"of last time"


def test_duplicates_are_refused_where_they_are_looked_for(tmp_path: Path) -> None:
    answers = write_answers(
        tmp_path / "answers.parquet", [*best_answers(EDITION, "A"), ("A", "IIT", "1", "i2", 4)]
    )
    scores = tmp_path / "scores.parquet"

    told = refusal_of(answers, scores, check_duplicates=True)
    score_national(answers, scores, EDITION)

    assert told == (
        "answers.parquet › agency A: Respondent 1 has 2 answers to i2. Leave one of them."
    )
    assert len(read_rows(scores)) == 1


def test_an_edition_whose_points_are_not_known_is_refused_with_what_is_missing(
    tmp_path: Path,
) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [GOOD])

    with pytest.raises(Refusal) as caught:
        score_national(answers, tmp_path / "scores.parquet", load_edition(NO_SCALE))

    assert str(caught.value).startswith(
        "nacc-2568: Answers cannot be scored: the points of i1, i2, i3, i4,"
    )


def test_the_answers_are_never_overwritten(tmp_path: Path) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [GOOD])
    (tmp_path / "link.parquet").symlink_to(answers)

    told = refusal_of(answers, tmp_path / "link.parquet")

    assert told.endswith(
        "The scores would overwrite the answers. Choose another name for the scores."
    )


def test_a_file_and_a_folder_that_are_not_there_are_refused(tmp_path: Path) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [GOOD])

    no_file = refusal_of(tmp_path / "none.parquet", tmp_path / "scores.parquet")
    no_folder = refusal_of(answers, tmp_path / "none" / "scores.parquet")

    assert no_file.endswith("Give the answers of all agencies as one Parquet file.")
    assert no_folder.endswith("Make the folder, or choose another.")


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [GOOD])

    with pytest.raises(Refusal, match=r"There is no engine abacus\. Write one of duckdb, spark\."):
        score_national(answers, tmp_path / "scores.parquet", EDITION, engine="abacus")
