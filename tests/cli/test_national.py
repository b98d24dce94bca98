from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def answers(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "answers.parquet"
    sizes = ("--agencies", 5, "--respondents", 200, "--seed", 7)
    assert run("national", "make-year", "--edition", "nacc-2564", "-o", path, *sizes).code == 0
    return path


def test_a_made_up_year_is_scored_by_the_edition_it_names(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    target = tmp_path / "scores.parquet"

    code, printed, refused = run("national", "score", answers, "-o", target, "--lang", "en")

    assert (code, refused, target.exists()) == (0, "", True)
    assert printed.splitlines()[0].startswith("5 agencies, ")
    assert printed.splitlines()[0].endswith(" answers; 0 without a total, 0 levels at best.")


def test_what_a_recalled_edition_rests_on_is_said(run: Run, tmp_path: Path) -> None:
    path, sizes = tmp_path / "answers.parquet", ("--agencies", 2, "--respondents", 60)
    run("national", "make-year", "--edition", "nacc-2567", "-o", path, *sizes)

    printed = run("national", "score", path, "-o", tmp_path / "s.parquet", "--lang", "en").printed

    assert "  rests on what nobody has read: the points of the scale " in printed


NO_FILE = "There is no such file. Give the answers of all agencies as one Parquet file."


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (
            ("make-year", "-o", "x.parquet"),
            "which edition? Name its key (see prongsai edition list) or its file.\n",
        ),
        (
            ("score", "-o", "x.parquet"),
            "which answers? Name the Parquet file with the answers.\n",
        ),
        (
            ("score", "none.parquet", "-o", "x.parquet"),
            f"none.parquet: {NO_FILE}\n",
        ),
    ],
)
def test_what_is_not_named_is_refused(run: Run, words: tuple[str, ...], refused: str) -> None:
    assert run("national", *words, "--lang", "en") == (2, "", refused)
