"""Which answers cannot be scored, and why; asked only where the scoring has met some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.sentences import Sentence, say
from prongsai.national.duckdb_engine import make_questions
from prongsai.national.expressions import ANSWERS, QUESTIONS
from prongsai.national.plan import Plan, marks_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHOWN = 5  # problems that are told; more would hide the first ones

# What is wrong with a row, first things first; `places` is the length of its question's scale.
ODD_ROWS = f"""
    WITH looked_at AS (
        SELECT CAST(agency AS VARCHAR) AS agency, a.instrument, a.item, answer, places,
               CASE WHEN coalesce(trim(CAST(agency AS VARCHAR)), '') = '' THEN 'agency'
                    WHEN a.instrument IS NULL OR NOT list_contains($marks, a.instrument)
                    THEN 'instrument'
                    WHEN places IS NULL THEN 'item'
                    WHEN answer NOT BETWEEN 1 AND places THEN 'answer' END AS wrong
        FROM {ANSWERS} a
        LEFT JOIN {QUESTIONS} q ON a.instrument = q.instrument AND a.item = q.item
    )
    SELECT wrong, count(*), min(agency), instrument, item, min(answer), max(answer), max(places)
    FROM looked_at WHERE wrong IS NOT NULL
    GROUP BY wrong, instrument, item ORDER BY count(*) DESC, wrong, instrument, item LIMIT {SHOWN}
    """  # noqa: S608 -- the names of our own tables

DUPLICATES = f"""
    SELECT CAST(agency AS VARCHAR), CAST(respondent AS VARCHAR), item, count(*) FROM {ANSWERS}
    GROUP BY agency, instrument, respondent, item HAVING count(*) > 1 ORDER BY 1, 2, 3 LIMIT {SHOWN}
    """  # noqa: S608 -- the names of our own tables


def refuse_odd_answers(connection: DuckDBPyConnection, plan: Plan) -> NoReturn:
    """Raise Refusals that say which answers cannot be scored, the most frequent first."""
    make_questions(connection, plan)
    marks = [mark.text for mark in marks_of(plan.edition)]
    rows = connection.execute(ODD_ROWS, {"marks": marks}).fetchall()
    raise Refusals([_odd(marks, *row) for row in rows])


def refuse_duplicates(connection: DuckDBPyConnection) -> None:
    """Raise Refusals where a respondent answered a question more than once."""
    rows = connection.execute(DUPLICATES).fetchall()
    if rows:
        raise Refusals([_duplicate(*row) for row in rows])


def _odd(marks: Sequence[str], wrong: str, count: int, agency: str, *values: object) -> Refusal:
    """Tell one group; `values` are instrument, item, least and greatest answer, places."""
    instrument, item, least, most, places = (say("(empty)") if v is None else v for v in values)
    counted = {"count": count, "item": item, "instrument": instrument}
    told: dict[str, tuple[Sentence, Sentence]] = {
        "agency": (
            say("%(count)s answers name no agency.", count=count),
            say("Fill the column agency."),
        ),
        "instrument": (
            say("%(count)s answers name an unknown instrument: %(instrument)s.", **counted),
            say("Write one of %(names)s.", names=tuple(marks)),
        ),
        "item": (
            say("%(count)s answers of %(instrument)s name an unknown item: %(item)s.", **counted),
            say("Write the code of the question in this edition, such as i7 or i11.2."),
        ),
        "answer": (
            say(
                "%(count)s answers to %(item)s are outside its scale: from %(least)s to %(most)s.",
                **counted,
                least=least,
                most=most,
            ),
            say("Write the place of the answer on the form, 1 to %(places)s.", places=places),
        ),
    }
    what, fix = told[wrong]
    where = [] if wrong == "agency" else [say("agency %(agency)s", agency=agency)]
    return Refusal(what, fix=fix, where=where)


def _duplicate(agency: str, respondent: str, item: str, count: int) -> Refusal:
    return Refusal(
        say(
            "Respondent %(respondent)s has %(count)s answers to %(item)s.",
            respondent=respondent,
            count=count,
            item=item,
        ),
        fix=say("Leave one of them."),
        where=(say("agency %(agency)s", agency=agency),),
    )
