"""The core takes values and returns values: standard library only, and of it nothing that acts."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.guards.sources import place, python_files, tree

# Files, network, clock, chance and other programs: the caller's business.
ACTING = frozenset(
    {
        "asyncio",
        "ctypes",
        "glob",
        "http",
        "io",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "socket",
        "sqlite3",
        "subprocess",
        "tempfile",
        "threading",
        "time",
        "urllib.request",
    }
)


def test_core_imports_only_the_standard_library_and_itself() -> None:
    foreign = [
        f"{place(path, line)}: {name}"
        for path, line, name in imports_of_core()
        if name.split(".")[0] not in sys.stdlib_module_names
        and not f"{name}.".startswith("prongsai.core.")
    ]
    assert foreign == []


def test_core_imports_nothing_that_acts_on_the_world() -> None:
    acting = [
        f"{place(path, line)}: {name}"
        for path, line, name in imports_of_core()
        if name in ACTING or name.split(".")[0] in ACTING
    ]
    assert acting == []


def test_core_opens_no_file() -> None:
    opened = [
        place(path, node.lineno)
        for path in python_files("src/prongsai/core")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ]
    assert opened == []


def imports_of_core() -> Iterator[tuple[Path, int, str]]:
    for path in python_files("src/prongsai/core"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                yield from ((path, node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield path, node.lineno, node.module or ""
