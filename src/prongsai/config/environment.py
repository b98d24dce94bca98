"""Settings from the environment; a wrong value stops the start."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from prongsai.config.secret import secret_of
from prongsai.core.sentences import Sentence, say
from prongsai.foundation.notices.smtp import Security, Server

PREFIX = "PRONGSAI_"
_PORTS = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}
POSTGRES = "django.db.backends.postgresql"
SQLITE = "django.db.backends.sqlite3"
_SECRET = 32  # letters: what `openssl rand -base64 32` prints has 44
_HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE)
_PORTS_END = 65_536
_LIKE = 0.8  # how near a misspelt name is to the one that was meant
_asked: set[str] = set()


def text(name: str, default: str = "") -> str:
    """Read a setting, or the file that its `_FILE` names; a file keeps a secret out of the list of
    processes.

    :raises ImproperlyConfigured: if both are given, or the file cannot be read.
    """
    _asked.add(name)
    given = os.environ.get(PREFIX + name)
    path = os.environ.get(f"{PREFIX}{name}_FILE")
    if given is not None and path is not None:
        raise _wrong(name, say("give the value or its file, not both"))
    if path is None:
        return default if given is None else given
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = say("%(path)s cannot be read", path=path)
        raise _wrong(f"{name}_FILE", reason) from error


def yes_or_no(name: str, *, default: bool) -> bool:
    """Read a yes/no setting.

    :raises ImproperlyConfigured: if it is anything but true or false.
    """
    value = text(name, str(default)).lower()
    if value not in {"true", "false"}:
        raise _wrong(name, say("write true or false"), value)
    return value == "true"


def one_of(name: str, choices: Sequence[str]) -> str:
    """Read a setting that is one of a few words, the first where nothing is given.

    :raises ImproperlyConfigured: if it is another one.
    """
    value = text(name, choices[0])
    if value not in choices:
        raise _wrong(name, say("write one of these: %(words)s", words=tuple(choices)), value)
    return value


def whole_number(name: str, default: int) -> int:
    """Read a number from 1.

    :raises ImproperlyConfigured: if it is none.
    """
    value = text(name, str(default))
    if not re.fullmatch("[1-9][0-9]{0,8}", value):
        raise _wrong(name, say("write a whole number from 1"), value)
    return int(value)


def scanner(name: str) -> str:
    """Read where clamd listens: the path of its socket or host:port, or "" for nowhere.

    :raises ImproperlyConfigured: if it is neither.
    """
    value = text(name)
    found = re.fullmatch(r"/.+|[^/\s]+:([0-9]{1,5})", value)
    if value and (found is None or not 0 < int(found[1] or 1) < _PORTS_END):
        raise _wrong(name, say("write /path/of/socket or host:port"), value)
    return value


def names(name: str, default: str = "") -> list[str]:
    """Read a list with commas between."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def folder(name: str, default: str) -> Path:
    """Read a folder, and make it for its owner only where it is not there.

    :raises ImproperlyConfigured: if no name is given, or it is something else than a folder.
    """
    _asked.add(name)
    value = os.environ.get(PREFIX + name, default)
    if not value.strip():
        raise _wrong(name, say("write the name of a folder, or leave the setting away"), value)
    path = Path(value).absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = say("the folder cannot be made: see its permissions and its name")
        raise _wrong(name, reason, value) from error
    return path


def secret(name: str, path: Path) -> str:
    """Read the secret of the installation; where none is given, it is the one kept at a path.

    :raises ImproperlyConfigured: if it is easy to guess. The value is not repeated.
    """
    value = text(name)
    if not value and not {PREFIX + name, f"{PREFIX}{name}_FILE"} & os.environ.keys():
        return secret_of(path)
    if len(value) < _SECRET:
        reason = say(
            "too short to be a secret: take %(many)s letters by chance or more, or leave the"
            " setting away and one is made",
            many=_SECRET,
        )
        raise _wrong(name, reason)
    return value


