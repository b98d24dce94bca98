"""Scores, reports and national figures need no Django: the proof an auditor runs on a laptop."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
sys.modules["django"] = None
room = importlib.import_module(sys.argv[1])
names = [found.name for found in pkgutil.walk_packages(room.__path__, room.__name__ + ".")]
for name in names:
    importlib.import_module(name)
print(len(names) + 1)
"""


@pytest.mark.parametrize("room", ["prongsai.core", "prongsai.formats", "prongsai.national"])
def test_every_module_is_imported_where_django_cannot_be(room: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EVERYTHING, room], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
