"""What happens around every page: the agency that is entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import timezone

from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.selectors import actor_of, lacks_second_factor, memberships_of
from prongsai.foundation.agencies import scope

IN_SESSION = "agency"  # the uuid of the agency that a person with several has chosen


def enter_agency(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let each request of somebody at work use the rows of that one agency, and of no other."""

    def answer(request: HttpRequest) -> HttpResponse:
        person = request.user
        if not isinstance(person, Person):
            return get_response(request)
        rows = memberships_of(person, timezone.localdate())
        membership = _chosen(request, rows)
        if membership is None:
            return _private(get_response(request))
        vars(request).update(memberships=rows)
        with at_work(request, membership, person):
            return _private(get_response(request))

    return answer


@contextmanager
def at_work(request: HttpRequest, membership: Membership, person: Person) -> Iterator[None]:
    """Let a request use the rows of the agency of a membership, as that person there."""
    with scope.agency(membership.agency_id):
        actor = actor_of(membership, person, timezone.localdate())
        held = lacks_second_factor(membership, actor)
        vars(request).update(membership=membership, actor=actor, is_held=held)
        yield


def tell_wrong_method(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let who opens the address of a button read what to do, where Django shows an empty page."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        page = render(request, "405.html", status=response.status_code)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return answer


def _chosen(request: HttpRequest, rows: Sequence[Membership]) -> Membership | None:
    """Return where the person works now: the agency chosen, or the first."""
    chosen = request.session.get(IN_SESSION)
    return next((row for row in rows if str(row.agency.uuid) == chosen), rows[0] if rows else None)


def _private(response: HttpResponse) -> HttpResponse:
    # What one person sees is kept by nobody on the way, and not by the browser of a shared machine.
    response.headers.setdefault("Cache-Control", "no-store")
    return response
