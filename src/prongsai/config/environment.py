"""Settings from the environment; a wrong value stops the start."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from prongsai.foundation.notices.smtp import Security, Server

PREFIX = "PRONGSAI_"
_PORTS = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}
POSTGRES = "django.db.backends.postgresql"
SQLITE = "django.db.backends.sqlite3"


def text(name: str, default: str = "") -> str:
    """Read a setting, or the file that its `_FILE` names; a file keeps a secret out of the list of
    processes.

    :raises ImproperlyConfigured: if both are given, or the file cannot be read.
    """
    given = os.environ.get(PREFIX + name)
    path = os.environ.get(f"{PREFIX}{name}_FILE")
    if given is not None and path is not None:
        raise ImproperlyConfigured(f"{PREFIX}{name}: give the value or its file, not both")
    if path is None:
        return default if given is None else given
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{PREFIX}{name}_FILE={path!r}: {error}") from error


def yes_or_no(name: str, *, default: bool) -> bool:
    """Read a yes/no setting.

    :raises ImproperlyConfigured: if it is anything but true or false.
    """
    value = text(name, str(default)).lower()
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r}: write true or false")
    return value == "true"


def one_of(name: str, choices: Sequence[str]) -> str:
    """Read a setting that is one of a few words, the first where nothing is given.

    :raises ImproperlyConfigured: if it is another one.
    """
    value = text(name, choices[0])
    if value not in choices:
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r}: write {' or '.join(choices)}")
    return value


def whole_number(name: str, default: int) -> int:
    """Read a number from 1.

    :raises ImproperlyConfigured: if it is none.
    """
    value = text(name, str(default))
    if not re.fullmatch("[1-9][0-9]{0,8}", value):
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r}: write a whole number from 1")
    return int(value)


def scanner(name: str) -> str:
    """Read where clamd listens: the path of its socket or host:port, or "" for nowhere.

    :raises ImproperlyConfigured: if it is neither.
    """
    value = text(name)
    if value and not re.fullmatch(r"/.+|[^/\s]+:[0-9]{1,5}", value):
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r}: write /path/of/socket or host:port")
    return value


def names(name: str, default: str = "") -> list[str]:
    """Read a list with commas between."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


@dataclass(frozen=True, slots=True)
class Outside:
    """A provider of OpenID Connect by which people may sign in."""

    name: str  # as people know it
    url: str
    client_id: str
    secret: str
    scopes: list[str]

    @property
    def origin(self) -> str:
        """Return where its pages are, for the policy of ours."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def app(self) -> dict[str, object]:
        """Return what allauth asks for."""
        return {
            "provider_id": "outside",
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {"server_url": self.url.rstrip("/"), "scope": self.scopes},
        }


def outside_sign_in(given: Outside) -> Outside | None:
    """Check by which provider people may sign in; None where nothing is set.

    :raises ImproperlyConfigured: if only a part is given, or what is said could be listened to.
    """
    parts = {
        "URL": given.url,
        "NAME": given.name,
        "CLIENT_ID": given.client_id,
        "CLIENT_SECRET": given.secret,
    }
    if not any(parts.values()):
        return None
    missing = [f"{PREFIX}OIDC_{name}" for name, value in parts.items() if not value]
    if missing:
        raise ImproperlyConfigured(f"the sign-in outside needs {', '.join(missing)} too")
    url = urlsplit(given.url)
    if url.scheme != "https" and url.hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise ImproperlyConfigured(f"{PREFIX}OIDC_URL={given.url!r}: begin it with https://")
    return given


def database(url: str, folder: Path) -> dict[str, object]:
    """Return what Django connects to: `postgresql://…`, `sqlite:///path`, or, where nothing is
    given, the file of the installation.

    :raises ImproperlyConfigured: if the address is of another kind.
    """
    parts = urlsplit(url)
    if parts.scheme in {"postgresql", "postgres"}:
        return _postgres(url)
    if url and parts.scheme != "sqlite":
        kind = parts.scheme or "no kind"
        raise ImproperlyConfigured(
            f"{PREFIX}DATABASE_URL: {kind}; write postgresql://… or sqlite:///path"
        )
    return {
        "ENGINE": SQLITE,
        "NAME": unquote(parts.path[1:]) if url else str(folder / "prongsai.sqlite3"),
        "CONN_MAX_AGE": 600,
        # Without IMMEDIATE most writes at the same time fail, and no waiting helps: a transaction
        # that has read may not begin to write while another does. FULL: what was answered as saved
        # outlives a cut of the power too; with NORMAL it outlives only a killed server.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgres(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": POSTGRES,
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.pop("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "OPTIONS": options,
    }


def address(url: str) -> str:
    """Return the address of the installation without a slash at its end; "" where none is given.

    :raises ImproperlyConfigured: if it is no https:// or http:// address.
    """
    parts = urlsplit(url)
    if url and (parts.scheme not in {"https", "http"} or not parts.hostname or parts.query):
        raise ImproperlyConfigured(f"{PREFIX}ADDRESS={url!r}: write https://name")
    return url.rstrip("/")


def mail_server(url: str) -> Server | None:
    """Return the mail server of `smtp://…`, `starttls://…` or `smtps://…`; None where nothing is.

    :raises ImproperlyConfigured: if the address is of another kind, or a password would travel in
        the open. The value is not repeated: it may have a password in it.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
        security, port = Security(parts.scheme), parts.port
    except ValueError as error:
        raise _no_server() from error
    if not parts.hostname or parts.path.strip("/"):
        raise _no_server()
    if parts.password and security is Security.NONE:
        raise ImproperlyConfigured(f"{PREFIX}SMTP_URL: a password needs starttls:// or smtps://")
    return Server(
        host=parts.hostname,
        port=port or _PORTS[security],
        security=security,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


def sender(email: str, *, needed: bool) -> str:
    """Return the address that mail comes from.

    :raises ImproperlyConfigured: if it is no address, or there is none and one is needed.
    """
    if not email and not needed:
        return ""
    try:
        validate_email(email)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"{PREFIX}MAIL_FROM={email!r}: write name@agency.go.th"
        ) from error
    return email


def _no_server() -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"{PREFIX}SMTP_URL: write smtp://host, starttls://user:password@host or smtps://…"
    )
