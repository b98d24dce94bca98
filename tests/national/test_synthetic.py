from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.editions import load_edition
from prongsai.national.score import edition_named_in
from prongsai.national.synthetic import make_synthetic_year
from tests.factories.national import read_rows, write_answers

EDITION = load_edition("nacc-2566")


def test_a_year_has_its_agencies_its_respondents_and_an_assessor_each(tmp_path: Path) -> None:
    path = tmp_path / "year.parquet"

    make_synthetic_year(path, EDITION, agencies=30, respondents=1000)

    rows = read_rows(path)
    surveyed = {row["respondent"] for row in rows if row["instrument"] != "OIT"}
    assessed = {row["respondent"] for row in rows if row["instrument"] == "OIT"}
    assert len(surveyed) == 1000
    assert len(assessed) == 30
    assert surveyed.isdisjoint(assessed)
    assert {row["agency"] for row in rows} == {f"A{number:05}" for number in range(1, 31)}
    assert {row["item"] for row in rows} == set(EDITION.items)


def test_a_seed_gives_the_same_answers_on_any_number_of_threads(tmp_path: Path) -> None:
    made = []
    for seed, threads in ((1, 1), (1, 4), (2, 1)):
        make_synthetic_year(
            tmp_path / "year.parquet",
            EDITION,
            agencies=50,
            respondents=8000,
            seed=seed,
            threads=threads,
        )
        made.append(read_rows(tmp_path / "year.parquet"))

    assert made[0] == made[1]
    assert made[0] != made[2]


def test_a_year_of_an_edition_without_points_or_without_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be scored"):
        make_synthetic_year(tmp_path / "year.parquet", load_edition("nacc-2568"))
    with pytest.raises(Refusal, match="There is no such folder"):
        make_synthetic_year(tmp_path / "none" / "year.parquet", EDITION)


@pytest.mark.parametrize(
    ("size", "refusal"),
    [
        ({"agencies": 0}, "--agencies 0 is too few or too many. Ask for 1 to 1000000."),
        ({"agencies": 1_000_001}, "--agencies 1000001 is too few or too many."),
        ({"respondents": 0}, "--respondents 0 is too few or too many. Ask for 1 to 100000000."),
        ({"respondents": 100_000_001}, "--respondents 100000001 is too few or too many."),
    ],
)
def test_a_year_has_agencies_and_respondents_within_bounds(
    tmp_path: Path, size: dict[str, int], refusal: str
) -> None:
    with pytest.raises(Refusal, match=f"^{refusal}"):
        make_synthetic_year(tmp_path / "year.parquet", EDITION, **size)


def test_one_agency_and_one_respondent_make_a_year(tmp_path: Path) -> None:
    make_synthetic_year(tmp_path / "year.parquet", EDITION, agencies=1, respondents=1)

    assert {row["agency"] for row in read_rows(tmp_path / "year.parquet")} == {"A00001"}


def test_a_year_names_its_edition_and_other_files_name_none(tmp_path: Path) -> None:
    make_synthetic_year(tmp_path / "year[1].parquet", EDITION, agencies=2, respondents=20)
    write_answers(tmp_path / "other.parquet", [("A", "IIT", "1", "i1", 1)])
    (tmp_path / "text.parquet").write_text("agency", encoding="utf-8")

    assert edition_named_in(tmp_path / "year[1].parquet") == EDITION.key
    assert edition_named_in(tmp_path / "other.parquet") is None
    with pytest.raises(Refusal, match=r"^text\.parquet: This is not a Parquet file"):
        edition_named_in(tmp_path / "text.parquet")
    with pytest.raises(Refusal, match="There is no such file"):
        edition_named_in(tmp_path / "none.parquet")
