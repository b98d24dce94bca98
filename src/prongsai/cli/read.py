"""`prongsai read`: what stands in a document that somebody made, each value with its place."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from prongsai.cli.given import bytes_given, reading_of
from prongsai.cli.parsing import Parser
from prongsai.core.readings.model import Certainty, Reading, YearRole
from prongsai.core.readings.values import values_of
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.reading_file import write_reading_json, write_reading_yaml

FORMATS = {"yaml": write_reading_yaml, "json": write_reading_json}
_NOT_SAID = "–"


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "read",
        words,
        say(
            "Reads a document that somebody made: last year's report, a plan in Word, a result"
            " sheet.\n"
            "What it writes is taken by prongsai check, score, plan and report, also through a"
            " pipe."
        ),
    )
    made.option("file", type=Path, metavar="FILE", help=say("the document; - for standard input"))
    made.option(
        "--format", choices=tuple(FORMATS), default="yaml", help=say("how to write the reading")
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Read, write, and tell beside the output what was read."""
    reading = reading_of(bytes_given(arguments.file), arguments.file)
    print(FORMATS[arguments.format](reading), end="")
    for line in _summary(reading):
        print(write(line, words), file=sys.stderr)


def _summary(reading: Reading) -> Iterator[Sentence]:
    """Yield in a few lines what was read: the document, its measures and scores, how sure."""
    names = Counter(each.value for each in reading.agencies)
    yield say(
        "Kind: %(kind)s; agency: %(agency)s; results of %(result)s, measures of %(plan)s",
        kind=reading.kind or _NOT_SAID,
        agency=max(names, key=names.__getitem__, default=_NOT_SAID),
        result=reading.year(YearRole.RESULT) or _NOT_SAID,
        plan=reading.year(YearRole.PLAN) or _NOT_SAID,
    )
    yield say(
        "Measures: %(measures)s; scores: %(scores)s; weak: %(weak)s",
        measures=len(reading.measures),
        scores=len(reading.scores),
        weak=len(reading.weak),
    )
    sure = Counter(each.certainty for each in values_of(reading))
    yield say(
        "Values: %(sure)s sure, %(likely)s likely, %(ask)s that a person must say",
        sure=sure[Certainty.SURE],
        likely=sure[Certainty.LIKELY],
        ask=sure[Certainty.ASK],
    )
    if reading.unread:
        yield say(
            "Pages without text, of which nothing was read: %(pages)s",
            pages=", ".join(map(str, reading.unread)),
        )
