"""Pages of the tokens of the agency: whose programs work here, and an end to each."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.scopes import names_of
from prongsai.foundation.accounts.selectors import tokens_of_colleagues
from prongsai.foundation.notices.keys import revoke_and_tell
from prongsai.web.paging import page_of
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(Permission.PEOPLE_EDIT)
def tokens(request: StaffRequest) -> HttpResponse:
    """Show the tokens of everybody here that work."""
    page = page_of(tokens_of_colleagues(timezone.localdate()), request)
    rows = [(each, names_of(each.scopes)) for each in page]
    return render(request, "web/people_tokens.html", {"page": page, "rows": rows})


@require_POST
@staff(Permission.PEOPLE_EDIT)
def revoke(request: StaffRequest, key: UUID) -> HttpResponse:
    """Let a token of somebody here work no more."""
    token = get_object_or_404(tokens_of_colleagues(timezone.localdate()), uuid=key)
    revoke_and_tell(token=token, by=request.actor)
    messages.success(request, _("The token %(name)s works no more.") % {"name": token.name})
    return redirect("agency-tokens")
