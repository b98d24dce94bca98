"""A value of a read file with the way to it.

Asked for what it should be, it notes a refusal when it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from prongsai.core.errors import Refusal
from prongsai.core.sentences import Names, Sentence, say

E = TypeVar("E", bound=StrEnum)
Place = tuple[Sentence | str, ...]

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}")
_SHOWN = 60  # characters of a wrong value that a refusal repeats


class _Absent:
    """The value of a field that is not there: its reader gets a stand-in, and no second refusal."""


_ABSENT = _Absent()


@dataclass(slots=True)
class Notes:
    """Everything found wrong so far, and the sections in which a value was lost by it."""

    refusals: list[Refusal] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file. A reader that finds the wrong kind notes it and returns a stand-in."""

    value: object
    where: Place
    notes: Notes

    @property
    def present(self) -> bool:
        """Tell whether the field is there and not null."""
        return self.value is not None and self.value is not _ABSENT

    def refuse(self, what: Sentence, fix: Sentence) -> None:
        """Note that this value cannot be used."""
        self.notes.refusals.append(Refusal(what, fix=fix, where=self.where))
        self.notes.lost.update(str(step) for step in self.where[:1])

    def fields(self, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Node]:
        """Read a mapping: a node for every field, whether it is there or not."""
        given = self._mapping()
        allowed = (*required, *optional)
        for name in given:
            if name not in allowed:
                self._note_unknown(name, allowed)
        nodes = {name: self._below(name, given.get(name, _ABSENT)) for name in allowed}
        for name in required:
            if name not in given and self.value is not _ABSENT and isinstance(self.value, Mapping):
                nodes[name].refuse(say("This field is missing."), say("Add it."))
        return nodes

    def pairs(self) -> list[tuple[str, Node]]:
        """Read a mapping whose names are free."""
        return [(name, self._below(name, value)) for name, value in self._mapping().items()]

    def rows(self, named_by: str, at: Place | None = None) -> list[Node]:
        """Read a list of mappings; the way to each is its own name, below `at` if given."""
        above = self.where if at is None else at
        return [
            Node(value, (*above, _row_name(value, named_by, number)), self.notes)
            for number, value in enumerate(self._list(), start=1)
        ]

    def values(self) -> list[Node]:
        """Read a list of plain values."""
        return [
            self._below(say("row %(number)s", number=number), value)
            for number, value in enumerate(self._list(), start=1)
        ]

    def text(self) -> str:
        """Read a text that is not empty."""
        if isinstance(self.value, str) and self.value.strip():
            return self.value
        self._expect(
            say("Expected a text, found %(found)s.", found=self._shown()),
            say("Write a text here, in quotation marks if it looks like a number."),
        )
        return ""

    def key(self) -> str:
        """Read a key or a code."""
        name = self.text()
        if name and not _KEY.fullmatch(name):
            self.refuse(
                say("%(found)s cannot be a key.", found=self._shown()),
                say("Use Latin letters, digits, points and hyphens; begin with a letter or digit."),
            )
        return name

    def names(self) -> Names:
        """Read a name in Thai and in English."""
        both = self.fields(("th", "en"))
        return Names(th=both["th"].text(), en=both["en"].text())

    def flag(self) -> bool:
        """Read true or false."""
        if isinstance(self.value, bool):
            return self.value
        self._expect(
            say("Expected true or false, found %(found)s.", found=self._shown()),
            say("Write true or false."),
        )
        return False

    def whole(self) -> int:
        """Read a whole number without a sign."""
        if type(self.value) is int and self.value >= 0:
            return self.value
        self._expect(
            say("Expected a whole number, found %(found)s.", found=self._shown()),
            say("Write a whole number without quotation marks."),
        )
        return 0

    def number(self) -> Decimal:
        """Read a number written as a text, or a whole one: a float is not a decimal number."""
        written = str(self.value) if type(self.value) is int else self.value
        if isinstance(written, str) and _NUMBER.fullmatch(written):
            return Decimal(written)
        self._expect(
            say("Expected a number, found %(found)s.", found=self._shown()),
            say("Write it in quotation marks, with a point and without a sign, as in “0.30”."),
        )
        return Decimal(0)

    def one_of(self, kind: type[E]) -> E:
        """Read a member of an enumeration."""
        members = {str(member.value): member for member in kind}
        if isinstance(self.value, str) and self.value in members:
            return members[self.value]
        self._expect(
            say("%(found)s is not known here.", found=self._shown()),
            say("Allowed: %(names)s.", names=tuple(members)),
        )
        return next(iter(members.values()))

    def _expect(self, what: Sentence, fix: Sentence) -> None:
        if self.value is not _ABSENT:
            self.refuse(what, fix)

    def _below(self, name: Sentence | str, value: object) -> Node:
        return Node(value, (*self.where, name), self.notes)

    def _note_unknown(self, name: str, allowed: Iterable[str]) -> None:
        # Nothing is lost by a field too many, so the other rules can still be asked.
        self.notes.refusals.append(
            Refusal(
                say("This field is not known here."),
                fix=say("Allowed: %(names)s.", names=tuple(allowed)),
                where=(*self.where, name),
            )
        )

    def _mapping(self) -> dict[str, object]:
        if isinstance(self.value, Mapping):
            return {str(name): value for name, value in self.value.items()}
        self._expect(
            say("Expected fields with values, found %(found)s.", found=self._shown()),
            say("Write one “name: value” a line."),
        )
        return {}

    def _list(self) -> Sequence[object]:
        if isinstance(self.value, list | tuple):
            return self.value
        self._expect(
            say("Expected a list, found %(found)s.", found=self._shown()),
            say("Begin each entry with a hyphen, or write [] for none."),
        )
        return ()

    def _shown(self) -> Sentence | str:
        match self.value:
            case None:
                return say("nothing")
            case bool():
                return str(self.value).lower()
            case str():
                return f"“{self.value[:_SHOWN]}”"
            case Mapping():
                return say("fields with values")
            case list() | tuple():
                return say("a list")
            case _:
                return str(self.value)[:_SHOWN]


def _row_name(value: object, named_by: str, number: int) -> Sentence | str:
    name = value.get(named_by) if isinstance(value, Mapping) else None
    return name[:_SHOWN] if isinstance(name, str) and name else say("row %(number)s", number=number)
