"""The secret of an installation, made once and kept where only its owner reads it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from prongsai.core.sentences import say

_LENGTH = 64  # bytes
_ONLY_OWNER = 0o600


def secret_of(path: Path) -> str:
    """Return the secret in a file; where there is none, make it with mode 600.

    :raises ImproperlyConfigured: if others may read the file, or it is too short to be a secret.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OWNER)
    except FileExistsError:
        return _kept(path)
    with os.fdopen(made, "w") as file:
        file.write(secrets.token_urlsafe(_LENGTH))
    return _kept(path)


def _kept(path: Path) -> str:
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise ImproperlyConfigured(
            say("%(path)s: others may read it: set its mode to 600", path=path)
        )
    secret = path.read_text("ascii").strip()
    if len(secret) < _LENGTH:
        raise ImproperlyConfigured(
            say("%(path)s: too short to be a secret: delete it, and a new one is made", path=path)
        )
    return secret
