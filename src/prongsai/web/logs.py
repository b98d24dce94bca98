"""A line in the log for each request, and its number on everything that is logged meanwhile."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from prongsai.foundation.audit.request import request_id

log = logging.getLogger("prongsai.requests")

_METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}
# Asked every few seconds by who watches the server; and no page at all: the look of the pages.
_NOT_TOLD = {"health", "-"}


def logged(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request a number, and tell what it asked for by the name of the address only: keys
    and words in it may be somebody's.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        token = request_id.set(uuid.uuid4().hex)
        began = time.monotonic()
        try:
            response = get_response(request)
            _tell(request, response, time.monotonic() - began)
        finally:
            request_id.reset(token)
        return response

    return answer


def _tell(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    found = request.resolver_match
    name = (found and found.view_name) or "-"
    if name in _NOT_TOLD and response.status_code < HTTPStatus.BAD_REQUEST:
        return
    membership = getattr(request, "membership", None)
    told = {
        "method": request.method if request.method in _METHODS else "-",
        "page": name,
        "status": response.status_code,
        "ms": round(seconds * 1_000),
        "agency": str(membership.agency.uuid) if membership else "",
    }
    log.info("request", extra={"told": told})
