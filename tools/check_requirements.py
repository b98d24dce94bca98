"""Check that requirements/*.txt answer pyproject.toml and the *.in files. No network."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"

Pins = dict[str, set[str]]


def main() -> int:
    """Print what is out of step; return 1 if something is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    run = project["dependencies"]
    spark = project["optional-dependencies"]["spark"]
    asked = {
        "run": run,
        "spark": [*run, *spark],
        "dev": [*run, *asked_by("dev"), *asked_by("setup")],
        "setup": asked_by("setup"),
        "node": asked_by("node"),
    }
    pinned = {name: pins(REQUIREMENTS / f"{name}.txt") for name in asked}
    faults = [
        *(fault for name in asked for fault in unanswered(name, asked[name], pinned[name])),
        *(fault for name in ("run", "setup") for fault in differing(name, pinned)),
    ]
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if faults:
        sys.stderr.write("Run: make lock\n")
    return int(bool(faults))


def asked_by(name: str) -> list[str]:
    """Read the requirements of an .in file."""
    lines = (REQUIREMENTS / f"{name}.in").read_text("utf-8").splitlines()
    asked = (line.partition("#")[0].strip() for line in lines)
    return [line for line in asked if line]


def pins(path: Path) -> Pins:
    """Read the pinned versions of a .txt file: more than one where they differ by platform."""
    found: Pins = {}
    for line in path.read_text("utf-8").splitlines():
        if line[:1].isalnum():
            name, _, rest = line.partition("==")
            found.setdefault(canonicalize_name(name), set()).add(rest.split()[0])
    return found


def unanswered(name: str, asked: Iterable[str], pinned: Pins) -> Iterator[str]:
    """Yield what is asked for and pinned at no version, or at one that does not answer."""
    for requirement in map(Requirement, asked):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        if not versions:
            yield f"requirements/{name}.txt: {requirement.name} is missing."
        for version in sorted(versions):
            if not requirement.specifier.contains(version, prereleases=True):
                yield f"requirements/{name}.txt: {requirement.name} {version} is not {requirement}."


def differing(name: str, pinned: dict[str, Pins]) -> Iterator[str]:
    """Yield what `name` pins otherwise than dev: the two are installed into one environment."""
    for package, versions in pinned[name].items():
        if not versions <= pinned["dev"].get(package, set()):
            yield f"requirements/{name}.txt: {package} differs from requirements/dev.txt."


if __name__ == "__main__":
    sys.exit(main())
