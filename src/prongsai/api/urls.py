"""Addresses of the API, and what is answered where one of them refuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import JSONRenderer

from prongsai.api import editions, results, scorecards, years
from prongsai.api.problems import Problem, answer_of, not_valid, refused, usual
from prongsai.api.sent import Once, place_of
from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.stages.cycles.policies import YearClosed
from prongsai.stages.cycles.services import SavedMeanwhile


class _Renderer(JSONRenderer):
    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}  # Thai stays readable, and short


api = NinjaAPI(
    renderer=_Renderer(),
    parser=Once(),
    title="Prongsai",
    version="1",
    description="The years, results, scorecards and frameworks of the agency of a token.",
    docs_url=None,
    openapi_url=None,  # docs/openapi.json
)
for each in (editions, years, results, scorecards):
    api.add_router("", each.router)

# The page that ninja adds at the root is not ours.
urlpatterns = [
    each for each in api.urls[0] if isinstance(each, URLPattern) and each.name != "api-root"
]


@api.exception_handler(Problem)
def _problem(_request: HttpRequest, problem: Problem) -> HttpResponse:
    return answer_of(problem)


@api.exception_handler(ValidationError)
def _not_valid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    return answer_of(not_valid([place_of(each) for each in error.errors]))


@api.exception_handler(HttpError)
def _unreadable(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return answer_of(usual(error.status_code))


@api.exception_handler(Refusal)
def _refused(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
    problem = refused(refusal)
    if isinstance(refusal, SavedMeanwhile):
        return answer_of(Problem("saved-meanwhile", problem.detail))
    if isinstance(refusal, YearClosed):
        return answer_of(Problem("year-closed", problem.detail))
    if isinstance(refusal, NotAllowed):
        return answer_of(Problem("owner-lacks", problem.detail))
    return answer_of(problem)
