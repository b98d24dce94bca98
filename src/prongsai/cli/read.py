"""`prongsai read`: what stands in a document that somebody made, each value with its place."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.cli.endings import STANDARD_INPUT
from prongsai.cli.given import bytes_given, document_in
from prongsai.cli.outputs import check_outputs, make_folder
from prongsai.cli.parsing import Parser
from prongsai.core.checks import check
from prongsai.core.errors import Refusal
from prongsai.core.readings.corrections import Correction, corrected
from prongsai.core.readings.model import Certainty, Reading, YearRole
from prongsai.core.readings.source import Source, SourceTable
from prongsai.core.readings.values import most_said, values_of
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.corrections_file import (
    corrections_name,
    read_corrections,
    write_corrections,
)
from prongsai.formats.kinds import KINDS
from prongsai.formats.reading_file import is_reading, write_reading_json, write_reading_yaml
from prongsai.formats.reading_words import not_read
from prongsai.formats.subject import subject_of
from prongsai.formats.whole_file import write_whole
from prongsai.formats.write_reading_page import reading_page

FORMATS = {"yaml": write_reading_yaml, "json": write_reading_json}
_NOT_SAID = "–"
_UNNAMED = "document"  # what comes on standard input


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
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        help=say("write to this folder: the reading, a page to confirm it on, what is asked"),
    )
    made.option(
        "--corrections",
        type=Path,
        metavar="FILE",
        help=say("what a person has answered; without it, the file beside the document, if any"),
    )
    made.option(
        "--format", choices=tuple(FORMATS), default="yaml", help=say("how to write the reading")
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Read, apply what a person has answered, write, and tell beside the output what was read."""
    path, folder = arguments.file, arguments.output
    source, read = document_in(_document(path), path)
    answers = _answers(arguments)
    reading, told = corrected(read, answers)
    written = FORMATS[arguments.format](reading)
    if folder is None:
        print(written, end="")
    else:
        make_folder(folder)
        _write(_Read(source, read, reading, answers), written, arguments, words)
    for line in (*told, *_summary(reading), *_left_out(source, reading)):
        print(write(line, words), file=sys.stderr)


def _document(path: Path) -> bytes:
    data = bytes_given(path)
    if is_reading(data):  # else its own words would be read as a document
        raise Refusal(
            say("This is a reading already."),
            fix=say("Name the document, or hand the reading to prongsai check, plan or report."),
            where=(str(path),),
        )
    return data


@dataclass(frozen=True, slots=True)
class _Read:
    """A document, what was read of it, what a person made of that, and the answers themselves."""

    source: Source
    read: Reading
    corrected: Reading
    answers: Sequence[Correction]


def _answers(arguments: argparse.Namespace) -> tuple[Correction, ...]:
    """Read the answers of a person: of the file that is named, or else of that beside a document.

    Those in the folder that is written to go before those beside the document.
    """
    if arguments.corrections is not None:
        return read_corrections(arguments.corrections)
    path = arguments.file
    name = corrections_name(_name(path))
    folders = (arguments.output, None if path == STANDARD_INPUT else path.parent)
    files = (folder / name for folder in folders if folder is not None)
    found = next(filter(_is_there, files), None)
    return () if found is None else read_corrections(found)


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that is too long for a file: that of the document fits barely
        return False


def _write(
    given: _Read, written: str, arguments: argparse.Namespace, words: Mapping[str, str]
) -> None:
    """Write the reading and its page, and what is asked unless a person has begun to answer."""
    folder, name = arguments.output, _name(arguments.file)
    problems = check(subject_of(given.corrected))
    page = reading_page(given.source, given.read, problems, words, given.answers, name)
    asked = folder / corrections_name(name)
    called = name or _UNNAMED
    files = {
        folder / f"{called}.reading.{arguments.format}": written,
        folder / f"{called}.html": page,
    }
    check_outputs((*files, asked), (arguments.file, arguments.corrections))
    if not asked.exists():
        files[asked] = write_corrections(given.read, problems, words, given.answers)
    write_whole(files)
    for path in files:
        print(write(say("Written: %(file)s", file=path), words))


def _name(path: Path) -> str:
    return "" if path == STANDARD_INPUT else path.name


def _summary(reading: Reading) -> Iterator[Sentence]:
    """Yield in a few lines what was read: the document, its measures and scores, how sure."""
    yield say(
        "Kind: %(kind)s; agency: %(agency)s; results of %(result)s, measures of %(plan)s",
        kind=KINDS[reading.kind].title if reading.kind in KINDS else _NOT_SAID,
        agency=most_said(each.value for each in reading.agencies) or _NOT_SAID,
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
    yield from not_read(reading)


def _left_out(source: Source, reading: Reading) -> Iterator[Sentence]:
    """Yield what was found and not understood: a table of which nothing is a measure or a score."""
    read = {each.place.table for each in values_of(reading)}
    for block in source.blocks:
        if isinstance(block, SourceTable) and block.rows and block.place.table not in read:
            yield say(
                "Nothing was read of table %(table)s, whose headings are: %(headings)s",
                table=block.place.table,
                headings=" | ".join(filter(None, block.headings)) or _NOT_SAID,
            )
