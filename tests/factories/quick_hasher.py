"""Argon2 with little work: what is tested is the same, and a hundred sign-ins take seconds."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """Argon2 as the installation uses it, but for the work."""

    time_cost = 1
    memory_cost = 64  # KiB
    parallelism = 1
