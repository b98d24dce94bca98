from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from prongsai.core.editions.model import TOTAL, Confidence, Edition, Fact, Pooling
from prongsai.core.results import Result, ResultSheet
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.formats.editions import load_edition
from prongsai.national.plan import answers_of, open_facts
from prongsai.national.score import score_national
from prongsai.national.synthetic import make_synthetic_year
from tests.factories.national import best_answers, by_parts, read_rows, write_answers

SUB_QUESTIONS = "nacc-2564"  # four levels, sub-questions, reversed ones, sub-indicators
PARTS = "nacc-2566"  # EIT in two parts, nobody knows how they are pooled
RECALLED = "nacc-2567"  # six levels, their points are recalled


def score_by_core(edition: Edition, rows: list[dict[str, object]]) -> Scorecard:
    """Make the item means of one agency as a person would, and let core score them."""
    points = {
        code: (item.code, worth)
        for item in edition.items.values()
        for code, worth in answers_of(edition, item)
    }
    given: dict[tuple[str, str | None], list[Decimal]] = defaultdict(list)
    for row in rows:
        item, worth = points[str(row["item"])]
        part = str(row["instrument"]).partition("/")[2] or None
        given[item, part].append(worth[int(str(row["answer"])) - 1])
    results = [
        Result(code=code, part=part, score=sum(all_points, Decimal(0)) / len(all_points))
        for (code, part), all_points in given.items()
    ]
    return score(edition, ResultSheet(tuple(results)))


def shown(value: object) -> Decimal | None:
    return None if value is None else display(Decimal(str(value)))


@pytest.mark.parametrize("key", [SUB_QUESTIONS, PARTS, RECALLED])
def test_every_score_and_level_of_a_sample_is_what_core_makes_of_it(
    tmp_path: Path, key: str
) -> None:
    edition = load_edition(key)
    answers, scores = tmp_path / "answers.parquet", tmp_path / "scores.parquet"
    make_synthetic_year(answers, edition, agencies=20, respondents=1500, seed=7)
    given = defaultdict(list)
    for row in read_rows(answers):
        given[row["agency"]].append(row)
    cards = {agency: score_by_core(edition, rows) for agency, rows in given.items()}

    score_national(answers, scores, edition)

    for row in read_rows(scores):
        card = cards[row["agency"]]
        names = [each.name for each in card.scores.values()]
        assert {n: shown(row[n]) for n in names} == {s.name: s.shown for s in card.scores.values()}
        assert row["total_display"] == card.total.shown
        assert card.standing.level is not None
        assert row["level"] == card.standing.level.key
        assert row["level_certain"] == (card.standing.certain and not open_facts(edition))
        assert row["level_missing"] == " ".join(card.standing.missing)


def test_agencies_stand_in_the_order_of_their_codes_with_the_edition_and_their_answers(
    tmp_path: Path,
) -> None:
    edition = load_edition(SUB_QUESTIONS)
    rows = [row for agency in "ขกค" for row in best_answers(edition, agency)]
    answers = write_answers(tmp_path / "answers.parquet", rows)

    summary = score_national(answers, tmp_path / "scores.parquet", edition)

    made = read_rows(tmp_path / "scores.parquet")
    asked = len(best_answers(edition, ""))
    assert [(r["agency"], r["edition"], r["answers"]) for r in made] == [
        (agency, SUB_QUESTIONS, asked) for agency in "กขค"
    ]
    assert [(r["total_display"], r["missing_count"], r["missing"]) for r in made] == [
        (Decimal("100.00"), 0, "")
    ] * 3
    assert (summary.agencies, summary.answers, summary.without_total) == (3, 3 * asked, 0)


def test_lost_checklist_items_weigh_by_their_sub_indicator(tmp_path: Path) -> None:
    lost = {"o13", "o35", "o36", "o37", "o40"}
    edition = load_edition(PARTS)
    rows = [(*row[:4], 1 if row[3] in lost else row[4]) for row in best_answers(edition, "A")]
    answers = write_answers(tmp_path / "answers.parquet", rows)

    score_national(answers, tmp_path / "scores.parquet", edition)

    [row] = read_rows(tmp_path / "scores.parquet")
    assert [shown(row[code]) for code in ("9", "10", "OIT")] == [
        Decimal("97.50"),
        Decimal("71.25"),
        Decimal("84.38"),
    ]


