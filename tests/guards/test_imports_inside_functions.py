"""An import inside a function has one of two reasons, written beside it; "circular" is not one."""

from __future__ import annotations

import ast
import re

from tests.guards.sources import functions, place, python_files

REASON = re.compile(r"# noqa: PLC0415 -- (slow import|optional dependency)$")


def test_imports_inside_functions_say_why() -> None:
    unexplained = set()
    for path in python_files("src", "tests", "tools", "benchmarks"):
        lines = path.read_text("utf-8").splitlines()
        for function in functions(path):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom) and not any(
                    REASON.search(line) for line in lines[node.lineno - 1 : node.end_lineno]
                ):
                    unexplained.add(place(path, node.lineno))
    assert unexplained == set()
