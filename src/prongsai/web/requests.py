"""A request of somebody at work, and what an address asks of who opens it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec, Protocol, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission
from prongsai.web import made_in
from prongsai.web.middleware import IN_SESSION, at_work
from prongsai.web.refusals import told

P = ParamSpec("P")

SET_UP = frozenset(
    {
        "mfa_index", "mfa_activate_totp", "mfa_list_webauthn", "add-passkey",
        "mfa_view_recovery_codes", "account_reauthenticate",
    }
)  # fmt: skip
"""Pages that stay open to who must set up a second factor before anything else."""


class StaffRequest(HttpRequest):
    """A request of a person who is at work in an agency: the middleware has seen to it."""

    user: Person
    membership: Membership
    memberships: tuple[Membership, ...]
    actor: Actor
    is_held: bool  # must set up a second factor before anything else


class Page(Protocol[P]):
    """A view that names what it asks for."""

    permission: Permission | None

    def __call__(self, request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        """Answer a request."""


def staff(
    permission: Permission | None,
) -> Callable[[Callable[Concatenate[StaffRequest, P], HttpResponse]], Page[P]]:
    """Open a page to people at work who have a permission; None is for all of them."""

    def wall(view: Callable[Concatenate[StaffRequest, P], HttpResponse]) -> Page[P]:
        @wraps(view)
        def page(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if getattr(request, "actor", None) is None:
                return _of_nobody_at_work(request)
            return _where_it_was_made(request, lambda: opened(request, *args, **kwargs))

        def opened(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            asker = cast("StaffRequest", request)
            if asker.is_held and _name_of(request) not in SET_UP:
                return _led_to_set_up(request)
            if permission is not None and not asker.actor.has(permission):
                raise PermissionDenied
            try:
                return view(asker, *args, **kwargs)
            except NotAllowed as refusal:
                raise PermissionDenied(told(refusal)) from refusal

        named = cast("Page[P]", page)
        named.permission = permission
        return named

    return wall


def _of_nobody_at_work(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.get_full_path())


def _where_it_was_made(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer in the agency in which the form was made, or refuse it."""
    asker = cast("StaffRequest", request)
    if not made_in.was_made_elsewhere(request, asker.membership):
        return answer()
    there = made_in.place_of(request, asker.user)
    if there is None or made_in.GO_BACK not in request.POST:
        return made_in.refused(request, there)
    request.session[IN_SESSION] = str(there.agency.uuid)
    with at_work(request, there, asker.user):
        return answer()


def _name_of(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None


def _led_to_set_up(request: HttpRequest) -> HttpResponse:
    if request.method in {"GET", "HEAD"}:
        return redirect("mfa_index")
    # What was being written when the agency began to ask for it stays in the browser behind.
    return render(request, "web/account/held.html", status=HTTPStatus.FORBIDDEN)