def test_an_item_that_nobody_answered_leaves_what_is_above_it_empty_and_is_named(
    tmp_path: Path,
) -> None:
    edition = load_edition(PARTS)
    rows = best_answers(edition, "A")
    empty = [(*row[:4], None) if row[3] == "i3" else row for row in rows if row[3] != "i2"]
    answers = write_answers(tmp_path / "answers.parquet", empty)

    summary = score_national(answers, tmp_path / "scores.parquet", edition)

    [row] = read_rows(tmp_path / "scores.parquet")
    above = ("i2", "i3", "1", "IIT", TOTAL, "total_display", "level", "level_certain")
    assert {name: row[name] for name in above} == dict.fromkeys(above)
    assert (row["2"], row["EIT"], row["OIT"]) == (100, 100, 100)
    assert (row["missing_count"], row["missing"]) == (2, "i2 i3")
    assert summary.without_total == 1


def test_an_agency_without_its_checklist_has_no_total(tmp_path: Path) -> None:
    edition = load_edition(SUB_QUESTIONS)
    rows = [row for row in best_answers(edition, "A") if row[1] != "OIT"]
    answers = write_answers(tmp_path / "answers.parquet", rows + best_answers(edition, "B"))

    summary = score_national(answers, tmp_path / "scores.parquet", edition)

    made = read_rows(tmp_path / "scores.parquet")
    assert [row["total_display"] for row in made] == [None, Decimal("100.00")]
    assert str(made[0]["missing"]).split() == [i.code for i in edition.instrument["OIT"].items]
    assert summary.without_total == 1


def test_parts_are_scored_but_not_pooled_where_nobody_knows_how(tmp_path: Path) -> None:
    edition = load_edition(PARTS)
    rows = by_parts(best_answers(edition, "A"), "public", "survey")
    answers = write_answers(tmp_path / "answers.parquet", rows)

    score_national(answers, tmp_path / "scores.parquet", edition)

    [row] = read_rows(tmp_path / "scores.parquet")
    names = ("e1/public", "8/survey", "EIT/public", "EIT/survey", "EIT", "total", "missing")
    assert [row[name] for name in names] == [100, 100, 100, 100, None, None, ""]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(("public", "survey"), Decimal("85.00"), id="both"),
        pytest.param(("public",), None, id="one is not enough"),
    ],
)
def test_parts_are_pooled_where_the_edition_says_how(
    tmp_path: Path, parts: tuple[str, ...], expected: Decimal | None
) -> None:
    base = load_edition(PARTS)
    pooling = Fact(value=Pooling.PARTS_MEAN, confidence=Confidence.READ)
    iit, eit, oit = base.instruments
    edition = replace(base, instruments=(iit, replace(eit, pooling=pooling), oit))
    rows = by_parts(best_answers(edition, "A"), *parts)
    half = [(*r[:4], 1) if r[1] == "EIT/survey" else r for r in rows]  # EIT is (100 + 0) / 2
    answers = write_answers(tmp_path / "answers.parquet", half)

    score_national(answers, tmp_path / "scores.parquet", edition)

    assert [r["total_display"] for r in read_rows(tmp_path / "scores.parquet")] == [expected]


def test_a_level_that_rests_on_how_parts_are_pooled_is_as_uncertain_as_core_says(
    tmp_path: Path,
) -> None:
    base = load_edition(PARTS)
    pooling = Fact(value=Pooling.PARTS_MEAN, confidence=Confidence.RECALLED)
    iit, eit, oit = base.instruments
    edition = replace(base, instruments=(iit, replace(eit, pooling=pooling), oit))
    answers = by_parts(best_answers(edition, "A"), "public", "survey")

    summary = score_national(
        write_answers(tmp_path / "answers.parquet", answers), tmp_path / "scores.parquet", edition
    )

    assert "how the parts of EIT make its score" in [str(each.what) for each in summary.rests_on]
    assert [row["level_certain"] for row in read_rows(tmp_path / "scores.parquet")] == [False]


def test_scores_on_recalled_points_say_so_in_the_file_and_the_summary(tmp_path: Path) -> None:
    edition = load_edition(RECALLED)
    answers = write_answers(tmp_path / "answers.parquet", best_answers(edition, "A"))

    summary = score_national(answers, tmp_path / "scores.parquet", edition)

    with duckdb.connect() as connection:
        notes = connection.execute(
            "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)",
            [str(tmp_path / "scores.parquet")],
        ).fetchall()
    assert str(summary.rests_on[0].what) == "the points of the scale six"
    assert dict(notes)["prongsai.rests_on"].startswith("the points of the scale six (R)")
    assert summary.uncertain_levels == 1


def test_agencies_may_be_numbers(tmp_path: Path) -> None:
    edition = load_edition(PARTS)
    rows = best_answers(edition, "12")
    answers = write_answers(tmp_path / "answers[1].parquet", rows, agency="INTEGER")

    score_national(answers, tmp_path / "scores.parquet", edition)

    assert [row["agency"] for row in read_rows(tmp_path / "scores.parquet")] == ["12"]
