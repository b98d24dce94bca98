"""`prongsai edition`: list, show and check the editions, and set them side by side."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from prongsai.cli.edition_page import page
from prongsai.cli.parsing import Parser
from prongsai.cli.screen import table
from prongsai.core.editions.crosswalk import crosswalk
from prongsai.core.editions.model import Edition
from prongsai.core.editions.open_facts import open_facts
from prongsai.core.errors import Refusal
from prongsai.core.sentences import language_of, say, write
from prongsai.formats.editions import edition_keys, load_duties, load_edition

ACTIONS = ("list", "show", "check", "crosswalk")


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "edition",
        words,
        say(
            "list: the editions that come with Prongsai. show: one of them, with what is not"
            " known.\n"
            "check: reads an edition file of your own, such as one for a college or a hospital,"
            " and names every mistake.\n"
            "crosswalk: the code of each duty in every edition, for codes change from year to year."
        ),
    )
    made.option("action", choices=ACTIONS, metavar="|".join(ACTIONS), help=say("what to do"))
    made.option(
        "edition",
        nargs="?",
        metavar="EDITION",
        help=say("the edition's key or its file (for show and check)"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Do what is asked with the edition named."""
    if arguments.action == "list":
        print(table([_line(load_edition(key), words) for key in edition_keys()]))
    elif arguments.action == "crosswalk":
        print("\n".join(_crosswalk(words)))
    elif arguments.edition is None:
        raise Refusal(
            say("which edition?"), fix=say("Name its key (see prongsai edition list) or its file.")
        )
    elif arguments.action == "show":
        print("\n".join(page(load_edition(arguments.edition), words)))
    else:
        print(_in_order(load_edition(arguments.edition), words))


def _line(edition: Edition, words: Mapping[str, str]) -> tuple[str, ...]:
    years = ", ".join(str(year) for year in edition.fiscal_years)
    return edition.key, years, edition.title.in_language(language_of(words))


def _in_order(edition: Edition, words: Mapping[str, str]) -> str:
    return write(
        say(
            "%(key)s is in order: %(indicators)s indicators, %(items)s items, %(open)s"
            " facts nobody has read.",
            key=edition.key,
            indicators=len(edition.indicators),
            items=len(edition.items),
            open=len(open_facts(edition)),
        ),
        words,
    )


def _crosswalk(words: Mapping[str, str]) -> Iterator[str]:
    """Write a table for each instrument: a duty a row, an edition a column."""
    editions = [load_edition(key) for key in edition_keys()]
    for instrument in editions[0].instrument:
        found = crosswalk(instrument, editions, load_duties())
        rows = [(instrument, *found.editions)]
        rows += [
            (
                row.title.in_language(language_of(words)),
                *(" ".join(codes) or "–" for codes in row.codes),
            )
            for row in found.rows
        ]
        yield table(rows)
        yield ""
