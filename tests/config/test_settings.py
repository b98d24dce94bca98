from __future__ import annotations

from prongsai.config import settings as installed


def test_passwords_are_kept_as_slow_hashes() -> None:
    # The tests themselves use a fast one (tests/settings.py).
    hashers = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert hashers == installed.PASSWORD_HASHERS
