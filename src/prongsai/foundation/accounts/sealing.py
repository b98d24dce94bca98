"""Secrets of people that must be read again (of second factors), sealed by the installation's own.

Who has a copy of the database alone can open none.
"""

from __future__ import annotations

import base64
import secrets

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac

_FOR = "prongsai.foundation.accounts.sealing"
_LENGTH = 20  # bytes, as those of an authenticator


def seal(text: str) -> str:
    """Return a text that only this installation can open."""
    return _box().encrypt(text.encode()).decode("ascii")


def opened(sealed: str) -> str:
    """Return the text that was sealed.

    Where the installation has another secret by now, it is gone: what is returned then was made by
    chance, so that no code fits it.
    """
    try:
        return _box().decrypt(sealed.encode("ascii")).decode()
    except InvalidToken:
        return base64.b32encode(secrets.token_bytes(_LENGTH)).decode("ascii")


def _box() -> Fernet:
    key = salted_hmac(_FOR, "key", secret=settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
