"""Made-up national years to try and to measure with: no agency and no person in them is real.

The same seed gives the same answers in the same order, on any number of threads, for one version
of DuckDB (its hash is the only source of chance).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.core.editions.model import Edition, Instrument
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.national import duckdb_engine
from prongsai.national.duckdb_engine import EDITION_NOTE, literal, quoted
from prongsai.national.plan import answers_of, check_points
from prongsai.national.whole_file import whole_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# 461,440 of the 1,369,235 respondents of FY2567 were officials (national_stats); other years are
# taken to be alike.
OFFICIALS = 461_440 / 1_369_235

MOST_AGENCIES = 1_000_000
MOST_RESPONDENTS = 100_000_000

# Agencies differ in quality and size. With these settings the national mean comes near those of
# the latest years, above 90.
AGENCIES = """
    CREATE TABLE agency_sizes AS
    SELECT number, 1.02 - 0.42 * chance(number, 1, 0) * chance(number, 2, 0) AS quality,
           CAST(30 + 1200 * pow(chance(number, 3, 0), 8) AS BIGINT) AS size
    FROM range(1, {agencies} + 1) AS t(number);
    CREATE TABLE agencies AS
    SELECT number, quality, sum(size) OVER (ORDER BY number) AS upto, upto - size AS above,
           sum(size) OVER () AS everything
    FROM agency_sizes ORDER BY number
    """

# A respondent answers all questions of one instrument. An agency has as many of the `people` as
# its share of all sizes.
ANSWERS = """
    SELECT printf('A%05d', number) AS agency, {instrument} AS instrument, respondent,
           q.item AS item, CAST(if(q.rising, good, q.places + 1 - good) AS TINYINT) AS answer
    FROM (
        SELECT number, respondent, q, 1 + CAST(floor(q.places * greatest(0, least(0.999999,
                   mood + 0.3 * chance(respondent, q.slot, 5) - 0.15))) AS BIGINT) AS good
        FROM (
            SELECT number, respondent, unnest(questions) AS q,
                   quality + 0.2 * chance(respondent, 4, 0) - 0.1 AS mood
            FROM (
                SELECT number, quality, questions, {first} + unnest(range(
                           CAST(above * {people} // everything AS BIGINT),
                           CAST(upto * {people} // everything AS BIGINT))) AS respondent
                FROM agencies, (SELECT {questions} AS questions)
            )
        )
    )
    """

# One assessor looks at the disclosure items of one agency.
ASSESSED = """
    SELECT printf('A%05d', number) AS agency, {instrument} AS instrument,
           {first} + number - 1 AS respondent, q.item AS item,
           CAST(if(chance({first} + number, q.slot, 6) < quality, 2, 1) AS TINYINT) AS answer
    FROM (
        SELECT number, quality, unnest(questions) AS q
        FROM agencies, (SELECT {questions} AS questions)
    )
    """


def make_synthetic_year(
    path: Path,
    edition: Edition,
    *,
    agencies: int = 8317,
    respondents: int = 1_350_000,
    seed: int = 1,
    threads: int | None = None,
) -> None:
    """Write the answers of a made-up year: surveys of `respondents` people, an assessor per agency.

    The standard size is that of FY2568. Raises Refusal where the edition's points are not known,
    a number is not one of a year, or nothing can be written.
    """
    check_points(edition)
    _check_size("--agencies", agencies, MOST_AGENCIES)
    _check_size("--respondents", respondents, MOST_RESPONDENTS)
    officials = round(respondents * OFFICIALS)
    people = {"IIT": officials, "EIT": respondents - officials}
    with (
        whole_file(path) as made,
        duckdb_engine.connect(made.parent, threads) as connection,
    ):
        # Numbers from the caller, not text.
        connection.execute(
            f"CREATE MACRO chance(a, b, c) AS (hash({seed:d}, a, b, c) >> 11) / pow(2, 53)"
        )
        connection.execute(AGENCIES.format(agencies=agencies))
        _write(connection, edition, people, made)


def _check_size(name: str, size: int, most: int) -> None:
    if not 1 <= size <= most:
        raise Refusal(
            say("%(name)s %(size)s is too few or too many.", name=name, size=size),
            fix=say("Ask for 1 to %(most)s.", most=most),
        )


def _write(
    connection: DuckDBPyConnection, edition: Edition, people: dict[str, int], path: Path
) -> None:
    """Write the instruments one after another; those without people are assessed."""
    parts = []
    first = 1
    for instrument in edition.instruments:
        template = ANSWERS if instrument.key in people else ASSESSED
        several = people.get(instrument.key, 0)
        parts.append(
            template.format(
                instrument=literal(instrument.key),
                first=first,
                people=several,
                questions=_questions(edition, instrument),
            )
        )
        first += several
    union = " UNION ALL ".join(parts)
    note = f"KV_METADATA {{{quoted(EDITION_NOTE)}: {literal(edition.key)}}}"
    options = f"FORMAT parquet, COMPRESSION zstd, {note}"
    connection.execute(f"COPY ({union}) TO {literal(str(path))} ({options})")


def _questions(edition: Edition, instrument: Instrument) -> str:
    """Write the questions of an instrument as a list that SQL can unfold."""
    asked = [each for item in instrument.items for each in answers_of(edition, item)]
    rows = (
        f"{{'item': {literal(code)}, 'slot': {slot}, 'places': {len(points)}, "
        f"'rising': {points[-1] > points[0]}}}"
        for slot, (code, points) in enumerate(asked)
    )
    return f"[{', '.join(rows)}]"
