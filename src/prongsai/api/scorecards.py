"""The scorecard of a year: the JSON of `prongsai score`."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from prongsai.api import card
from prongsai.api.gate import needs
from prongsai.api.problems import Problem, words
from prongsai.api.years import one_year, results_at
from prongsai.core.scoring.asked import changes_in
from prongsai.core.scoring.what_if import what_if
from prongsai.formats.write_scorecard import as_json
from prongsai.foundation.accounts.scopes import Scope
from prongsai.stages.cycles.models import ResultSet
from prongsai.stages.cycles.selectors import analysis_of, results_of

router = Router(tags=["scorecards"])
_READS = needs(Scope.SCORECARDS_READ, "what-if")

WhatIf = Annotated[
    str | None,
    Query(alias="what-if", max_length=2_000, description="other scores, as o35=100,i7=85"),
]


@router.get(
    "years/{uuid:key}/scorecard", response=card.Scorecard, url_name="api-scorecard", **_READS
)
def get_scorecard(request: HttpRequest, key: UUID, asked: WhatIf = None) -> HttpResponse:
    """Return what the results that stand come to, and what they would with other scores."""
    results = results_of(one_year(key))
    if results is None:
        detail = _("There are no results of this year yet. Save some first.")
        raise Problem("no-results", detail)
    return _answer(results, asked)


@router.get(
    "years/{uuid:key}/results/{int:number}/scorecard",
    response=card.Scorecard,
    url_name="api-saved-scorecard",
    **_READS,
)
def get_saved_scorecard(
    request: HttpRequest, key: UUID, number: int, asked: WhatIf = None
) -> HttpResponse:
    """Return what results come to under the framework that they were saved under."""
    return _answer(results_at(key, number), asked)


def _answer(results: ResultSet, asked: str | None) -> HttpResponse:
    analysis = analysis_of(results)
    edition = analysis.card.edition
    outcome = None if asked is None else what_if(analysis.card, changes_in(asked, edition))
    return HttpResponse(as_json(analysis, words(), outcome), content_type="application/json")
