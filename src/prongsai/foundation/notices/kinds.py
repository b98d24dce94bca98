"""Every kind of notice, with what it is called and how it is said; each can be switched off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.roles import Permission

NEAR = "deadline.near"
PASSED = "deadline.passed"
MAIL_FAILED = "mail.failed"
JOB_FAILED = "job.failed"
TOKEN_REVOKED = "token.revoked"  # noqa: S105 -- no password
BY_MAIL = "mail"  # not a kind: whether a digest is sent at all


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice: its name, its sentence with %(title)s and %(day)s, and who ever gets it."""

    name: str
    sentence: str
    asks: Permission | None = None  # what only those may who get it; None is for everybody


KINDS: Mapping[str, Kind] = {
    NEAR: Kind(_("A deadline comes near"), _("%(title)s is due on %(day)s")),
    PASSED: Kind(_("A deadline has passed"), _("%(title)s was due on %(day)s")),
    MAIL_FAILED: Kind(
        _("E-mail could not be sent (administrators)"),
        _("E-mail could not be sent: the server does not answer or refuses. See its settings."),
        asks=Permission.PEOPLE_EDIT,
    ),
    JOB_FAILED: Kind(
        _("Work in the background was given up (administrators)"),
        _("Work in the background was given up: %(title)s"),
        asks=Permission.PEOPLE_EDIT,
    ),
    TOKEN_REVOKED: Kind(
        _("A token of yours was revoked by an administrator"),
        _("An administrator revoked your token %(title)s: its program works no more."),
    ),
}


def kinds_for(who: Actor) -> tuple[str, ...]:
    """Return the kinds of notices that somebody can get in the agency."""
    return tuple(key for key, kind in KINDS.items() if kind.asks is None or who.has(kind.asks))
