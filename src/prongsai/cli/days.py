"""The day of a document on a command line."""

from __future__ import annotations

import argparse
from datetime import date

from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.days import read_day


def _day(text: str) -> date:
    try:
        return read_day(text)
    except Refusal as refusal:
        raise refusal.within("--date") from None


def add_date(parser: Parser) -> None:
    """Add the argument that dates a document."""
    parser.option(
        "--date",
        type=_day,
        metavar="YYYY-MM-DD",
        help=say("the date of the document; without it, today"),
    )


def date_of(arguments: argparse.Namespace) -> date:
    """Return the date asked for, or today's: the day on the officer's desk."""
    return arguments.date or date.today()  # noqa: DTZ011 -- the day where the officer sits
