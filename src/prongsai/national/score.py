"""`prongsai national score`: the answers of every agency in one Parquet file become scores and
levels in another.

Item, indicator and instrument columns stay unrounded; round them with core's `display` when showing
them. The total is rounded and the level found by core, agency by agency.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Key, ResultSheet
from prongsai.core.scoring.levels import find_level
from prongsai.core.scoring.model import OpenFact, Standing
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say
from prongsai.national import duckdb_engine, spark_engine
from prongsai.national.duckdb_engine import EDITION_NOTE, SCORES, literal, quoted
from prongsai.national.expressions import AGENCY, COUNTED, ODD
from prongsai.national.odd_answers import refuse_duplicates, refuse_odd_answers
from prongsai.national.plan import Plan, check_points, named, open_facts
from prongsai.national.quick_items import make_items
from prongsai.national.whole_file import whole_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ENGINES = ("duckdb", "spark")
STANDINGS = "standings"
LACKING = "missing"  # names of the items that have no value, with a space between


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalSummary:
    """What a national run made: how many agencies and answers, and what a reader of the scores must
    know.
    """

    agencies: int
    answers: int
    without_total: int
    uncertain_levels: int
    rests_on: tuple[OpenFact, ...]


def score_national(
    responses: Path,
    output: Path,
    edition: Edition,
    *,
    engine: str = "duckdb",
    threads: int | None = None,
    check_duplicates: bool = False,
) -> NationalSummary:
    """Score the answers of every agency and write one row an agency, in the order of their codes.

    Columns of `responses`: agency, instrument (IIT, EIT, EIT/public …), respondent, item (the
    question's code), answer (its place on the form, from 1; NULL: none). Looking for duplicates
    takes several times as long as scoring. Raises Refusal where something cannot be scored;
    `output` is then as it was.
    """
    _check_paths(responses, output, engine)
    check_points(edition)
    with whole_file(output) as made:
        try:
            with (
                duckdb_engine.reading(),
                duckdb_engine.connect(made.parent, threads) as connection,
            ):
                plan = Plan(edition, duckdb_engine.open_answers(connection, responses))
                if check_duplicates:
                    refuse_duplicates(connection)
                _compute(connection, plan, responses, engine)
                summary = _add_standings(connection, plan)
                _write(connection, plan, made, summary)
        except Refusal as refusal:
            raise refusal.within(responses.name) from refusal.__cause__
    return summary


def edition_named_in(responses: Path) -> str | None:
    """Return the key of the edition that a file of answers names in its metadata, None without.

    Raises Refusal where there is no such file, or it is no Parquet file.
    """
    _check_there(responses)
    with duckdb_engine.reading(), duckdb_engine.connect(responses.parent, 1) as connection:
        try:
            return duckdb_engine.note_of(connection, responses, EDITION_NOTE)
        except Refusal as refusal:
            raise refusal.within(responses.name) from refusal.__cause__


def _check_there(responses: Path) -> None:
    if not responses.is_file():
        raise Refusal(
            say("There is no such file."),
            fix=say("Give the answers of all agencies as one Parquet file."),
            where=(str(responses),),
        )


def _check_paths(responses: Path, output: Path, engine: str) -> None:
    if engine not in ENGINES:
        raise Refusal(
            say("There is no engine %(name)s.", name=engine),
            fix=say("Write one of %(names)s.", names=ENGINES),
        )
    _check_there(responses)
    if output.exists() and output.samefile(responses):
        raise Refusal(
            say("The scores would overwrite the answers."),
            fix=say("Choose another name for the scores."),
            where=(str(output),),
        )


def _compute(connection: DuckDBPyConnection, plan: Plan, responses: Path, engine: str) -> None:
    """Make the table of scores with the engine. Raises Refusal for answers that have none."""
    if engine == "spark":
        spark_engine.compute(connection, plan, responses)
    else:
        duckdb_engine.compute(connection, plan, from_items=make_items(connection, plan))
    odd = f"""SELECT 1 FROM {SCORES} WHERE {ODD} > 0
              OR coalesce(trim(CAST({AGENCY} AS VARCHAR)), '') = '' LIMIT 1"""  # noqa: S608 -- our names
    if connection.execute(odd).fetchone() is not None:
        refuse_odd_answers(connection, plan)


def _add_standings(connection: DuckDBPyConnection, plan: Plan) -> NationalSummary:
    """Round each total and find its level, both by core, and put them beside the scores."""
    # Only what some level asks for: rounding takes its time.
    asked = {(each.instrument, each.part) for level in plan.edition.levels for each in level.minima}
    keys = [key for mark in plan.marks if (key := (mark.instrument.key, mark.part)) in asked]
    columns = ", ".join((AGENCY, COUNTED, TOTAL, *(quoted(named(*key)) for key in keys)))
    query = f"SELECT {columns} FROM {SCORES}"  # noqa: S608 -- our names
    rows = connection.execute(query).fetchall()
    rests_on = _rests_on(plan)
    levels = _Levels(plan.edition, keys, rests_on)
    standings = [(agency, *levels.of(values)) for agency, _, *values in rows]
    _keep(connection, standings)
    return NationalSummary(
        agencies=len(rows),
        answers=sum(row[1] for row in rows),
        without_total=sum(each[1] is None for each in standings),
        uncertain_levels=sum(each[3] is False for each in standings),
        rests_on=rests_on,
    )


class _Levels:
    """Ask core for levels, once for agencies whose rounded values lie between the same limits."""

    def __init__(
        self, edition: Edition, keys: Sequence[Key], rests_on: tuple[OpenFact, ...]
    ) -> None:
        self.edition, self.keys, self.rests_on = edition, keys, rests_on
        minima = {minimum.score for level in edition.levels for minimum in level.minima}
        self.limits = sorted(minima | {level.total for level in edition.levels})
        self.found: dict[tuple[int | None, ...], Standing] = {}

    def of(
        self, values: Sequence[float | None]
    ) -> tuple[Decimal | None, str | None, bool | None, str]:
        """Return the total rounded, the level's key, whether it is certain, and which values it
        waits for.
        """
        shown = [None if each is None else display(Decimal(each)) for each in values]
        between = tuple(None if s is None else bisect_right(self.limits, s) for s in shown)
        standing = self.found.get(between)
        if standing is None:
            parts = dict(zip(self.keys, shown[1:], strict=True))
            standing = find_level(self.edition, shown[0], parts, self.rests_on)
            self.found[between] = standing
        level = standing.level
        certain = None if level is None else standing.certain
        return shown[0], None if level is None else level.key, certain, " ".join(standing.missing)


def _rests_on(plan: Plan) -> tuple[OpenFact, ...]:
    """Return the facts nobody has read on which a total rests, as core tells them."""
    full = ResultSheet.of(dict.fromkeys(plan.expected, 100))
    rests_on = score(plan.edition, full).total.rests_on
    return tuple(dict.fromkeys((*open_facts(plan.edition), *rests_on)))


def _keep(connection: DuckDBPyConnection, standings: Sequence[tuple[object, ...]]) -> None:
    agency = connection.table(SCORES).types[0]
    connection.execute(
        f"""CREATE TABLE {STANDINGS} AS
            SELECT unnest($1::{agency}[]) AS {AGENCY}, unnest($2::DECIMAL(5, 2)[]) AS total_display,
                   unnest($3::VARCHAR[]) AS level, unnest($4::BOOLEAN[]) AS level_certain,
                   unnest($5::VARCHAR[]) AS level_missing""",
        [list(column) for column in zip(*standings, strict=True)],
    )


def _lacking(plan: Plan) -> str:
    """Write, as SQL, the names of the items without a value."""
    names = (f"CASE WHEN {quoted(n)} IS NULL THEN {literal(n)} END" for n in plan.expected)
    return f"concat_ws(' ', {', '.join(names)})"


def _write(
    connection: DuckDBPyConnection, plan: Plan, path: Path, summary: NationalSummary
) -> None:
    """Write the scores and standings, in the order of the agencies, with what they rest on as
    metadata.
    """
    notes = {
        EDITION_NOTE: plan.edition.key,
        "prongsai.rests_on": "; ".join(
            f"{fact.what} ({fact.confidence})" for fact in summary.rests_on
        ),
        "prongsai.rounding": "total_display is rounded half up; the other scores are not rounded",
    }
    told = ", ".join(f"{quoted(name)}: {literal(text)}" for name, text in notes.items())
    connection.execute(
        f"""COPY (
            SELECT CAST({AGENCY} AS VARCHAR) AS {AGENCY}, {literal(plan.edition.key)} AS edition,
                   s.* EXCLUDE ({AGENCY}, {ODD}, {LACKING})
                       REPLACE (CAST({COUNTED} AS BIGINT) AS {COUNTED}), t.* EXCLUDE ({AGENCY}),
                   len(string_split({LACKING}, ' ')) - CAST({LACKING} = '' AS INTEGER)
                       AS missing_count, {LACKING}
            FROM (SELECT *, {_lacking(plan)} AS {LACKING} FROM {SCORES}) s
                 JOIN {STANDINGS} t USING ({AGENCY}) ORDER BY {AGENCY}
        ) TO {literal(str(path))} (FORMAT parquet, COMPRESSION zstd,
             KV_METADATA {{{told}}})"""  # noqa: S608 -- our names
    )
