"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# A deadline would fail on a slow or busy machine, which says nothing about the program.
settings.register_profile("prongsai", deadline=None)
settings.register_profile("fuzz", deadline=None, max_examples=3_000)  # make fuzz
settings.load_profile("prongsai")
