"""The file in which an agency says who it is: name, place, units, totals of earlier years."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.measures.model import Agency
from prongsai.core.results import read_score
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.style import USUAL, Style
from prongsai.core.thai.text import normalise
from prongsai.formats.read_catalogue import load_catalogue
from prongsai.formats.read_yaml import read_yaml

History = tuple[tuple[int, Decimal | None], ...]

AGENCY_FIELDS = ("district", "province", "units")
_LONGEST_NAME = 300  # characters; a longer one is a text that was pasted into the wrong field
_BUDDHIST_YEARS = range(2400, 3000)  # a Christian year lies outside
_AWAY = 543


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFile:
    """An agency, its announced totals by fiscal year (B.E.), and how its documents write digits.

    `edition` and `fiscal_year` are those of its results, where it names them.
    """

    agency: Agency
    edition: str | None = None
    fiscal_year: int | None = None
    history: History = ()
    style: Style = USUAL


def read_agency(path: Path) -> AgencyFile:
    """Read the file of an agency.

    :raises Refusal: with everything that is wrong with it.
    """
    notes = Notes()
    fields = Node(read_yaml(path), (path.name,), notes).fields(
        ("name",), (*AGENCY_FIELDS, "edition", "fiscal_year", "history", "thai_digits")
    )
    fields["name"].text()  # refuses an empty one
    year = fields["fiscal_year"]
    found = AgencyFile(
        agency=agency_of(fields, load_catalogue().roles),
        edition=words_of(fields["edition"]) or None,
        fiscal_year=year_of(year) if year.present else None,
        history=history_of(fields["history"]),
        style=Style(thai_digits=flag_of(fields["thai_digits"])),
    )
    if notes.refusals:
        raise Refusals(notes.refusals)
    return found


def agency_of(fields: dict[str, Node], roles: Collection[str] | None = None) -> Agency:
    """Make the agency of its fields; the keys of its units must be among `roles`, if given."""
    units = fields["units"]
    return Agency(
        name=_name(fields["name"]),
        district=words_of(fields["district"]),
        province=words_of(fields["province"]),
        units=tuple(_unit(role, unit, roles) for role, unit in units.pairs())
        if units.present
        else (),
    )


def _name(node: Node) -> str:
    name = words_of(node)
    if len(name) > _LONGEST_NAME:
        node.refuse(
            say("The name is longer than %(most)s characters.", most=_LONGEST_NAME),
            say("Write the name of the agency alone."),
        )
    return name


def _unit(role: str, unit: Node, roles: Collection[str] | None) -> tuple[str, str]:
    if roles is not None and role not in roles:
        unit.refuse(
            say("No role is called %(name)s.", name=role),
            say("The roles are: %(names)s.", names=tuple(roles)),
        )
    return role, normalise(unit.text())


def history_of(node: Node) -> History:
    """Make the announced totals of a mapping from fiscal year to score, which may be empty."""
    if not node.present:
        return ()
    return tuple((_year_of_name(name, total), score_of(total)) for name, total in node.pairs())


def score_of(node: Node) -> Decimal | None:
    """Read a score from 0 to 100; None where there is none."""
    if not node.present:
        return None
    text = str(node.value) if type(node.value) is int else node.value
    if not isinstance(text, str):
        node.number()  # refuses it
        return None
    try:
        return read_score(text)
    except Refusal as refusal:
        node.notes.refusals.append(refusal.within(*node.where))
        return None


def year_of(node: Node) -> int:
    """Read a Buddhist year, in Thai or Arabic digits; 0 where there is none, which is refused."""
    written = to_arabic_digits(str(node.value)).strip()
    return _year_of_name(written, node) if written.isdecimal() else node.whole()


def words_of(node: Node) -> str:
    """Read a text that may be empty or absent, spelled the one way we keep it."""
    is_blank = isinstance(node.value, str) and not node.value.strip()
    return normalise(node.text()) if node.present and not is_blank else ""


def flag_of(node: Node) -> bool:
    """Read true or false; absent is false."""
    return node.present and node.flag()


def _year_of_name(name: str, node: Node) -> int:
    digits = to_arabic_digits(name)
    return _buddhist(int(digits) if digits.isdecimal() and len(digits) < 5 else 0, node)


def _buddhist(year: int, node: Node) -> int:
    if year not in _BUDDHIST_YEARS:
        node.refuse(
            say("This is no Buddhist year (พ.ศ.)."),
            say("Write four digits; the Christian year plus %(difference)s.", difference=_AWAY),
        )
        return 0
    return year
