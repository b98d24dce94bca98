"""Measures that a person adds because the reader missed them.

`measures/+` with the title as `be` adds one of a title alone. With a name of her own behind the
plus a measure has more: `measures/+1/title`, `measures/+1/period`, `measures/+1/steps/+` for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from prongsai.core.errors import Refusal
from prongsai.core.readings.corrections.model import (
    LISTS_OF_MEASURE,
    NEW,
    OF_MEASURE,
    Correction,
)
from prongsai.core.readings.corrections.values import read_value
from prongsai.core.readings.model import Place, ReadMeasure, Said
from prongsai.core.results import shown
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.spelling import letters

_WHY = say("Added by a person.")
_FIELDS = (*OF_MEASURE, *LISTS_OF_MEASURE)
_WITH_NAME, _WITH_FIELD = 2, 3  # measures/+1, measures/+1/title

Fields = dict[str, list[Said[Any]]]


def adds_measure(at: str) -> bool:
    """Tell whether a correction is for a measure that a person adds."""
    return at.startswith(f"measures/{NEW}")


@dataclass(slots=True)
class Added:
    """The measures that a person adds, in the order in which she first names them."""

    _of: dict[str, Fields] = field(default_factory=dict)

    def take(self, at: str, correction: Correction) -> None:
        """Take one field of a measure, or the title of one without a name.

        :raises Refusal: for a field that no measure has, one that is empty, or a `was`.
        """
        steps = at.split("/")
        name = _field_of(steps)
        if correction.was:
            raise Refusal(
                say("What is added stood nowhere, and here “was” holds something."),
                fix=say('Write was: "", or name the measure that was read.'),
            )
        if not correction.be:
            raise Refusal(say("The new entry says nothing."), fix=say("Write it, or remove it."))
        own = steps[1] if steps[1] != NEW else f"{NEW}{len(self._of)}/"  # no name has a slash
        said = _said(read_value(name, correction.be), correction.be)
        values = self._of.setdefault(own, {}).setdefault(name, [])
        if name not in LISTS_OF_MEASURE:
            values.clear()
        values.append(said)

    def check(self) -> Iterator[Refusal]:
        """Yield a refusal for each measure that is given no title."""
        for name, fields in self._of.items():
            if "title" not in fields:
                at = f"measures/{name}/title"
                yield Refusal(
                    say("A measure that is added has no title."),
                    fix=say("Write its title at %(at)s.", at=at),
                    where=(f"measures/{name}",),
                )

    def measures(self, read: Sequence[ReadMeasure]) -> Iterator[ReadMeasure | Sentence]:
        """Yield each measure, or that the document has it already among those that were read."""
        titles = {letters(each.title.value) for each in read if each.title is not None}
        # The document has a place for what the measures around it have.
        asked = frozenset[str]().union(*(each.asked for each in read))
        for fields in self._of.values():
            title = fields["title"][0].value
            if letters(title) in titles:
                yield say("The measure “%(title)s” was read; it was not added.", title=shown(title))
            else:
                yield _measure(fields, asked)


def _field_of(steps: Sequence[str]) -> str:
    """Return the field that the steps to a new measure name.

    :raises Refusal: if no measure has such a field, or only one value of it.
    """
    if len(steps) == _WITH_NAME:
        return "title"
    name, further = steps[2], [step for step in steps[_WITH_FIELD:] if step != NEW]
    has_name = steps[1] != NEW
    is_list = name in LISTS_OF_MEASURE
    if not has_name or name not in _FIELDS or further or (len(steps) > _WITH_FIELD and not is_list):
        raise Refusal(
            say("This is no field of a measure that is added."),
            fix=say(
                "Write it as in %(examples)s; the fields are %(names)s.",
                examples=("measures/+1/title", "measures/+1/steps/+"),
                names=_FIELDS,
            ),
        )
    return name


def _said(value: object, words: str) -> Said[Any]:
    return Said(value=value, words=words, place=Place(), why=_WHY)


def _measure(fields: Mapping[str, Sequence[Said[Any]]], asked: frozenset[str]) -> ReadMeasure:
    own: dict[str, Any] = {
        name: tuple(values) if name in LISTS_OF_MEASURE else values[0]
        for name, values in fields.items()
    }
    return ReadMeasure(place=Place(), asked=asked | own.keys(), **own)
