"""What stands around every letter that Prongsai sends."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from prongsai.foundation.notices.smtp import NotSent


def written(subject: str, body: str, *, to: str, key: UUID) -> EmailMessage:
    """Write a letter to an address; the key is its own, and the same when it is sent again.

    :raises NotSent: if the address cannot stand in a letter.
    """
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = settings.MAIL_FROM
    try:
        made["To"] = to
    except ValueError as error:  # a line break: it would begin another header
        raise NotSent(type(error).__name__, is_final=True) from error
    made["Date"] = format_datetime(timezone.now())
    made["Message-ID"] = f"<{key}@{urlsplit(settings.ADDRESS).hostname}>"
    made["Auto-Submitted"] = "auto-generated"
    # Base64: some old servers still shorten bytes to seven bits.
    made.set_content(body, cte="base64")
    return made
