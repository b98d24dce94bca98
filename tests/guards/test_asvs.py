"""docs/asvs.md names every requirement of ASVS 5.0.0, levels 1 and 2, and files that are there."""

from __future__ import annotations

import re
from collections import Counter

from tests.guards.sources import PACKAGE, ROOT

PAGE = ROOT / "docs" / "asvs.md"
# How many of a section's requirements are of level 1 or 2: they are the first ones of each.
OF_SECTION = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5,
    "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2,
    "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11,
    "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1,
    "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5,
    "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip
STATES = {"yes", "part", "not yet", "outside", "none here"}


def test_every_requirement_stands_there_once() -> None:
    asked = [f"{section}.{n}" for section, last in OF_SECTION.items() for n in range(1, last + 1)]
    assert len(asked) == 253
    # The numbers of the first column, and of the chapters that have no table.
    parts = [line.split("|")[1] if line.startswith("|") else line for line in _lines()]
    found = Counter(re.findall(r"(?<![\d.])\d+\.\d+\.\d+(?![\d.]*\d)", " ".join(parts)))
    assert found == Counter(asked)


def test_every_state_is_one_of_those_that_are_explained() -> None:
    rows = [line.split("|") for line in _lines() if re.match(r"\| \d", line)]
    assert {row[3].strip() for row in rows} <= STATES
    assert {len(row) for row in rows} == {7}


def test_every_state_says_by_what_or_why() -> None:
    rows = [line.split("|") for line in _lines() if re.match(r"\| \d", line)]
    silent = [row[1].strip() for row in rows if not row[4].strip() and not row[5].strip(" –")]
    assert silent == []


def test_no_script_of_ours_keeps_anything_in_the_browser_or_writes_html() -> None:
    scripts = sorted((PACKAGE / "web" / "static" / "web").glob("*.js"))
    assert len(scripts) >= 4
    forbidden = re.compile(
        r"localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|eval\("
    )
    assert [path.name for path in scripts if forbidden.search(path.read_text("utf-8"))] == []


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"[\w./-]+\.(?:py|md|txt|json|toml)\b", "\n".join(_lines())))
    missing = {
        name
        for name in named
        if not (ROOT / name).exists() and not list(PACKAGE.rglob(f"**/{name}"))
    }
    assert missing == set()


def _lines() -> list[str]:
    text = PAGE.read_text("utf-8").split("\n## ", 1)[1]
    return text.splitlines()
