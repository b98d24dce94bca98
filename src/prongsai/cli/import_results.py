"""`prongsai import-results`: the results of many agencies from one table, into the application."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.installation import open_as_it_is
from prongsai.cli.parsing import Parser
from prongsai.core.sentences import say, write
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_wide import read_wide

LEFT_OUT = 1


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "import-results",
        words,
        say(
            "Saves a table with one agency a row (columns agency, fiscal_year, and codes) as the"
            " results of these agencies. An agency is named by its code, or by its name as it is"
            " here.\n"
            "The whole table is read before anything is written. Called again with the same table,"
            " it saves nothing twice."
        ),
    )
    made.option("table", type=Path, metavar="TABLE", help=say("the table, CSV or XLSX"))
    made.option(
        "--open", action="store_true", help=say("open the year where an agency has not opened it")
    )
    made.option(
        "--replace",
        action="store_true",
        help=say("save also where results stand; those stay in the history"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> int:
    """Save what can be saved; return 1 where agencies were left out, named on standard error.

    :raises Refusal: if something in the table cannot be read: then nothing is saved.
    """
    table: Path = arguments.table
    rows = tuple(read_wide(table, editions_by_year()))
    digest = hashlib.sha256(table.read_bytes()).hexdigest()
    open_as_it_is()
    from prongsai.stages.cycles.models import SourceKind  # noqa: PLC0415 -- slow import
    from prongsai.stages.cycles.of_every_agency import Order, import_results  # noqa: PLC0415 -- slow import
    from prongsai.stages.cycles.services import Source  # noqa: PLC0415 -- slow import

    source = Source(SourceKind.FILE, table.name[:255], digest)
    order = Order(source, opens=arguments.open, replaces=arguments.replace)
    done = import_results(rows=rows, order=order)
    for refusal in done.left_out:
        print(refusal.written(words), file=sys.stderr)
    counts = say(
        "Results saved: %(written)s. Saved from this table before: %(there)s. Left out: %(left)s.",
        written=done.written,
        there=done.there,
        left=len(done.left_out),
    )
    print(write(counts, words))
    return LEFT_OUT if done.left_out else 0
