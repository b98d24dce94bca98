"""Which items of two years ask for the same thing.

A code says nothing about that: it means another duty every year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.core.editions.model import Duties, Edition, Item
from prongsai.core.sentences import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkRow:
    """One duty, and the codes that ask for it in each edition of the table; () where none does."""

    duty: str
    title: Names
    codes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The duties of one instrument through several editions, in the order in which they came up."""

    instrument: str
    editions: tuple[str, ...]
    rows: tuple[CrosswalkRow, ...]


def matches(code: str, from_edition: Edition, to_edition: Edition) -> tuple[str, ...]:
    """Return the codes of `to_edition` that share a duty with `code` of `from_edition`.

    Only items of the same instrument match, since staff and public are asked alike. An item whose
    topic is not known matches nothing, and nothing ever matches by its code.

    :raises KeyError: if `from_edition` has no such item.
    """
    asking = to_edition.asking
    *_, instrument, _total = from_edition.ancestors[code]
    places = {
        place
        for duty in from_edition.items[code].duties
        for place in asking.get((instrument, duty), ())
    }
    return tuple(item for _, item in sorted(places))


def crosswalk(instrument: str, editions: Sequence[Edition], duties: Duties) -> Crosswalk:
    """Lay out every duty of `instrument` (IIT, EIT, OIT) with its codes in each of `editions`."""
    names = _names(editions, duties)
    asked = dict.fromkeys(
        duty for edition in editions for item in _items(instrument, edition) for duty in item.duties
    )
    rows = tuple(
        CrosswalkRow(
            duty=duty,
            title=names[duty],
            codes=tuple(
                tuple(item.code for item in _items(instrument, edition) if duty in item.duties)
                for edition in editions
            ),
        )
        for duty in asked
    )
    return Crosswalk(
        instrument=instrument, editions=tuple(edition.key for edition in editions), rows=rows
    )


def _items(instrument: str, edition: Edition) -> Iterator[Item]:
    if instrument in edition.instrument:
        yield from edition.instrument[instrument].items


def _names(editions: Sequence[Edition], duties: Duties) -> dict[str, Names]:
    for edition in editions:
        duties = duties.joined(edition.duties)
    return duties.survey | duties.disclosure
