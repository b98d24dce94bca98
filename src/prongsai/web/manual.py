"""The manual for officers, for everybody: who cannot sign in reads there what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.formats.manual import manual


@require_safe
def read(request: HttpRequest) -> HttpResponse:
    """Show all chapters on one page, so that the browser finds a word in any of them."""
    return render(request, "web/manual.html", {"chapters": manual()})
