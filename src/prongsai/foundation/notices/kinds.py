"""Every kind of notice, with what it is called and how it is said; each can be switched off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

NEAR = "deadline.near"
PASSED = "deadline.passed"
MAIL_FAILED = "mail.failed"
JOB_FAILED = "job.failed"
TOKEN_REVOKED = "token.revoked"  # noqa: S105 -- no password
BY_MAIL = "mail"  # not a kind: whether a digest is sent at all


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice: its name, and its sentence with %(title)s and %(day)s."""

    name: str
    sentence: str


KINDS: Mapping[str, Kind] = {
    NEAR: Kind(_("A deadline comes near"), _("%(title)s is due on %(day)s")),
    PASSED: Kind(_("A deadline has passed"), _("%(title)s was due on %(day)s")),
    MAIL_FAILED: Kind(
        _("E-mail could not be sent (administrators)"),
        _("E-mail could not be sent: the server does not answer or refuses. See its settings."),
    ),
    JOB_FAILED: Kind(
        _("Work in the background was given up (administrators)"),
        _("Work in the background was given up: %(title)s"),
    ),
    TOKEN_REVOKED: Kind(
        _("A token of yours was revoked by an administrator"),
        _("An administrator revoked your token %(title)s: its program works no more."),
    ),
}
