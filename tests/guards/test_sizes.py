"""Files and functions can be read at once. Ruff holds complexity, arguments and statements."""

from __future__ import annotations

from tests.guards.sources import functions, length, place, python_files

FILE_LINES = 400
FUNCTION_LINES = 40
TEST_LINES = 25

EVERYWHERE = ("src", "tests", "tools", "benchmarks")


def test_files_are_at_most_400_lines() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in python_files(*EVERYWHERE)}
    assert {place(path, n): n for path, n in lines.items() if n > FILE_LINES} == {}


def test_functions_are_at_most_40_lines() -> None:
    long = {
        f"{place(path, function.lineno)} {function.name}": length(function)
        for path in python_files(*EVERYWHERE)
        for function in functions(path)
        if length(function) > FUNCTION_LINES
    }
    assert long == {}


def test_tests_are_at_most_25_lines() -> None:
    long = {
        f"{place(path, function.lineno)} {function.name}": length(function)
        for path in python_files("tests")
        for function in functions(path)
        if function.name.startswith("test_") and length(function) > TEST_LINES
    }
    assert long == {}
