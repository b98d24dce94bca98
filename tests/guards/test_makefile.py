"""What the README promises of `make` is what the Makefile does."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.guards.sources import ROOT


@pytest.mark.parametrize(
    ("target", "command"),
    [("run", "prongsai serve --demo"), ("demo-report", "prongsai demo -o out"), ("test", "pytest")],
)
def test_each_target_ends_in_its_command(target: str, command: str) -> None:
    said = subprocess.run(
        ["make", "-n", "--no-print-directory", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert command in said.stdout.splitlines()[-1]


def test_the_readme_names_targets_that_are_there() -> None:
    named = re.findall(r"^make ([a-z-]+) ", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    there = re.findall(r"^make ([a-z-]+) ", said.stdout, re.MULTILINE)
    assert named == ["run", "test"] * 2
    assert set(named) <= set(there)
