from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.formats.editions import load_edition
from prongsai.national import duckdb_engine
from prongsai.national.duckdb_engine import quoted
from prongsai.national.expressions import ITEMS, items_of, items_schema
from prongsai.national.plan import Plan
from prongsai.national.quick_items import make_items
from prongsai.national.synthetic import make_synthetic_year
from tests.factories.national import Row, best_answers, by_parts, write_answers

SUB_QUESTIONS = "nacc-2564"  # codes such as i11.2, which count towards one item
PARTS = "nacc-2566"
SIX_LEVELS = "nacc-2567"  # more answers than one sum has digits
EDITION = load_edition(PARTS)
BEST = best_answers(EDITION, "A")


Items = list[tuple[object, ...]]


def items(answers: Path, key: str, threads: int = 2) -> tuple[bool, Items, Items]:
    """Make the items by the quick way and by the general one; say if the quick one holds."""
    with duckdb_engine.connect(answers.parent, threads) as connection:
        plan = Plan(load_edition(key), duckdb_engine.open_answers(connection, answers))
        duckdb_engine.make_questions(connection, plan)
        holds = make_items(connection, plan)
        columns = ", ".join(map(quoted, items_schema(plan)))
        quick = connection.table(ITEMS).select(columns).order("ALL").fetchall() if holds else []
        sql = ibis.to_sql(items_of(plan), dialect="duckdb")
        return holds, quick, connection.sql(sql).select(columns).order("ALL").fetchall()


@pytest.mark.parametrize("threads", [1, 4])
@pytest.mark.parametrize("key", [SUB_QUESTIONS, PARTS, SIX_LEVELS])
def test_the_quick_way_counts_what_the_general_one_counts(
    tmp_path: Path, key: str, threads: int
) -> None:
    answers = tmp_path / "answers.parquet"
    make_synthetic_year(answers, load_edition(key), agencies=30, respondents=3000, seed=5)

    holds, quick, general = items(answers, key, threads)

    assert holds
    assert quick == general


def test_the_order_of_the_rows_and_how_texts_are_kept_do_not_matter(tmp_path: Path) -> None:
    made, mixed = tmp_path / "made.parquet", tmp_path / "mixed.parquet"
    make_synthetic_year(made, EDITION, agencies=300, respondents=3000)
    with duckdb.connect() as connection:
        connection.execute(
            f"""COPY (SELECT * FROM '{made}' ORDER BY hash(respondent, item)) TO '{mixed}'
                (FORMAT parquet, DICTIONARY_SIZE_LIMIT 1, ROW_GROUP_SIZE 5000)"""  # noqa: S608 -- our names
        )

    assert items(mixed, PARTS) == items(made, PARTS)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(by_parts(BEST, "public", "survey"), id="parts"),
        pytest.param([*BEST, *by_parts(best_answers(EDITION, "B"), "public")], id="both"),
        pytest.param([*BEST, ("B", "IIT", "1", "i1", None)], id="nobody answered"),
        pytest.param([*BEST, (None, "IIT", "1", "i1", 1)], id="no agency"),
        pytest.param([*BEST, ("", "IIT", "1", "i1", 1)], id="empty agency"),
        pytest.param([("A'", "IIT", "1", "i1", 1)] * 8191, id="as many as a digit holds"),
    ],
)
def test_the_quick_way_counts_what_is_rare_too(tmp_path: Path, rows: Sequence[Row]) -> None:
    holds, quick, general = items(write_answers(tmp_path / "answers.parquet", rows), PARTS)

    assert holds
    assert quick == general


def asked_by(key: str) -> st.SearchStrategy[tuple[str, str, int]]:
    """Draw a question under a mark, and an answer that its form offers."""
    plan = Plan(load_edition(key), frozenset({"EIT/public", "EIT/survey"}))
    return st.sampled_from(
        [(q.instrument, q.code, 1 + n) for q in plan.questions for n in range(len(q.points))]
    )


def random_rows(key: str) -> st.SearchStrategy[list[Row]]:
    """Draw answers of a few agencies, some of them empty, most questions not asked."""
    row = st.tuples(st.sampled_from(["ก", "B", "a'"]), asked_by(key), st.booleans())
    return st.lists(row, min_size=1, max_size=60).map(
        lambda rows: [
            (agency, mark, "1", code, None if empty and n else answer)
            for n, (agency, (mark, code, answer), empty) in enumerate(rows)
        ]
    )


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from([SUB_QUESTIONS, PARTS, SIX_LEVELS]).flatmap(
        lambda key: st.tuples(st.just(key), random_rows(key))
    )
)
def test_both_ways_give_the_same_to_the_last_place(drawn: tuple[str, list[Row]]) -> None:
    key, rows = drawn
    with tempfile.TemporaryDirectory() as folder:
        holds, quick, general = items(write_answers(Path(folder) / "answers.parquet", rows), key)

    assert holds
    assert quick == general


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param([("A", "IIT", "1", "e1", 1)], id="item of another instrument"),
        pytest.param([("A", "XIT", "1", "i1", 1)], id="unknown instrument"),
        pytest.param([("A", None, "1", "i1", 1)], id="no instrument"),
        pytest.param([("A", "IIT", "1", "i99", 1)], id="unknown item"),
        pytest.param([("A", "IIT", "1", None, 1)], id="no item"),
        pytest.param([("A", "IIT", "1", "", 1)], id="empty item"),
        pytest.param([("A", "IIT", "1", "i1", 5)], id="answer beyond every scale"),
        pytest.param([("A", "OIT", "1", "o1", 4)], id="answer beyond the scale of its question"),
        pytest.param([("A", "IIT", "1", "i1", 0)], id="answer 0"),
        pytest.param([("A", "IIT", "1", "i1", -1)], id="answer counted from the end"),
        pytest.param([("A", "IIT", "1", "i1", 1)] * 8192, id="more than a digit holds"),
        pytest.param([("A", "IIT", "1", "i1", 4)] * 8192, id="more than the last digit holds"),
    ],
)
def test_the_quick_way_gives_way_where_it_would_be_wrong(
    tmp_path: Path, odd: Sequence[Row]
) -> None:
    answers = write_answers(tmp_path / "answers.parquet", [*BEST, *odd])

    assert not items(answers, PARTS)[0]


def test_the_quick_way_gives_way_where_agencies_are_numbers(tmp_path: Path) -> None:
    rows = best_answers(EDITION, "12")

    assert not items(write_answers(tmp_path / "a.parquet", rows, agency="INTEGER"), PARTS)[0]


def test_a_file_in_which_nobody_answered_gives_way(tmp_path: Path) -> None:
    rows = [("A", "IIT", "1", "i1", None)]

    assert not items(write_answers(tmp_path / "answers.parquet", rows), PARTS)[0]
