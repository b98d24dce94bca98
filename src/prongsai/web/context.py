"""What the frame of every page shows."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from prongsai.foundation.accounts.roles import Permission

MENU = (
    ("start", None),
    ("agency", Permission.AGENCY_VIEW),
    ("units", Permission.AGENCY_VIEW),
    ("people", Permission.PEOPLE_VIEW),
    ("overseen", Permission.OVERSEE),
    ("audit", Permission.AUDIT_VIEW),
)
"""The pages of the menu, in order, with what each asks for."""


def shell(request: HttpRequest) -> dict[str, object]:
    """Return whether people are made up, the agency, and the pages that this person may open."""
    shown: dict[str, object] = {"is_demo": settings.DEMO_ACCOUNTS.is_file()}
    actor = getattr(request, "actor", None)
    if actor is None:
        return shown
    open_pages = [name for name, asked in MENU if asked is None or actor.has(asked)]
    return shown | {"agency": request.membership.agency, "menu": open_pages}  # type: ignore[attr-defined]
