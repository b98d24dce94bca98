"""`prongsai check`: what must be mended in a plan or a document before it is printed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from prongsai.cli.endings import PLANS
from prongsai.cli.given import bytes_given, reading_of
from prongsai.cli.parsing import Parser
from prongsai.core.checks import check, must_mend
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say, write
from prongsai.formats.load_plan import load_plan
from prongsai.formats.reading_file import is_reading
from prongsai.formats.reading_words import not_read
from prongsai.formats.subject import subject_of, subject_of_plan
from prongsai.formats.write_problems import as_csv, as_json, as_lines


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
        help=say("a plan file, a document that anybody made, or a reading; - for standard input"),
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
    problems = check(_subject(Path(arguments.file), words))
    if arguments.format == "json":
        print(as_json(problems, words), end="")
    elif arguments.format == "csv":
        print(as_csv(problems, words), end="")
    else:
        print(_table(problems, words))
    return int(must_mend(problems))


def _subject(path: Path, words: Mapping[str, str]) -> Subject:
    data = bytes_given(path)
    if path.suffix.lower() in PLANS and not is_reading(data):
        return subject_of_plan(load_plan(path))
    reading = reading_of(data, path)
    told = [*not_read(reading)]
    if not (reading.measures or reading.scores):
        told.append(say("No measure and no score was read of it; its texts alone were checked."))
    for each in told:
        print(f"{path}: {write(each, words)}", file=sys.stderr)
    return subject_of(reading)


def _table(problems: Sequence[Problem], words: Mapping[str, str]) -> str:
    if not problems:
        return write(say("Nothing was found."), words)
    must = sum(problem.severity is Severity.MUST for problem in problems)
    counted = say(
        "To be mended: %(must)s. To be looked at: %(look)s.", must=must, look=len(problems) - must
    )
    return as_lines(problems, words) + write(counted, words)
