"""Objects of the core as plain data (mappings, lists, texts), and back by their fields' types.

So a reading stands in a YAML or JSON file, and a source comes out of another process. What is at
its default is left out. Coming back everything is checked, for the data may be anybody's: fields
that are unknown or missing, values of another type, sentences that are not ours.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from prongsai.core.errors import Refusal
from prongsai.core.measures.month import Month
from prongsai.core.sentences import Names, Sentence, say
from prongsai.formats.interface import catalogue

T = TypeVar("T")
Kind = Any  # a type as a field declares it: str, Said[Month], tuple[Cell, ...]
Reader = Callable[[object], object]

_MONTH = re.compile(r"([1-9][0-9]{3})-(0[1-9]|1[0-2])")
_DECIMAL = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,15})?")  # a workbook has as many
_PLACES = re.compile(r"%\((\w+)\)s")
_DEEPEST = 8  # sentences and lists, one in another
_SHOWN = 60  # characters of a wrong value that a refusal repeats
_FIX = say("Mend it, or let prongsai read make the file anew.")


def as_plain(value: object) -> object:
    """Return a value as plain data; an object loses the fields that are at their default."""
    kind: Kind = type(value)
    if kind in _AS_IT_STANDS:
        return value
    if kind in _WRITTEN:
        return _WRITTEN[kind](value)
    if isinstance(value, StrEnum):
        return value.value
    if not dataclasses.is_dataclass(value):
        return value
    return {
        name: as_plain(own)
        for name, default in _defaults(kind)
        if (own := getattr(value, name)) != default
    }


def from_plain(kind: type[T], data: object) -> T:
    """Return the object of a type that plain data stand for.

    :raises Refusal: at the first value that is not what the type says, with the way to it.
    """
    of: Kind = kind
    return cast("T", _reader(of)(data))


def _sentence_out(sentence: Sentence) -> dict[str, object]:
    params = {name: _param(each) for name, each in sentence.params}
    return {"say": sentence.template, "with": params}


_AS_IT_STANDS = frozenset({str, int, bool, NoneType})
_WRITTEN: dict[type, Callable[[Any], object]] = {
    Month: lambda month: f"{month.year}-{month.month:02}",
    Decimal: lambda number: f"{number:f}",
    date: date.isoformat,
    Sentence: _sentence_out,
    tuple: lambda values: [as_plain(each) for each in values],
    frozenset: sorted,
}


def _param(value: object) -> object:
    """Return a value of a sentence as plain data that tell its type."""
    match value:
        case Decimal():
            return {"decimal": f"{value:f}"}
        case Names():
            return {"th": value.th, "en": value.en}
        case tuple():
            return [_param(each) for each in value]
        case str() | int() | Sentence():
            return as_plain(value)
        case _:
            return str(value)


@cache
def _defaults(kind: Kind) -> tuple[tuple[str, object], ...]:
    """Return the name and the default of each field of a class."""
    return tuple((field.name, _default(field)) for field in dataclasses.fields(kind))


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


@cache
def _reader(kind: Kind) -> Reader:
    """Return what reads values of a type. It is made once a type, for a table has many cells."""
    origin, args = _origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _one_of(args)
    if origin is tuple:
        return _list_of(args[0]) if args[1:] == (...,) else _row_of(args)
    if origin is frozenset:
        read = _list_of(args[0])
        return lambda data: frozenset(read(data))
    if kind in _PLAIN:
        return _PLAIN[kind]
    return partial(_member, kind) if issubclass(origin, StrEnum) else _object(kind)


def _one_of(kinds: tuple[Kind, ...]) -> Reader:
    """Read None, a text, or one of several objects, told apart by the fields they must have."""
    others = [kind for kind in kinds if kind not in {NoneType, str}] or [str]
    chosen = [(frozenset(_required(kind)), _reader(kind)) for kind in others[:-1]]
    last = _reader(others[-1])

    def read(data: object) -> object:
        if (data is None and NoneType in kinds) or (isinstance(data, str) and str in kinds):
            return data
        for required, reader in chosen:
            if isinstance(data, Mapping) and data.keys() >= required:
                return reader(data)
        return last(data)

    return read


def _list_of(kind: Kind) -> Callable[[object], tuple[object, ...]]:
    reader = _reader(kind)

    def read(data: object) -> tuple[object, ...]:
        values = _list(data)
        try:
            return tuple([reader(each) for each in values])
        except Refusal:
            for number, each in enumerate(values, start=1):  # only now is it asked where
                _at(say("row %(number)s", number=number), reader, each)
            raise

    return read


def _row_of(kinds: tuple[Kind, ...]) -> Reader:
    readers = [_reader(kind) for kind in kinds]

    def read(data: object) -> object:
        values = _list(data)
        if len(values) != len(readers):
            raise _wrong(say("a list of %(count)s", count=len(readers)), data)
        return tuple(
            _at(say("row %(number)s", number=n), *each)
            for n, each in enumerate(zip(readers, values, strict=True), start=1)
        )

    return read


def _at(step: Sentence | str, reader: Reader, data: object) -> object:
    try:
        return reader(data)
    except Refusal as refusal:
        raise refusal.within(step) from None


def _object(kind: Kind) -> Reader:
    make, required = _origin(kind), _required(kind)
    readers = {name: _reader(hint) for name, hint in _fields(kind).items()}

    def read(data: object) -> object:
        fields = _mapping(data)
        for name in fields:
            if name not in readers:
                raise _unknown(name, readers)
        for name in required:
            if name not in fields:
                raise Refusal(say("This field is missing."), fix=_FIX, where=(name,))
        return make(**{name: _at(name, readers[name], value) for name, value in fields.items()})

    return read


def _unknown(name: object, known: Iterable[str]) -> Refusal:
    allowed = say("Allowed: %(names)s.", names=tuple(known))
    return Refusal(say("This field is not known here."), fix=allowed, where=(str(name)[:_SHOWN],))


def _origin(kind: Kind) -> Kind:
    """Return the type without what it is of: Said for Said[str]."""
    of: Kind = get_origin(kind)
    return of or kind


@cache
def _fields(kind: Kind) -> dict[str, Kind]:
    """Return the type of each field, that of a type variable by what stands for it."""
    origin = _origin(kind)
    stands_for = dict(zip(getattr(origin, "__parameters__", ()), get_args(kind), strict=True))
    return {name: stands_for.get(hint, hint) for name, hint in get_type_hints(origin).items()}


@cache
def _required(kind: Kind) -> tuple[str, ...]:
    return tuple(name for name, value in _defaults(_origin(kind)) if value is dataclasses.MISSING)


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise _wrong(say("a text"), data)
    return data


def _whole(data: object) -> int:
    if type(data) is not int:
        raise _wrong(say("a whole number"), data)
    return data


def _flag(data: object) -> bool:
    if not isinstance(data, bool):
        raise _wrong(say("true or false"), data)
    return data


def _decimal(data: object) -> Decimal:
    if not _DECIMAL.fullmatch(_text(data)):
        raise _wrong(say("a number in quotation marks"), data)
    return Decimal(_text(data))


def _month(data: object) -> Month:
    found = _MONTH.fullmatch(_text(data))
    if found is None:
        raise _wrong(say("a month as 25xx-01"), data)
    return Month(int(found.group(1)), int(found.group(2)))


def _day(data: object) -> date:
    try:
        return date.fromisoformat(_text(data))
    except ValueError:
        raise _wrong(say("a day as 2024-01-31"), data) from None


def _member(kind: type[StrEnum], data: object) -> StrEnum:
    try:
        return kind(_text(data))
    except ValueError:
        raise _wrong(
            say("one of %(words)s", words=tuple(each.value for each in kind)), data
        ) from None


def _sentence(data: object, depth: int = 0) -> Sentence:
    """Read a sentence; only ours are taken, with exactly their values."""
    fields = _mapping(data)
    template, params = _text(fields.get("say")), _mapping(fields.get("with"))
    if template not in catalogue("th") or set(params) != set(_PLACES.findall(template)):
        raise _wrong(say("a sentence of Prongsai"), template)
    return Sentence(
        template, tuple((name, _param_back(each, depth + 1)) for name, each in params.items())
    )


def _param_back(data: object, depth: int) -> object:
    if depth > _DEEPEST:
        raise _wrong(say("a sentence of Prongsai"), data)
    match data:
        case {"say": _}:
            return _sentence(data, depth)
        case {"decimal": number}:
            return _decimal(number)
        case {"th": th, "en": en}:
            return Names(th=_text(th), en=_text(en))
        case list():
            return tuple(_param_back(each, depth + 1) for each in data)
        case int():
            return data
        case _:
            return _text(data)


_PLAIN: dict[Kind, Callable[[object], object]] = {
    str: _text,
    int: _whole,
    bool: _flag,
    Decimal: _decimal,
    Month: _month,
    date: _day,
    Sentence: _sentence,
}


def _mapping(data: object) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise _wrong(say("fields with values"), data)
    return data


def _list(data: object) -> list[object]:
    if not isinstance(data, list):
        raise _wrong(say("a list"), data)
    return data


def _wrong(expected: Sentence, data: object) -> Refusal:
    found = say("nothing") if data is None else str(data)[:_SHOWN]
    return Refusal(
        say("Expected %(expected)s, found %(found)s.", expected=expected, found=found), fix=_FIX
    )
