"""Pages of tokens: the keys with which programs work for a person through the API."""

from __future__ import annotations

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.scopes import names_of
from prongsai.foundation.accounts.selectors import tokens_of
from prongsai.foundation.accounts.services.tokens import make_token, revoke_token
from prongsai.web.account.forms import TokenForm
from prongsai.web.refusals import told
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(None)
def tokens(request: StaffRequest) -> HttpResponse:
    """Show the tokens of this person that work."""
    rows = [(each, names_of(each.scopes)) for each in tokens_of(request.membership)]
    return render(request, "web/account/tokens.html", {"tokens": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@staff(None)
@reauthentication_required
def make(request: StaffRequest) -> HttpResponse:
    """Make a token; its word is shown once."""
    given = request.POST if request.method == "POST" else None
    form = TokenForm(given, permissions=request.actor.permissions)
    if form.is_valid():
        try:
            word = make_token(membership=request.membership, by=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, told(refusal))
        else:
            return render(request, "web/account/token_made.html", {"word": word})
    return render(request, "web/account/make_token.html", {"form": form})


@require_POST
@staff(None)
def revoke(request: StaffRequest, key: UUID) -> HttpResponse:
    """Let a token of this person work no more."""
    token = get_object_or_404(tokens_of(request.membership), uuid=key)
    revoke_token(token=token, by=request.actor)
    messages.success(request, _("The token %(name)s works no more.") % {"name": token.name})
    return redirect("tokens")
