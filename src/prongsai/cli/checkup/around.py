"""What stands around the application: its address, mail, the worker, backups."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from prongsai.cli.checkup.line import Line, look, ok, wrong
from prongsai.cli.commands import COMMANDS
from prongsai.core.sentences import Sentence, say
from prongsai.formats.os_reasons import reason
from prongsai.foundation.backups.services import LAST

BACKUP_GETS_OLD = timedelta(days=7)
WORKER_IS_GONE = timedelta(minutes=10)
_HERE = {"127.0.0.1", "localhost", "::1", "[::1]"}
_READY = b"220"
_PATIENCE = 10  # seconds


def address() -> Iterator[Line]:
    """Look whether the names and HTTPS fit together."""
    names = ", ".join(settings.ALLOWED_HOSTS)
    only_here = set(settings.ALLOWED_HOSTS) <= _HERE
    if not settings.HTTPS and not only_here:
        yield wrong(
            say("passwords go over the network in the open: %(names)s without HTTPS.", names=names),
            say("Put a server with a certificate in front, and set PRONGSAI_HTTPS=true."),
        )
    elif settings.HTTPS and only_here:
        yield look(
            say("HTTPS is set, and only this machine is answered: %(names)s.", names=names),
            say("Write the names that people use into PRONGSAI_HOSTS."),
        )
    else:
        yield ok(say("the server answers to: %(names)s.", names=names))


def mail() -> Iterator[Line]:
    """Look whether the mail server answers."""
    server = getattr(settings, "MAIL_SERVER", None)
    if server is None:
        yield look(
            say("no mail is set: links of invitations are handed over by hand."),
            say("Set PRONGSAI_SMTP_URL where there is a mail server."),
        )
        return
    host = server.host
    try:
        greeting = _greeting(host, server.port, with_tls=server.security.value == "smtps")
    except OSError as error:
        yield wrong(
            say("the mail server %(host)s does not answer: %(why)s.", host=host, why=reason(error)),
            say("See PRONGSAI_SMTP_URL, and whether this machine may reach that server."),
        )
        return
    if greeting.startswith(_READY):
        yield ok(say("the mail server %(host)s answers.", host=host))
    else:
        yield wrong(
            say("%(host)s, port %(port)s is no mail server.", host=host, port=server.port),
            say("See PRONGSAI_SMTP_URL."),
        )


def worker() -> Iterator[Line]:
    """Look when the worker was last at work."""
    if "worker" not in COMMANDS:
        return
    at = _moment(settings.WORKER_SEEN)
    fix = say("prongsai serve starts it; without it no reminder and no mail goes out.")
    if at is None:
        yield look(say("no worker has been here."), fix)
    elif timezone.now() - at > WORKER_IS_GONE:
        yield wrong(say("the worker was last here %(age)s ago.", age=_age(at)), fix)
    else:
        yield ok(say("the worker is at work."))


def backup() -> Iterator[Line]:
    """Look how old the last backup is."""
    at = _moment(settings.FOLDER / LAST)
    fix = say("Make one, and keep it on another machine: prongsai backup FILE --to age1…")
    if at is None:
        yield look(say("no backup was made yet."), fix)
    elif timezone.now() - at > BACKUP_GETS_OLD:
        yield look(say("the last backup is %(age)s old.", age=_age(at)), fix)
    else:
        yield ok(say("the last backup is %(age)s old.", age=_age(at)))


def _greeting(host: str, port: int, *, with_tls: bool) -> bytes:
    with socket.create_connection((host, port), timeout=_PATIENCE) as link:
        if not with_tls:
            return link.recv(3)
        with ssl.create_default_context().wrap_socket(link, server_hostname=host) as closed:
            return closed.recv(3)


def _moment(path: Path) -> datetime | None:
    """Return the moment that a file tells, or None where there is no such file or no moment."""
    try:
        at = datetime.fromisoformat(json.loads(path.read_text("utf-8"))["at"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return at if at.tzinfo else None


def _age(at: datetime) -> Sentence:
    passed = timezone.now() - at
    hours = max(0, int(passed.total_seconds() // 3600))
    return say("%(days)s d %(hours)s h", days=hours // 24, hours=hours % 24)
