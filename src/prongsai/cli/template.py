"""`prongsai template`: empty files to fill in."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.parsing import Parser
from prongsai.core.sentences import say, write
from prongsai.formats.editions import load_edition
from prongsai.formats.whole_file import write_whole
from prongsai.formats.write_results_template import write_results_template


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "template",
        words,
        say(
            "Writes an Excel sheet with every code of an edition, to type or paste the"
            " announced scores into."
        ),
    )
    made.option("kind", choices=("results",), metavar="results", help=say("what the file is for"))
    made.option(
        "--edition",
        required=True,
        help=say("the edition: its key (see prongsai edition list) or an edition file"),
    )
    made.option(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE.xlsx",
        help=say("where to write it"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Write the sheet."""
    edition = load_edition(arguments.edition)
    write_whole(arguments.output, write_results_template(edition, words))
    print(write(say("Written: %(file)s", file=arguments.output), words))
