"""Load the holidays that come with Prongsai: a file a year, each day with source and mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from prongsai.core.editions.model import Confidence
from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import buddhist_year
from prongsai.core.thai.days import read_day
from prongsai.formats.read_yaml import read_yaml

_FOLDER = Path(__file__).parents[1] / "data" / "holidays"


@dataclass(frozen=True, slots=True)
class KnownHoliday:
    """A holiday of a year, and how sure that is."""

    day: date
    name: str
    confidence: Confidence
    source: str = ""


@dataclass(frozen=True, slots=True)
class YearOfHolidays:
    """What is known of a Buddhist year; `open` are holidays whose day nobody has read."""

    year: int
    days: tuple[KnownHoliday, ...]
    open: tuple[str, ...]


@cache
def load_holidays() -> tuple[YearOfHolidays, ...]:
    """Load every year, the first one first."""
    return tuple(read_holidays(path) for path in sorted(_FOLDER.glob("*.yaml")))


@cache
def known_days() -> frozenset[date]:
    """Return the days of every year that are holidays as far as somebody has read."""
    return frozenset(
        each.day for year in load_holidays() for each in year.days if not each.confidence.is_open
    )


def read_holidays(path: Path) -> YearOfHolidays:
    """Read the file of a year.

    :raises Refusal: with everything that is wrong with it.
    """
    notes = Notes()
    root = Node(read_yaml(path), (path.name,), notes)
    fields = root.fields(("year", "days", "open"))
    year = fields["year"].whole()
    days = tuple(_day(node, year) for node in fields["days"].rows("day"))
    names = tuple(node.text() for node in fields["open"].values())
    if len({each.day for each in days}) < len(days):
        fields["days"].refuse(say("A day stands here twice."), say("Keep one of them."))
    if notes.refusals:
        raise Refusals(notes.refusals)
    return YearOfHolidays(year, days, names)


def _day(node: Node, year: int) -> KnownHoliday:
    fields = node.fields(("day", "name", "confidence"), ("source",))
    day = _read(fields["day"])
    if buddhist_year(day) != year:
        fields["day"].refuse(
            say("This day is not of the year %(year)s.", year=year),
            say("Move it to the file of its year."),
        )
    source = fields["source"].text() if fields["source"].present else ""
    return KnownHoliday(day, fields["name"].text(), fields["confidence"].one_of(Confidence), source)


def _read(node: Node) -> date:
    try:
        return read_day(node.text())
    except Refusal as refusal:
        node.notes.refusals.append(refusal.within(*node.where))
        return date.min
