from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.editions import load_edition
from prongsai.national.plan import Plan
from prongsai.national.score import score_national
from prongsai.national.spark_engine import spark_sql
from prongsai.national.synthetic import make_synthetic_year
from tests.factories.national import read_rows

EDITION = load_edition("nacc-2564")
INSTALLED = importlib.util.find_spec("pyspark") is not None


@pytest.fixture
def _small_spark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Let Spark start on this machine only, without its web page, and stop it afterwards."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 -- optional dependency

    (tmp_path / "spark-defaults.conf").write_text(
        "spark.ui.enabled false\nspark.driver.bindAddress 127.0.0.1\nspark.driver.host 127.0.0.1\n"
        "spark.master local[2]\nspark.sql.shuffle.partitions 2\n"
        # What runs once is not worth the best code.
        "spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    yield
    session = SparkSession.getActiveSession()
    if session is not None:
        session.stop()


@pytest.mark.skipif(not INSTALLED, reason="pyspark is not installed: pip install prongsai[spark]")
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not here")
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.usefixtures("_small_spark")
def test_spark_scores_what_duckdb_scores(tmp_path: Path) -> None:
    answers = tmp_path / "คำตอบ [1].parquet"
    make_synthetic_year(answers, EDITION, agencies=15, respondents=900)
    score_national(answers, tmp_path / "duckdb.parquet", EDITION)

    score_national(answers, tmp_path / "spark.parquet", EDITION, engine="spark")

    by_duckdb = read_rows(tmp_path / "duckdb.parquet")
    by_spark = read_rows(tmp_path / "spark.parquet")
    assert [list(row) for row in by_spark] == [list(row) for row in by_duckdb]
    for one, other in zip(by_spark, by_duckdb, strict=True):
        numbers = {name for name, value in other.items() if isinstance(value, float)}
        assert {n: one[n] for n in numbers} == pytest.approx(
            {n: other[n] for n in numbers}, abs=1e-9
        )
        assert {n: v for n, v in one.items() if n not in numbers} == {
            n: v for n, v in other.items() if n not in numbers
        }


def test_the_expression_is_written_in_the_sql_of_spark() -> None:
    sql = spark_sql(Plan(EDITION, frozenset({"IIT", "EIT", "OIT"})))

    assert sql.startswith("SELECT\n  `t")


@pytest.mark.skipif(INSTALLED, reason="pyspark is installed")
def test_spark_that_is_not_installed_is_refused_with_how_to_install_it(tmp_path: Path) -> None:
    answers = tmp_path / "คำตอบ [1].parquet"
    make_synthetic_year(answers, EDITION, agencies=2, respondents=20)

    with pytest.raises(Refusal, match=r"pip install prongsai\[spark\]"):
        score_national(answers, tmp_path / "scores.parquet", EDITION, engine="spark")
