"""`prongsai score-table`: many agencies at once, one a row."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from prongsai.cli.outputs import add_output, check_outputs
from prongsai.cli.parsing import Parser
from prongsai.core.editions.model import Edition
from prongsai.core.editions.spans import spans
from prongsai.core.scoring.model import Kind, Scorecard
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import language_of, say, write
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.editions import load_edition
from prongsai.formats.read_wide import WideRow, read_wide
from prongsai.formats.whole_file import whole_file

FOR_EXCEL = "utf-8-sig"  # without the mark it takes Thai for another alphabet
NUMBERS = (Kind.INDICATOR, Kind.INSTRUMENT, Kind.TOTAL)


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "score-table",
        words,
        say(
            "Scores a table with one agency a row: columns agency, fiscal_year, and codes"
            " (1..10, i7, o12, IIT, total).\n"
            "Writes one row an agency: indicators, instruments, total, level, whether it is"
            " certain, what is missing."
        ),
    )
    made.option("table", type=Path, metavar="TABLE", help=say("the table, CSV or XLSX"))
    made.option(
        "--edition",
        help=say("one edition for all rows; without it, the one of each row's fiscal year"),
    )
    add_output(made)
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Score every row, one after the other."""
    editions: Edition | Mapping[int, Edition]
    editions = load_edition(arguments.edition) if arguments.edition else editions_by_year()
    if arguments.output is None:
        whole = io.StringIO()  # nothing is shown of a table that is refused further down
        _write(arguments.table, editions, whole, words)
        print(whole.getvalue(), end="")
        return
    check_outputs([arguments.output], [arguments.table])
    with (
        whole_file(arguments.output) as draft,
        draft.open("w", encoding=FOR_EXCEL, newline="") as out,
    ):
        count = _write(arguments.table, editions, out, words)
    message = say("Written: %(file)s (%(count)s agencies)", file=arguments.output, count=count)
    print(write(message, words), file=sys.stderr)


def _write(
    table: Path, editions: Edition | Mapping[int, Edition], out: TextIO, words: Mapping[str, str]
) -> int:
    writer = csv.writer(out, lineterminator="\n")
    columns: list[str] = []
    count = 0
    for row, card in _cards(table, editions):
        if not columns:
            columns = [
                each.name for kind in NUMBERS for each in card.of_kind(kind) if each.part is None
            ]
            writer.writerow(
                ("agency", "fiscal_year", "edition", *columns, "level", "certain", "missing")
            )
        writer.writerow(_row(row, card, columns, words))
        count += 1
    return count


def _cards(
    table: Path, editions: Edition | Mapping[int, Edition]
) -> Iterator[tuple[WideRow, Scorecard]]:
    for row in read_wide(table, editions):
        edition = editions if isinstance(editions, Edition) else editions[row.fiscal_year or 0]
        yield row, score(edition, row.sheet)


def _row(
    row: WideRow, card: Scorecard, columns: list[str], words: Mapping[str, str]
) -> list[object]:
    scores = (card.scores.get((code, None)) for code in columns)
    shown = [None if each is None else each.shown for each in scores]
    level = card.standing.level
    return [
        _no_formula(row.agency),
        row.fiscal_year or "",
        card.edition.key,
        *("" if value is None else value for value in shown),
        "" if level is None else level.title.in_language(language_of(words)),
        "yes" if card.standing.certain else "no",
        " ".join(spans(card.missing)),
    ]


def _no_formula(name: str) -> str:
    """Keep a spreadsheet program from taking a name for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name
