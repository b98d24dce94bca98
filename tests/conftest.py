"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import is_hypothesis_test, settings

# A deadline would fail on a slow or busy machine, which says nothing about the program.
settings.register_profile("prongsai", deadline=None)
settings.register_profile("fuzz", deadline=None, max_examples=3_000)  # make fuzz
settings.load_profile("prongsai")

# What counts the lines that are reached makes Python half as fast. Where a test goes the same way
# many times (the walks of every address as everybody), or the application runs in another process,
# nothing is counted: the bounds of `make check` hold by the other tests alone.
HERE = Path(__file__).parent
WALKS = ("api/test_walls.py", "web/test_demo.py", "web/test_walls.py")
NOT_COUNTED = tuple(HERE / name for name in ("e2e", "faults", "golden", "guards", *WALKS))
OF_A_DATABASE = {"db", "transactional_db"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count no lines where it would only take time, and repeat on PostgreSQL what can differ."""
    for item in items:
        is_far = any(item.path.is_relative_to(folder) for folder in NOT_COUNTED)
        if is_far or is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("no_cover")
    if "PRONGSAI_DATABASE_URL" in os.environ:
        config.hook.pytest_deselected(items=[each for each in items if not has_database(each)])
        items[:] = [each for each in items if has_database(each)]


def pytest_runtest_setup() -> None:
    """Begin every test in the language of the settings, whatever the one before it spoke last."""
    translation.deactivate()


def has_database(item: pytest.Item) -> bool:
    """Tell whether a test is given the database of the settings; the others make their own."""
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or not OF_A_DATABASE.isdisjoint(
        fixtures
    )
