"""A request of somebody at work, and what an address asks of who opens it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission
from prongsai.web.refusals import told

P = ParamSpec("P")


class StaffRequest(HttpRequest):
    """A request of a person who is at work in an agency: the middleware has seen to it."""

    user: Person
    membership: Membership
    memberships: tuple[Membership, ...]
    actor: Actor


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
            actor = getattr(request, "actor", None)
            if actor is None:
                if request.user.is_authenticated:
                    raise PermissionDenied
                return redirect_to_login(request.get_full_path())
            if permission is not None and not actor.has(permission):
                raise PermissionDenied
            try:
                return view(cast("StaffRequest", request), *args, **kwargs)
            except NotAllowed as refusal:
                raise PermissionDenied(told(refusal)) from refusal

        named = cast("Page[P]", page)
        named.permission = permission
        return named

    return wall
