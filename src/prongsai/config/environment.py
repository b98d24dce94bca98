"""Settings from the environment; a wrong value stops the start."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PREFIX = "PRONGSAI_"
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


def count(name: str, default: int) -> int:
    """Read a number of things.

    :raises ImproperlyConfigured: if it is no whole number from 1.
    """
    value = text(name, str(default))
    if not value.isascii() or not value.isdecimal() or int(value) < 1:
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r}: write a whole number from 1")
    return int(value)


def names(name: str, default: str = "") -> list[str]:
    """Read a list with commas between."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


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
        # that has read may not begin to write while another does.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
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
