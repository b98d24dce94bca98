"""What the frame of every page shows."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from prongsai.foundation.accounts.roles import Permission

MENU = (
    ("start", None),
    ("agency", Permission.AGENCY_VIEW),
    ("units", Permission.AGENCY_VIEW),
    ("people", Permission.PEOPLE_VIEW),
    ("files", Permission.EVIDENCE_VIEW),
    ("overseen", Permission.OVERSEE),
    ("audit", Permission.AUDIT_VIEW),
    ("account", None),
)
"""The pages of the menu, in order, with what each asks for."""


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the agency, and the names of the pages that this person may open."""
    outside: dict[str, object] = {"outside_sign_in": settings.OUTSIDE_SIGN_IN}
    actor = getattr(request, "actor", None)
    if actor is None:
        return outside
    return {
        **outside,
        "agency": request.membership.agency,  # type: ignore[attr-defined]
        "menu": [name for name, asked in MENU if asked is None or actor.has(asked)],
        "now": timezone.now(),  # when a page was printed
    }
