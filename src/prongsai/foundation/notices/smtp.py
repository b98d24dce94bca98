"""Hand one message to a mail server, and know whether it was taken.

Python's own client hides the one thing that matters here: whether an error came before the server
could have taken the message or after.
"""

from __future__ import annotations

import contextlib
import re
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from enum import Enum

TIMEOUT = 30.0  # seconds
OK = 250
_NEVER = re.compile(r"[\s<>,;:\x00-\x1f\x7f]")  # in an address of an account
_REFUSED_FOR_GOOD = 5  # the first digit of such an answer (RFC 5321, 4.2.1)


class Security(Enum):
    """How the way to the server is closed."""

    NONE = "smtp"
    STARTTLS = "starttls"
    TLS = "smtps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server."""

    host: str
    port: int
    security: Security = Security.NONE
    user: str = ""
    password: str = ""


class NotSent(Exception):
    """The message was not taken: it may be sent again. `is_final`: it would be refused again."""

    def __init__(self, why: str, *, is_final: bool = False) -> None:
        super().__init__(why)
        self.is_final = is_final


class Unsure(Exception):
    """The connection broke after the message was handed over: nobody knows if it was taken."""


def deliver(message: EmailMessage, *, sender: str, recipient: str, server: Server) -> None:
    """Hand over a message.

    :raises NotSent: if it was surely not taken.
    :raises Unsure: if it may have been taken.
    """
    if _NEVER.search(recipient):
        # Python's client would look for some address in it, and send to that.
        raise NotSent("no address", is_final=True)
    try:
        whole = message.as_bytes(policy=SMTP)
        link = _opened(server)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise NotSent(type(error).__name__) from error
    try:
        _announce(link, sender, recipient)
        _hand_over(link, whole)
    finally:
        with contextlib.suppress(OSError, smtplib.SMTPException):
            link.quit()
        link.close()


def _opened(server: Server) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    if server.security is Security.TLS:
        link: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=TIMEOUT, context=trusted
        )
    else:
        link = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        if server.security is Security.STARTTLS:
            link.starttls(context=trusted)
        if server.user:
            link.login(server.user, server.password)
    except BaseException:
        link.close()
        raise
    return link


def _announce(link: smtplib.SMTP, sender: str, recipient: str) -> None:
    try:
        link.ehlo_or_helo_if_needed()
        for ask, address in ((link.mail, sender), (link.rcpt, recipient)):
            code, _ = ask(address)
            if code != OK:
                raise NotSent(f"answer {code}", is_final=code // 100 == _REFUSED_FOR_GOOD)
    except ValueError as error:  # letters that cannot be sent
        raise NotSent(type(error).__name__, is_final=True) from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(type(error).__name__) from error


def _hand_over(link: smtplib.SMTP, whole: bytes) -> None:
    try:
        code, _ = link.data(whole)
    except smtplib.SMTPDataError as error:  # it did not even ask for the message
        raise NotSent(f"answer {error.smtp_code}") from error
    except (OSError, smtplib.SMTPException) as error:
        raise Unsure(type(error).__name__) from error
    if code != OK:
        raise NotSent(f"answer {code}", is_final=code // 100 == _REFUSED_FOR_GOOD)
