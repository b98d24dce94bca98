"""What a year asks for is data: a fiscal year in code is next year's bug. Comments may cite one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.guards.sources import place, python_files, tree

FISCAL_YEAR = re.compile(r"(?<!\d)25[5-9]\d(?!\d)|๒๕[๕-๙][๐-๙]")


def test_no_fiscal_year_stands_in_code() -> None:
    found = [
        f"{place(path, constant.lineno)}: {constant.value!r}"
        for path in python_files("src/prongsai")
        for constant in constants(path)
        if isinstance(constant.value, str | int) and FISCAL_YEAR.search(str(constant.value))
    ]
    assert found == []


def constants(path: Path) -> Iterator[ast.Constant]:
    """Yield the values a file computes with: all but strings that stand alone, as docstrings do."""
    alone = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and id(node) not in alone:
            yield node
