"""The slots of a reading and their names.

A name says what a value is rather than how many stand before it, so that it is the same when the
document is read again: a code stands under its code, a measure under its key, its number, or the
place of its row. Only what has no such name is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from prongsai.core.readings.corrections.model import (
    HEAD,
    LISTS,
    LISTS_OF_MEASURE,
    MEASURE,
    NEW,
    OF_MEASURE,
    Slot,
    flat,
)
from prongsai.core.readings.corrections.values import KINDS
from prongsai.core.readings.model import Place, Reading, ReadMeasure, Said
from prongsai.core.results import name_of

_NAMED: Mapping[str, Callable[[Any], str]] = {
    **dict.fromkeys(("weak", "keep", "answers", "cures"), str),
    "scores": lambda score: "/".join(
        filter(None, (name_of((score.code, score.part)), str(score.year or "")))
    ),
    "names": lambda name: name.code,
    "citations": lambda citation: "/".join(filter(None, (citation.item, citation.code))),
}
_AS_READ = ("number", "title", "indicator")  # before the lists of a measure


def slots_of(reading: Reading) -> Iterator[Slot]:
    """Yield every slot of a reading; what is not there has one without a value."""
    for field in HEAD:
        yield Slot(at=field, field=field, said=_head(reading, field))
    for field in LISTS:
        yield from _listed(getattr(reading, field), field, field)
    for number, (name, measure) in enumerate(
        zip(measure_names(reading.measures), reading.measures, strict=True)
    ):
        yield from _of_measure(measure, f"measures/{name}", number)


def measure_names(measures: Sequence[ReadMeasure]) -> list[str]:
    """Return the name of each measure: the first of its names that no other measure has."""
    names = [tuple(dict.fromkeys(_names(each, n))) for n, each in enumerate(measures, start=1)]
    often = Counter(name for own in names for name in own)
    return [next((name for name in own if often[name] == 1), own[-1]) for own in names]


def other_names(measures: Sequence[ReadMeasure]) -> dict[str, int]:
    """Return the number (from 0) of each measure by every name that no other measure has.

    A number that was not read before may be today, and the name of old is still right.
    """
    names = [(name, n) for n, each in enumerate(measures) for name in set(_names(each, n + 1))]
    often = Counter(name for name, _ in names)
    return {name: number for name, number in names if often[name] == 1}


def _names(measure: ReadMeasure, position: int) -> Iterator[str]:
    number = flat(measure.number.value) if measure.number else ""
    yield from (name for name in (measure.key, number) if name and "/" not in name)
    place = measure.place
    if place.row is not None:
        yield "-".join(f"{word}-{n}" for word, n in _row(place) if n is not None)
    yield f"position-{position}"


def _row(place: Place) -> Iterable[tuple[str, int | None]]:
    return ("table", place.table), ("row", place.row)


def _head(reading: Reading, field: str) -> Said[Any] | None:
    if field == "kind":
        kind = reading.kind
        words = KINDS.get(kind, kind)
        return Said(value=kind, words=words, place=Place()) if kind else None
    said: Said[Any] | None = getattr(reading, field)
    return said


def _of_measure(measure: ReadMeasure, above: str, number: int) -> Iterator[Slot]:
    yield Slot(at=above, field=MEASURE, said=measure.title or measure.number, measure=number)
    for field in _AS_READ:
        yield _single(measure, field, above, number)
    for field in LISTS_OF_MEASURE:
        values = getattr(measure, field)
        yield from _listed(values, f"{above}/{field}", field, number)
        if not values:
            yield Slot(at=f"{above}/{field}/{NEW}", field=field, said=None, measure=number)
    for field in OF_MEASURE:
        if field not in _AS_READ:
            yield _single(measure, field, above, number)


def _single(measure: ReadMeasure, field: str, above: str, number: int) -> Slot:
    said: Said[Any] | None = getattr(measure, field)
    return Slot(at=f"{above}/{field}", field=field, said=said, measure=number)


def _listed(
    values: Sequence[Said[Any]], above: str, field: str, measure: int | None = None
) -> Iterator[Slot]:
    seen: Counter[str] = Counter()
    name = _NAMED.get(field)
    for number, said in enumerate(values):
        own = name(said.value) if name else str(number + 1)
        seen[own] += 1
        own = own if seen[own] == 1 else f"{own}/{seen[own]}"
        yield Slot(at=f"{above}/{own}", field=field, said=said, measure=measure, number=number)
