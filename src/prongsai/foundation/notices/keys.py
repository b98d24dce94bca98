"""What somebody is told of the keys to the own account: a link to a new password, a token."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Person, Token
from prongsai.foundation.accounts.services.tokens import revoke_token
from prongsai.foundation.notices.envelopes import written
from prongsai.foundation.notices.kinds import TOKEN_REVOKED
from prongsai.foundation.notices.services import tell
from prongsai.foundation.notices.smtp import NotSent, Server, Unsure, deliver


def can_mail() -> bool:
    """Test if this server sends mail."""
    return settings.MAIL_SERVER is not None


def mail_password_link(*, person: Person, path: str) -> bool:
    """Mail a link to a new password to its person, at once; return whether it may have arrived.

    It is no job: its word would have to be kept until the job is done.
    """
    server: Server | None = settings.MAIL_SERVER
    if server is None:
        return False
    with translation.override(person.language):
        subject = _("Prongsai: a link to a new password")
        body = _(
            "With this link you set a new password. It works once, and for 24 hours:\n\n"
            "%(link)s\n\n"
            "If you did not ask for it, do not open it, and tell the administrator of your "
            "agency.\n"
        ) % {"link": f"{settings.ADDRESS}{path}"}
    try:
        letter = written(subject, body, to=person.email, key=uuid4())
        deliver(letter, sender=settings.MAIL_FROM, recipient=person.email, server=server)
    except Unsure:
        return True
    except NotSent:
        return False
    return True


@transaction.atomic
def revoke_and_tell(*, token: Token, by: Actor) -> None:
    """Let a token work no more, and tell its owner where somebody else did that.

    :raises NotAllowed: if it is a colleague's and this person is no administrator.
    """
    revoke_token(token=token, by=by)
    owner = token.membership.person
    if str(owner.uuid) != by.key:
        tell(people=[owner.pk], kind=TOKEN_REVOKED, key=str(token.uuid), title=token.name)
