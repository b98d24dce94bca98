"""The pinned requirements answer pyproject.toml, and every pin has its hashes."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.guards.sources import ROOT


def test_requirements_are_in_step_with_pyproject() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "check_requirements.py"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("file", sorted(ROOT.glob("requirements/*.txt")), ids=lambda p: p.name)
def test_every_pin_has_hashes(file: object) -> None:
    assert isinstance(file, type(ROOT))
    text = file.read_text("utf-8")
    pins = re.findall(r"^[a-z][^\n]*\\\n((?:    --hash=[^\n]*\n)+)", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)) > 0
