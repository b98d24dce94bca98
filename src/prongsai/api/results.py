"""The results of a year: those that stand, those that stood before, and new ones."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from ninja import Header, Router

from prongsai.api import shapes
from prongsai.api.gate import needs
from prongsai.api.paging import PAGE, Limit, NumberCursor, page_of
from prongsai.api.problems import Problem
from prongsai.api.requests import ApiRequest
from prongsai.api.years import named, one_year, results_at
from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Codes, Key, Result, ResultSheet, name_of, read_score
from prongsai.core.sentences import say
from prongsai.foundation.accounts.scopes import Scope
from prongsai.stages.cycles.mapping import edition_of, sheet_of
from prongsai.stages.cycles.models import Cycle, ResultSet, SourceKind
from prongsai.stages.cycles.selectors import history, results_of
from prongsai.stages.cycles.services import Source, save_results

router = Router(tags=["results"])
_READS, _WRITES = needs(Scope.RESULTS_READ), needs(Scope.RESULTS_WRITE)
_LISTS = needs(Scope.RESULTS_READ, *PAGE)
_NUMBER = re.compile(r'"([0-9]{1,9})"')

IfMatch = Annotated[
    str | None,
    Header(alias="If-Match", description='the ETag of the results that the program saw, as "3"'),
]
RequestKey = Annotated[
    UUID | None,
    Header(
        alias="Idempotency-Key",
        description="a UUID of the program's: sent again with it, the same results are saved once",
    ),
]


@router.get("years/{uuid:key}/results", response=shapes.Results, url_name="api-results", **_READS)
def get_results(request: HttpRequest, response: HttpResponse, key: UUID) -> shapes.Results:
    """Return the results that stand; their ETag is their number, for If-Match."""
    cycle = one_year(key)
    found = results_of(cycle)
    response.headers["ETag"] = quote_etag(str(found.number if found else 0))
    return _none(cycle) if found is None else _shape(found)


@router.get(
    "years/{uuid:key}/results/history", response=shapes.History, url_name="api-history", **_LISTS
)
def list_results(
    request: HttpRequest, key: UUID, limit: Limit = 10, cursor: NumberCursor = None
) -> shapes.History:
    """List the results as they were saved, the newest first."""
    rows = history(one_year(key))
    rows = rows if cursor is None else rows.filter(number__lt=int(cursor))
    items, after = page_of(rows[: limit + 1], limit, lambda each: each.number)
    return shapes.History(items=[_shape(each) for each in items], next=after)


@router.get(
    "years/{uuid:key}/results/{int:number}",
    response=shapes.Results,
    url_name="api-saved-results",
    **_READS,
)
def get_saved_results(
    request: HttpRequest, response: HttpResponse, key: UUID, number: int
) -> shapes.Results:
    """Return results by the number under which they were saved; they never change."""
    response.headers["ETag"] = quote_etag(str(number))
    return _shape(results_at(key, number))


@router.post(
    "years/{uuid:key}/results",
    response={201: shapes.Results},
    url_name="api-results",
    **_WRITES,
)
def add_results(
    request: ApiRequest,
    response: HttpResponse,
    key: UUID,
    given: shapes.NewResults,
    if_match: IfMatch = None,
    request_key: RequestKey = None,
) -> shapes.Results:
    """Save a whole set of results beside those that are there; it stands from now on."""
    cycle = one_year(key)
    program = request.program
    saved = save_results(
        cycle=cycle,
        sheet=_sheet(given, edition_of(cycle.edition)),
        source=Source(
            SourceKind.PROGRAM,
            program.token.name,
            hashlib.sha256(request.body).hexdigest(),
            request_key,
        ),
        seen=_seen(if_match),
        note=given.note,
        by=program.actor,
    )
    response.headers["ETag"] = quote_etag(str(saved.number))
    response.headers["Location"] = reverse("api-saved-results", args=[key, saved.number])
    return _shape(saved)


def _seen(if_match: str | None) -> int:
    """Return the number that the program saw. Raises Problem."""
    if if_match is None or if_match.strip() == "*":
        detail = _("If-Match is missing. Read the results, and send their ETag.")
        raise Problem("number-missing", detail)
    number = _NUMBER.fullmatch(if_match.strip())
    return int(number.group(1)) if number else -1  # what nobody can have seen


def _sheet(given: shapes.NewResults, edition: Edition) -> ResultSheet:
    """Read what was sent as the framework has it. Raises Refusal, which names the place."""
    codes, rows = Codes(edition), dict[Key, Result]()
    for number, each in enumerate(given.values):
        try:
            key = codes.with_part(codes.read_key(each.code), each.part or "")
            _check_new(key, rows)
            score = read_score(each.score or "")
        except Refusal as refusal:
            raise refusal.within("values", str(number)) from refusal
        rows[key] = Result(
            code=key[0], part=key[1], score=score, weak=each.weak, note=each.note.strip()
        )
    return ResultSheet(tuple(rows.values()))


def _check_new(key: Key, rows: Mapping[Key, Result]) -> None:
    if key in rows:
        raise Refusal(
            say("%(name)s stands twice.", name=name_of(key)), fix=say("Give it one score.")
        )


def _none(cycle: Cycle) -> shapes.Results:
    return shapes.Results(
        number=0,
        edition=named(cycle.edition),
        source=None,
        source_name="",
        restores=None,
        saved_at=None,
        note="",
        values=[],
    )


def _shape(results: ResultSet) -> shapes.Results:
    return shapes.Results(
        number=results.number,
        edition=named(results.edition),
        source=results.source,
        source_name=results.source_name,
        restores=results.restores,
        saved_at=results.saved_at,
        note=results.note,
        values=[_value(each) for each in sheet_of(results).results],
    )


def _value(each: Result) -> shapes.Value:
    return shapes.Value(
        code=each.code,
        part=each.part,
        score=None if each.score is None else f"{each.score.normalize():f}",
        weak=each.weak,
        note=each.note,
        place=each.place,
    )
