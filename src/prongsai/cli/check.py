"""`prongsai check`: what must be mended in a plan or a document before it is printed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from prongsai.cli.parsing import Parser
from prongsai.core.checks import check, must_mend
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source
from prongsai.core.readings.understand import understand
from prongsai.core.sentences import say, write
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.load_plan import load_plan
from prongsai.formats.readers import read_source, source_in
from prongsai.formats.subject import subject_of, subject_of_plan
from prongsai.formats.write_problems import as_csv, as_json, as_lines

_PLANS = (".yaml", ".yml")
_STANDARD_INPUT = "-"


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "check",
        words,
        say(
            "Checks a plan, or a document that anybody made, before it is printed. The exit code"
            " is 1 if anything must be mended."
        ),
    )
    made.option(
        "file",
        metavar="FILE",
        help=say("a plan file (.yaml), a Word file or a text; - for a text from standard input"),
    )
    made.option(
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help=say("how to write what was found"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> int:
    """Check and show; return 1 if anything must be mended."""
    problems = check(_subject(arguments.file))
    if arguments.format == "json":
        print(as_json(problems, words), end="")
    elif arguments.format == "csv":
        print(as_csv(problems, words), end="")
    else:
        print(_table(problems, words))
    return int(must_mend(problems))


def _subject(file: str) -> Subject:
    if Path(file).suffix.lower() in _PLANS:
        return subject_of_plan(load_plan(Path(file)))
    return subject_of(understand(_source(file), editions_by_year()))


def _source(file: str) -> Source:
    try:
        if file == _STANDARD_INPUT:
            return source_in(sys.stdin.buffer.read())
        return read_source(Path(file))
    except Refusal as refusal:
        raise refusal.within(file) from None


def _table(problems: Sequence[Problem], words: Mapping[str, str]) -> str:
    if not problems:
        return write(say("Nothing was found."), words)
    must = sum(problem.severity is Severity.MUST for problem in problems)
    counted = say(
        "To be mended: %(must)s. To be looked at: %(look)s.", must=must, look=len(problems) - must
    )
    return as_lines(problems, words) + write(counted, words)
