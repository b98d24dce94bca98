"""What happens around every request of a program: its agency, and the form of every answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

from prongsai.api.problems import MEDIA_TYPE, Problem, answer_of, usual, written
from prongsai.api.requests import Program, is_for_api, word_in
from prongsai.foundation.accounts.selectors import actor_of_token, token_of
from prongsai.foundation.accounts.services.tokens import note_use
from prongsai.foundation.agencies import scope

Answer = Callable[[HttpRequest], HttpResponse]


def as_answers_of_api(get_response: Answer) -> Answer:
    """Give each answer its mark (ETag), and let every error be a problem, whoever raised it."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not is_for_api(request):
            return get_response(request)
        request.META.pop("HTTP_COOKIE", None)  # a browser that is signed in is nobody here
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        with override(get_language_from_request(request)):
            answered = get_response(request) if _is_private(request) else _read_by_others()
            response = _as_problem(_allowing(request, _marked(request, answered)))
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Accept-Language, Authorization"
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            return response
        response.headers["Content-Length"] = str(len(response.content))
        if is_head:
            response.content = b""
        return response

    return answer


def enter_agency(get_response: Answer) -> Answer:
    """Let a program use the rows of the agency of its token, and of no other."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not is_for_api(request):
            return get_response(request)
        word, today = word_in(request), timezone.localdate()
        token = token_of(word, today) if word else None
        if token is None:
            vars(request)["program"] = None
            return get_response(request)
        with scope.agency(token.agency_id):
            note_use(token=token, today=today)
            program = Program(token, actor_of_token(token, today))
            vars(request).update(program=program, membership=token.membership)
            return get_response(request)

    return answer


def _is_private(request: HttpRequest) -> bool:
    """Test if nobody on the way read the token: pages lead to HTTPS, a program must be told."""
    return request.is_secure() or not settings.SECURE_SSL_REDIRECT


def _read_by_others() -> HttpResponse:
    detail = _("The token came without HTTPS: others may have read it. Revoke it, and use https.")
    return answer_of(Problem("not-secure", detail))


def _marked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give what was read its mark; what the program has already is not sent again."""
    if request.method != "GET" or response.status_code != HTTPStatus.OK:
        return response
    mark = hashlib.sha256(response.content).hexdigest()[:32]
    response.headers.setdefault("ETag", quote_etag(mark))
    found = get_conditional_response(request, etag=response.headers["ETag"], response=response)
    return found if isinstance(found, HttpResponse) else response


def _allowing(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Name everything that an address does; who asked for that (OPTIONS) is told no more."""
    if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return response
    named = [each for each in response.headers["Allow"].split(", ") if each]
    does = [*(("GET", "HEAD") if "GET" in named else ()), *named, "OPTIONS"]
    told = response if request.method != "OPTIONS" else HttpResponse(status=HTTPStatus.NO_CONTENT)
    told.headers["Allow"] = ", ".join(dict.fromkeys(does))
    return told


def _as_problem(response: HttpResponse) -> HttpResponse:
    is_told = response.headers.get("Content-Type") == MEDIA_TYPE
    if response.status_code < HTTPStatus.BAD_REQUEST or is_told:
        return response
    response.content = written(usual(response.status_code))
    response.headers["Content-Type"] = MEDIA_TYPE
    return response
