"""Pages of what a person is told, and of how."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.foundation.notices.kinds import BY_MAIL, KINDS
from prongsai.foundation.notices.models import Notice
from prongsai.foundation.notices.selectors import has_calendar, notices_of, switched_off
from prongsai.foundation.notices.services import (
    choose,
    link_calendar,
    mark_all_read,
    mark_read,
    unlink_calendar,
)
from prongsai.web.forms import ChoicesForm
from prongsai.web.requests import StaffRequest, staff
from prongsai.web.templatetags.thai import day

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as people read it."""

    row: Notice
    kind: str
    sentence: str


@require_safe
@staff(None)
def notices(request: StaffRequest) -> HttpResponse:
    """Show what this person was told, the last first."""
    page = Paginator(notices_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    told = [read_out(row) for row in page]
    return render(request, "web/notices.html", {"page": page, "told": told})


@require_POST
@staff(None)
def read(request: StaffRequest, key: UUID) -> HttpResponse:
    """Write down that a notice of this person was read."""
    mark_read(notice=get_object_or_404(notices_of(request.user), uuid=key))
    return redirect("notices")


@require_POST
@staff(None)
def read_all(request: StaffRequest) -> HttpResponse:
    """Write down that all that this person saw was read."""
    last = _uuid(request.POST.get("last", ""))
    seen = None if last is None else notices_of(request.user).filter(uuid=last).first()
    if seen is not None:  # what came after the page was shown has not been seen
        mark_all_read(person=request.user, up_to=seen.pk)
    return redirect("notices")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(None)
def choices(request: StaffRequest) -> HttpResponse:
    """Show and change which notices this person wants, and the link of the calendar."""
    off = switched_off(request.user)
    wanted = [kind for kind in (*KINDS, BY_MAIL) if kind not in off]
    given = request.POST if request.method == "POST" else None
    form = ChoicesForm(given, initial={"wanted": wanted}, who=request.actor)
    if form.is_valid():
        choose(person=request.user, wanted=form.cleaned_data["wanted"], by=request.actor)
        messages.success(request, _("Your choices were saved."))
        return redirect("notice-choices")
    shown = {"form": form, "has_calendar": has_calendar(request.user)}
    return render(request, "web/notice_choices.html", shown)


@require_POST
@staff(None)
def link(request: StaffRequest) -> HttpResponse:
    """Make a new link to the calendar of this person; it is shown once."""
    word = link_calendar(person=request.user, by=request.actor)
    address = request.build_absolute_uri(reverse("calendar", args=[word]))
    return render(request, "web/calendar_link.html", {"link": address})


@require_POST
@staff(None)
def unlink(request: StaffRequest) -> HttpResponse:
    """Close the link to the calendar of this person."""
    unlink_calendar(person=request.user, by=request.actor)
    messages.success(request, _("The link to your calendar opens nothing any more."))
    return redirect("notice-choices")


def read_out(row: Notice) -> Told:
    """Return a notice as people read it."""
    kind = KINDS[row.kind]
    values = {"title": row.title, "day": day(row.due_on) if row.due_on else ""}
    return Told(row, _(kind.name), _(kind.sentence) % values)


def _uuid(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None
