"""Who may call an address, and what may be sent to it."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security.base import AuthBase

from prongsai.api.problems import UNKNOWN, Place, Problem, not_valid, usual
from prongsai.api.requests import Program, word_in
from prongsai.foundation.accounts.scopes import NEEDS, Scope

SAYS_SCOPE = "x-scope"
MOST_BYTES = 256 * 1024
_REALM = 'Bearer realm="prongsai"'


class Token(AuthBase):
    """A token with a scope, whose owner may still do what the scope lets the token do."""

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __init__(self, scope: Scope, asked: Sequence[str]) -> None:
        """Ask for a scope, and let nothing be asked in the query but these names."""
        super().__init__()
        self.scope, self.asked = scope, tuple(asked)

    def __call__(self, request: HttpRequest) -> Program:
        """Return who calls. Raises Problem."""
        program: Program | None = getattr(request, "program", None)
        if program is None:
            raise _nobody(request)
        if self.scope not in program.token.scopes:
            detail = _("The token has not the scope %(scope)s. Make one that has it.")
            raise self._forbidden("scope-lacks", detail)
        if not program.actor.has(NEEDS[self.scope]):
            detail = _("The owner of the token may not do this now (%(scope)s). Ask for the role.")
            raise self._forbidden("owner-lacks", detail)
        _check_sent(request)
        _check_query(request, self.asked)
        return program

    def _forbidden(self, code: str, detail: str) -> Problem:
        told = f'{_REALM}, error="insufficient_scope", scope="{self.scope.value}"'
        return Problem(
            code,
            detail % {"scope": self.scope.value},
            headers={"WWW-Authenticate": told},
            more={"scope": self.scope.value},
        )


def needs(scope: Scope, *asked: str) -> dict[str, Any]:
    """Return what an endpoint is told: to ask for a scope, to say so, what its query may hold."""
    return {"auth": Token(scope, asked), "openapi_extra": {SAYS_SCOPE: scope.value}}


def _nobody(request: HttpRequest) -> Problem:
    wrong = ', error="invalid_token"' if word_in(request) else ""
    return Problem(
        "no-token",
        _("There is no token that works. Send Authorization: Bearer, with a token of an account."),
        headers={"WWW-Authenticate": f"{_REALM}{wrong}"},
    )


def _check_sent(request: HttpRequest) -> None:
    """Refuse a body that is no JSON, or too large to be results."""
    if request.method != "POST":
        return
    if request.content_type != "application/json":
        detail = _("What was sent is not JSON. Send Content-Type: application/json.")
        raise Problem("not-json", detail)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        raise usual(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _check_query(request: HttpRequest, asked: tuple[str, ...]) -> None:
    """Refuse what nobody asks for: a program that writes `limt` shall not take a page for all."""
    wrong = [
        Place(f"query › {name}", "twice") if name in asked else _unknown(name, asked)
        for name, values in request.GET.lists()
        if name not in asked or len(values) > 1
    ]
    if wrong:
        raise not_valid(wrong)


def _unknown(name: str, asked: tuple[str, ...]) -> Place:
    return Place(f"query › {name}", UNKNOWN, asked)
