"""The file in which an agency says who it is: name, place, units, totals of earlier years."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusals
from prongsai.core.measures.model import Agency
from prongsai.core.sentences import say
from prongsai.core.thai.style import USUAL, Style
from prongsai.core.thai.text import normalise
from prongsai.formats.node_values import flag_of, score_of, words_of, year_of, year_of_name
from prongsai.formats.paper_fields import Papers, papers_of
from prongsai.formats.read_catalogue import load_catalogue
from prongsai.formats.read_yaml import read_yaml

PICTURES = ("garuda", "emblem")
"""The agency's own pictures: ways to files, seen from the file that names them."""

History = tuple[tuple[int, Decimal | None], ...]

_TEXTS = ("district", "province", "telephone", "email", "website")
AGENCY_FIELDS = (*_TEXTS, "units", *PICTURES)
STYLE_FIELDS = ("thai_digits", "long_months", "catchword")
_LONGEST_NAME = 300  # characters; a longer one is a text that was pasted into the wrong field


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFile:
    """An agency, its announced totals by fiscal year (B.E.), and what its documents look like.

    `edition` and `fiscal_year` are those of its results, where it names them. `pictures` are ways
    to files, seen from this one.
    """

    agency: Agency
    edition: str | None = None
    fiscal_year: int | None = None
    history: History = ()
    style: Style = USUAL
    papers: Papers = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)


def read_agency(path: Path) -> AgencyFile:
    """Read the file of an agency.

    :raises Refusal: with everything that is wrong with it.
    """
    notes = Notes()
    fields = Node(read_yaml(path), (path.name,), notes).fields(
        ("name",), (*AGENCY_FIELDS, *STYLE_FIELDS, "edition", "fiscal_year", "history", "papers")
    )
    fields["name"].text()  # refuses an empty one
    year = fields["fiscal_year"]
    found = AgencyFile(
        agency=agency_of(fields, load_catalogue().roles),
        edition=words_of(fields["edition"]) or None,
        fiscal_year=year_of(year) if year.present else None,
        history=history_of(fields["history"]),
        style=style_of(fields),
        papers=papers_of(fields["papers"]),
        pictures=pictures_of(fields),
    )
    if notes.refusals:
        raise Refusals(notes.refusals)
    return found


def agency_of(fields: dict[str, Node], roles: Collection[str] | None = None) -> Agency:
    """Make the agency of its fields; the keys of its units must be among `roles`, if given."""
    units = fields["units"]
    return Agency(
        name=_name(fields["name"]),
        units=tuple(_unit(role, unit, roles) for role, unit in units.pairs())
        if units.present
        else (),
        **{name: words_of(fields[name]) for name in _TEXTS},
    )


def agency_out(agency: Agency, pictures: Mapping[str, str]) -> dict[str, object]:
    """Return the agency as fields to be written."""
    said = {name: text for name in _TEXTS[2:] if (text := getattr(agency, name))}
    return {
        "name": agency.name,
        "district": agency.district,
        "province": agency.province,
        **said,
        "units": dict(agency.units),
        **pictures,
    }


def style_of(fields: dict[str, Node]) -> Style:
    """Read how the agency's documents are written."""
    return Style(**{name: flag_of(fields[name]) for name in STYLE_FIELDS})


def pictures_of(fields: dict[str, Node]) -> dict[str, str]:
    """Read where the agency's pictures are."""
    return {name: way for name in PICTURES if (way := words_of(fields[name]))}


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
    return tuple((year_of_name(name, total), score_of(total)) for name, total in node.pairs())