def hosts(name: str, default: str) -> list[str]:
    """Read the names that the server answers to.

    :raises ImproperlyConfigured: if there are none, or one is no name, such as a whole address.
    """
    found = names(name, default)
    if not found or not all(_HOST.fullmatch(each) for each in found):
        reason = say("write names such as ita.example.go.th, with commas between, without https://")
        raise _wrong(name, reason, text(name))
    return found


def check_names() -> None:
    """Test if a variable is nearly called like a setting: it would be left unread without a word.

    :raises ImproperlyConfigured: if one is.
    """
    known = {PREFIX + name + end for name in _asked for end in ("", "_FILE")}
    for given in sorted(os.environ.keys() - known):
        near = get_close_matches(given, sorted(known), 1, _LIKE) if given.startswith(PREFIX) else []
        if near:
            reason = say("there is no such setting; perhaps %(name)s is meant", name=near[0])
            raise _wrong(given.removeprefix(PREFIX), reason)


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
    missing = tuple(f"{PREFIX}OIDC_{name}" for name, value in parts.items() if not value)
    if missing:
        raise ImproperlyConfigured(
            say("the sign-in outside needs %(settings)s too", settings=missing)
        )
    url = _taken_apart(given.url)
    is_here = url is not None and url.hostname in {"localhost", "127.0.0.1", "::1"}
    if url is None or not (url.scheme == "https" or (is_here and url.scheme == "http")):
        raise _wrong("OIDC_URL", say("write https://name"), given.url)
    if "openid" not in given.scopes:
        raise _wrong("OIDC_SCOPES", say("openid must be one of them"), ",".join(given.scopes))
    return given


def database(url: str, folder: Path) -> dict[str, object]:
    """Return what Django connects to: `postgresql://…`, `sqlite:///path`, or, where nothing is
    given, the file of the installation.

    :raises ImproperlyConfigured: if the address is of another kind.
    """
    if not url:
        return _sqlite(folder / "prongsai.sqlite3")
    kind, _, rest = url.partition("://")
    if kind in {"postgresql", "postgres"}:
        return _postgres(url)
    # The value is not repeated, here and below: it may have a password in it.
    if kind != "sqlite" or not rest.startswith("/") or rest.endswith("/"):
        raise _wrong("DATABASE_URL", say("write postgresql://role@host/name or sqlite:///path"))
    return _sqlite(Path(unquote(rest[1:])))


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": SQLITE,
        "NAME": str(path),
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
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if not unquote(parts.path[1:]):
        raise _wrong("DATABASE_URL", say("write postgresql://role@host/name or sqlite:///path"))
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": POSTGRES,
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.pop("host", parts.hostname or "")),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 600,
        "OPTIONS": options,
    }


def address(url: str) -> str:
    """Return the address of the installation without a slash at its end; "" where none is given.

    :raises ImproperlyConfigured: if it is no https:// or http:// address.
    """
    parts = _taken_apart(url)
    if url and (parts is None or parts.scheme not in {"https", "http"} or parts.query):
        raise _wrong("ADDRESS", say("write https://name"), url)
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
        raise _wrong("SMTP_URL", say("a password needs starttls:// or smtps://"))
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
        raise _wrong("MAIL_FROM", say("write name@agency.go.th"), email) from error
    return email


def _no_server() -> ImproperlyConfigured:
    form = "smtp://host, starttls://user:password@host, smtps://user:password@host"
    return _wrong("SMTP_URL", say("write one of these: %(words)s", words=form))


def _taken_apart(url: str) -> SplitResult | None:
    """Take an address apart; None where it has no host, or a port that is none."""
    try:
        parts = urlsplit(url)
        is_usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if is_usable else None


def _wrong(name: str, reason: Sentence, value: str | None = None) -> ImproperlyConfigured:
    """Say which setting is wrong and why; its value only where it can be no secret."""
    given = "" if value is None else f"={value!r}"
    setting = f"{PREFIX}{name}{given}"
    return ImproperlyConfigured(say("%(setting)s: %(reason)s", setting=setting, reason=reason))
