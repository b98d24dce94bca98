"""Spark, for answers that one machine cannot hold: the same expression, in Spark's SQL.

Which cluster is used is Spark's own configuration (spark-defaults.conf, SPARK_* variables); without
any it is this machine.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis
from ibis.config import Config

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.national.duckdb_engine import SCORES, questions_sql, quoted
from prongsai.national.expressions import ANSWERS, QUESTIONS, national_scores
from prongsai.national.plan import Plan

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TYPES = {"string": "VARCHAR", "double": "DOUBLE"}  # of the result; all else are whole numbers


class _SparkOptions(Config):  # type: ignore[misc]  # Ibis has no types
    """What Ibis asks of its own Spark backend, which is not loaded: it would ask for pandas."""

    treat_nan_as_null: bool = False


def compute(connection: DuckDBPyConnection, plan: Plan, responses: Path) -> None:
    """Let Spark score the answers, and put the table of scores, one row an agency, into DuckDB for
    the rest.

    Raises Refusal where pyspark is not installed or does not start.
    """
    session = _session()
    session.read.parquet(_place(responses)).createOrReplaceTempView(ANSWERS)
    session.sql(questions_sql(plan)).createOrReplaceTempView(QUESTIONS)
    frame = session.sql(spark_sql(plan))
    names, kinds = zip(*frame.dtypes, strict=True)
    columns = [list(column) for column in zip(*frame.collect(), strict=True)]
    selected = ", ".join(
        f"unnest(${place}::{TYPES.get(kind, 'BIGINT')}[]) AS {quoted(name)}"
        for place, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)
    )
    connection.execute(f"CREATE TABLE {SCORES} AS SELECT {selected}", columns)


def _place(path: Path) -> str:
    """Name a file of this machine as Spark reads it: literally, whatever its name has in it."""
    return "file://" + re.sub(r"([\\\[\]{}*?])", r"\\\1", str(path.resolve()))


def spark_sql(plan: Plan) -> str:
    """Write the expression in Spark's SQL."""
    if ibis.options.pyspark is None:
        ibis.options.pyspark = _SparkOptions()
    return str(ibis.to_sql(national_scores(plan), dialect="pyspark"))


def _session() -> Any:
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 -- optional dependency
        from pyspark.sql import SparkSession  # noqa: PLC0415 -- optional dependency
    except ImportError as error:
        raise Refusal(
            say("Spark is not installed."),
            fix=say("Install it with pip install prongsai[spark], or leave --engine spark out."),
        ) from error
    try:
        return SparkSession.builder.appName("prongsai").getOrCreate()
    except PySparkException as error:
        raise Refusal(
            say("Spark does not start here."),
            fix=say("Start Spark with Java 17 or later, or leave --engine spark out."),
        ) from error
