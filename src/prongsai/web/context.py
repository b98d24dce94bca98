"""What the frame of every page shows."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from prongsai.foundation.accounts.made_up import is_demo
from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.backups.first_state import is_kept
from prongsai.foundation.notices.selectors import unread_count

MENU = (
    ("start", None),
    ("years", Permission.YEAR_VIEW),
    ("agency", Permission.AGENCY_VIEW),
    ("units", Permission.AGENCY_VIEW),
    ("people", Permission.PEOPLE_VIEW),
    ("files", Permission.EVIDENCE_VIEW),
    ("overseen", Permission.OVERSEE),
    ("holidays", Permission.AGENCY_VIEW),
    ("audit", Permission.AUDIT_VIEW),
    ("account", None),
)
"""The pages of the menu, in order, with what each asks for."""


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the agency, the names of the pages that may be opened, and how many notices wait."""
    here = (request.resolver_match and request.resolver_match.url_name) or ""
    shown: dict[str, object] = {
        "here": here,
        # What was searched for stays in the field; other pages may have a q of their own.
        "searched": request.GET.get("q", "") if here == "search" else "",
        "is_demo": is_demo(),
        "can_begin_anew": is_kept(),
        "outside_sign_in": settings.OUTSIDE_SIGN_IN,
    }
    actor = getattr(request, "actor", None)
    if actor is None:
        return shown
    is_held = getattr(request, "is_held", False)  # then no page of the menu opens
    membership: Membership = request.membership  # type: ignore[attr-defined]
    may = () if is_held else MENU
    menu = tuple(name for name, asked in may if asked is None or actor.has(asked))
    return {
        **shown,
        "agency": membership.agency,
        "is_held": is_held,
        "menu": menu,
        "unread": unread_count(membership.person_id),
        "now": timezone.now(),  # when a page was printed
    }
