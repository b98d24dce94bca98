"""What the guards read: the project's own files, found through git, and their syntax trees."""

from __future__ import annotations

import ast
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "prongsai"
DATA = PACKAGE / "data"


def python_files(*folders: str) -> list[Path]:
    """List the Python files under these folders of the project, in order."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """Parse one Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def functions(path: Path) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
    """Return every function and method of a file."""
    nodes = ast.walk(tree(path))
    return tuple(each for each in nodes if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function, from its name to its end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def place(path: Path, line: int) -> str:
    """Write where something stands, as editors open it."""
    return f"{path.relative_to(ROOT)}:{line}"


def committed_files() -> list[Path]:
    """List what is committed or would be by the next `git add`: all that git does not ignore."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this copy of the project is no git repository, so nothing is committed in it")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return sorted(path for path in paths if path.is_file())
