"""Problems for people to read, as plain data (for JSON and programs), and as rows (for CSV)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.csv_cells import harmless

SEVERITIES: dict[Severity, Sentence] = {
    Severity.MUST: say("must mend"),
    Severity.LOOK: say("look at"),
}
_COLUMNS = ("severity", "place", "what", "expected", "rule")


def as_lines(problems: Sequence[Problem], words: Mapping[str, str]) -> str:
    """Return three lines a problem: how grave and where, what is wrong, what is expected."""
    return "\n".join(_lines(problem, words) for problem in problems) + "\n"


def as_json(problems: Sequence[Problem], words: Mapping[str, str]) -> str:
    """Return the problems as JSON, Thai unescaped; severity and rule are keys, not words."""
    import json  # noqa: PLC0415 -- slow import

    data = [problem_as_data(problem, words) for problem in problems]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_csv(problems: Sequence[Problem], words: Mapping[str, str]) -> str:
    """Return one row a problem; no text of the document becomes a formula of a spreadsheet."""
    found = (problem_as_data(problem, words) for problem in problems)
    rows = [_COLUMNS, *(tuple(data[name] for name in _COLUMNS) for data in found)]
    return "".join(",".join(map(harmless, row)) + "\n" for row in rows)


def problem_as_data(problem: Problem, words: Mapping[str, str]) -> dict[str, str]:
    """Return a problem as plain data, its sentences in the language of `words`."""
    return {
        "severity": problem.severity.value,
        "place": place(problem, words),
        "what": write(problem.what, words),
        "expected": write(problem.expected, words),
        "rule": problem.rule,
    }


def place(problem: Problem, words: Mapping[str, str]) -> str:
    """Write the way to the place of a problem, outermost first."""
    return " › ".join(write(step, words) for step in problem.place.steps())


def _lines(problem: Problem, words: Mapping[str, str]) -> str:
    severity = write(SEVERITIES[problem.severity], words)
    where = place(problem, words)
    return "\n".join(
        (
            f"{severity} · {where}" if where else severity,
            f"    {_flat(problem.what, words)}",
            f"    → {_flat(problem.expected, words)} [{problem.rule}]",
        )
    )


def _flat(text: Sentence, words: Mapping[str, str]) -> str:
    return " ".join(write(text, words).split())
