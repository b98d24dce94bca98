"""What only a demonstration has: everything as it was at first, by one button."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.core.errors import Refusal
from prongsai.foundation.backups.first_state import is_kept, put_back
from prongsai.foundation.jobs.pause import at_work
from prongsai.web.refusals import told


def held_together(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let no page be answered from two states while a demonstration is put back."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == reverse("begin-anew"):
            return get_response(request)
        with at_work():
            return get_response(request)

    return answer


@require_POST
def begin_anew(request: HttpRequest) -> HttpResponse:
    """Put the first state of a demonstration back; where the people are real there is nothing here.

    Everybody may: who can open the page can read the passwords of all who are made up.
    """
    if not is_kept():
        raise Http404
    try:
        put_back()
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return redirect("sign-in")
    request.session.flush()  # whose session is gone
    messages.success(request, _("Everything is as it was at first. Sign in again."))
    return redirect("sign-in")
