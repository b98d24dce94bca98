"""Words that open a door once: made by chance, kept as a hash only."""

from __future__ import annotations

import hashlib
import secrets

_LENGTH = 32  # bytes: above 112 bits a plain hash is enough (OWASP ASVS 5, 6.5.2)


def new_word() -> str:
    """Return a word that nobody can guess, fit for an address."""
    return secrets.token_urlsafe(_LENGTH)


def hash_of(word: str) -> str:
    """Return what is kept of a word."""
    return hashlib.sha256(word.encode()).hexdigest()
