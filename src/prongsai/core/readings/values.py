"""Every value of a reading, whatever it is of, in the order of the reading's fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from prongsai.core.readings.model import Reading, ReadMeasure, Said


def values_of(reading: Reading) -> Iterator[Said[Any]]:
    """Yield the values of the document and of its measures; passages are none."""
    yield from _of(reading)
    for measure in reading.measures:
        yield from _of(measure)


def most_said(values: Iterable[str]) -> str:
    """Return what is said most often, of several the first; "" where nothing is said."""
    often = Counter(values)
    return max(often, key=often.__getitem__, default="")


def _of(whole: Reading | ReadMeasure) -> Iterator[Said[Any]]:
    for field in fields(whole):
        own = getattr(whole, field.name)
        several = own if isinstance(own, tuple) else (own,)
        yield from (each for each in several if isinstance(each, Said))
