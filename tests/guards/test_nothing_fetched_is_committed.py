"""Fonts and scripts of others are installed by the set-up; they are not committed."""

from __future__ import annotations

import re

from tests.guards.sources import ROOT, committed_files

FETCHED = (".ttf", ".otf", ".ttc", ".woff", ".woff2", ".eot", ".min.js", ".min.css")

# Each in two parts, so that this file does not hold what it looks for.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pypi", "python"),
        ("files", "pythonhosted"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("deb", "debian"),
        ("archive", "ubuntu"),
        ("conda", "anaconda"),
        ("crates", "io"),
        ("proxy", "golang"),
    )
]
# A folder of somebody's machine: the start of a path, not a part of a longer address.
MACHINE_PATH = re.compile(r"(?<![\w.~)-])/(?:work|root|home/[a-z]+)/")


def test_no_font_and_no_packed_script_is_committed() -> None:
    assert [path for path in committed_files() if path.name.endswith(FETCHED)] == []


def test_no_registry_host_and_no_machine_path_is_named() -> None:
    host = re.compile("|".join(map(re.escape, HOSTS)))
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in committed_files()
        for number, line in enumerate(path.read_bytes().decode("utf-8", "ignore").splitlines(), 1)
        if host.search(line) or MACHINE_PATH.search(line)
    ]
    assert found == []


def test_the_lock_file_of_npm_names_no_download() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")
