"""Days as people type them on a command line."""

from __future__ import annotations

import argparse
import re
from datetime import date

from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import christian_year
from prongsai.core.thai.numerals import to_arabic_digits

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_BUDDHIST = 2400  # years from here on are Buddhist ones; no document is dated in such a year A.D.
_CHRISTIAN = range(1900, 2200)


def read_day(text: str) -> date:
    """Read year-month-day; the year may be Buddhist (2569) or Christian (2026).

    :raises Refusal: it is no day of our time.
    """
    found = _DAY.fullmatch(to_arabic_digits(text.strip()))
    if found is not None:
        year, month, day = map(int, found.groups())
        year = christian_year(year) if year >= _BUDDHIST else year
        try:
            if year in _CHRISTIAN:
                return date(year, month, day)
        except ValueError:
            pass  # the 31st of a short month: refused below
    raise Refusal(
        say("%(text)s is no day.", text=text),
        fix=say("Write year-month-day; the year may be B.E. or A.D."),
        where=("--date",),
    )


def add_date(parser: Parser) -> None:
    """Add the argument that dates a document."""
    parser.option(
        "--date",
        type=read_day,
        metavar="YYYY-MM-DD",
        help=say("the date of the document; without it, today"),
    )


def date_of(arguments: argparse.Namespace) -> date:
    """Return the date asked for, or today's: the day on the officer's desk."""
    return arguments.date or date.today()  # noqa: DTZ011 -- the day where the officer sits
