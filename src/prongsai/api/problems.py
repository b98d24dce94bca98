"""What went wrong, as application/problem+json (RFC 9457), in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from prongsai.core.errors import Refusal
from prongsai.formats.interface import catalogue
from prongsai.foundation.audit.request import request_id

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: _("Bad Request"),
    401: _("Unauthorized"),
    403: _("Forbidden"),
    404: _("Not Found"),
    405: _("Method Not Allowed"),
    409: _("Conflict"),
    412: _("Precondition Failed"),
    413: _("Content Too Large"),
    415: _("Unsupported Media Type"),
    422: _("Unprocessable Content"),
    428: _("Precondition Required"),
    429: _("Too Many Requests"),
    500: _("Internal Server Error"),
    503: _("Service Unavailable"),
}
"""Every status of a problem, with the words of HTTP for it."""
STATUSES: Mapping[str, int] = {
    "not-understood": 400,
    "no-token": 401,
    "not-secure": 403,
    "scope-lacks": 403,
    "owner-lacks": 403,
    "not-found": 404,
    "no-results": 404,
    "method": 405,
    "year-closed": 409,
    "saved-meanwhile": 412,
    "too-large": 413,
    "not-json": 415,
    "not-valid": 422,
    "refused": 422,
    "number-missing": 428,
    "too-many": 429,
    "broken": 500,
    "unavailable": 503,
}
"""Every problem by what programs call it, with its status; docs/reference/api.md explains each."""
UNKNOWN = "unknown"
TYPE = "urn:prongsai:problem:"
USUAL = {
    400: ("not-understood", _("The request cannot be read. Send what docs/openapi.json says.")),
    404: ("not-found", _("There is nothing at this address for your agency. Look at the address.")),
    405: ("method", _("This address does not do that. Allow names what it does.")),
    412: ("saved-meanwhile", _("It is not what you saw any more. Read it again, then decide.")),
    413: ("too-large", _("What was sent is too large. Send less.")),
    429: ("too-many", _("Too much was sent in a minute. Wait as long as Retry-After says.")),
    500: ("broken", _("Something broke here. Nothing was changed. Tell who runs the server.")),
    503: ("unavailable", _("Nothing can be kept just now. Nothing was changed. Try again later.")),
}
"""What is told where nobody knew more than the status."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a request that is not as it must be: why, and what may stand there instead."""

    where: str
    code: str
    allowed: tuple[str, ...] = ()

    @property
    def allows(self) -> str:
        """Say what may stand there."""
        said = gettext("There is no %(where)s: what may be sent is %(allowed)s.")
        return said % {"where": self.where, "allowed": ", ".join(self.allowed) or "–"}

    @property
    def told(self) -> Mapping[str, object]:
        """Return it for programs."""
        told = {"where": self.where, "code": self.code}
        return {**told, "allowed": self.allowed} if self.code == UNKNOWN else told


class Problem(Exception):
    """An expected no: what it is called by programs, and what people read."""

    def __init__(
        self,
        code: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, object] | None = None,
    ) -> None:
        """Keep the sentence in the language of the request, headers of the answer, and fields."""
        super().__init__(code, detail)
        self.status, self.code, self.detail = STATUSES[code], code, detail
        self.headers, self.more = headers or {}, more or {}


def usual(status: int) -> Problem:
    """Return the problem of a status about which nothing more is known."""
    code, detail = USUAL.get(
        status, USUAL[500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400]
    )
    return Problem(code, str(detail))


def refused(refusal: Refusal) -> Problem:
    """Return the problem of what a service or the core refuses."""
    return Problem("refused", refusal.written(words()))


def answer_of(problem: Problem) -> HttpResponse:
    """Write a problem."""
    return HttpResponse(
        written(problem),
        status=problem.status,
        content_type=MEDIA_TYPE,
        headers={**problem.headers},
    )


def written(problem: Problem) -> bytes:
    """Write the body of a problem; its instance is the number that the log and the record have."""
    told = {
        "type": f"{TYPE}{problem.code}",
        "title": str(TITLES.get(problem.status, problem.status)),
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "instance": UUID(request_id.get()).urn,
        **problem.more,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def words() -> Mapping[str, str]:
    """Return the words of the core in the language of the request."""
    return catalogue("en" if get_language() == "en" else "th")


def not_valid(places: Sequence[Place]) -> Problem:
    """Return the problem of what is not as docs/openapi.json says: each place, and why."""
    detail = gettext("Not as docs/openapi.json says: %(places)s. Change it and send it again.")
    named = ", ".join(each.where for each in places)
    said = [detail % {"places": named}, *(each.allows for each in places if each.code == UNKNOWN)]
    errors = [each.told for each in places]
    return Problem("not-valid", " ".join(dict.fromkeys(said)), more={"errors": errors})
