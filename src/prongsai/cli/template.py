"""`prongsai template`: empty files to fill in."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.outputs import add_replace, check_new
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write
from prongsai.formats.editions import load_edition
from prongsai.formats.interface import agency_template
from prongsai.formats.layout_file import load_layout, write_layout
from prongsai.formats.whole_file import write_whole
from prongsai.formats.write_results_template import write_results_template

KINDS = {"results": ".xlsx", "agency": ".yaml", "layout": ".yaml"}


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "template",
        words,
        say(
            "results: an Excel sheet with every code of an edition, to type or paste the announced"
            " scores into.\n"
            "agency: the file in which an agency gives its name, place, units and past totals.\n"
            "layout: a table of measures with columns that an office chooses and orders."
        ),
    )
    kinds = "|".join(KINDS)
    made.option("kind", choices=KINDS, metavar=kinds, help=say("what the file is for"))
    made.option("--edition", help=say("the edition (for results)"))
    made.option(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=say("where to write it"),
    )
    add_replace(made)
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Write the file."""
    output, kind = arguments.output, arguments.kind
    check_new(output, replace=arguments.replace, endings=(KINDS[kind],))
    if kind == "agency":
        write_whole({output: agency_template()})
    elif kind == "layout":
        write_whole({output: write_layout(load_layout("plan"))})
    else:
        write_whole({output: _results(arguments.edition, words)})
    print(write(say("Written: %(file)s", file=output), words))


def _results(edition: str | None, words: Mapping[str, str]) -> bytes:
    if edition is None:
        raise Refusal(
            say("which edition?"), fix=say("Name its key (see prongsai edition list) or its file.")
        )
    return write_results_template(load_edition(edition), words)
