"""Doubt the values of a reading for where they stand, whatever they are of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar

from prongsai.core.readings.model import Certainty, Reading, ReadMeasure, Said
from prongsai.core.sentences import Sentence

Whole = TypeVar("Whole", Reading, ReadMeasure)
Doubt = Callable[[Said[Any]], Said[Any]]


def doubted(reading: Reading, doubt: Doubt) -> Reading:
    """Return a reading with each of its values, and of those of its measures, as doubt has it."""
    measures = tuple(doubted_in(measure, doubt) for measure in reading.measures)
    return replace(doubted_in(reading, doubt), measures=measures)


def likely(said: Said[Any], why: Sentence) -> Said[Any]:
    """Return a value that is not sure, for a reason; one that is not sure already keeps its own."""
    if said.certainty is not Certainty.SURE:
        return said
    return replace(said, certainty=Certainty.LIKELY, why=why)


def doubted_in(whole: Whole, doubt: Doubt) -> Whole:
    """Return a whole with each value of its own as doubt has it."""
    changed: dict[str, Any] = {}
    for field in fields(whole):
        value = getattr(whole, field.name)
        if isinstance(value, Said):
            changed[field.name] = doubt(value)
        elif isinstance(value, tuple):
            changed[field.name] = tuple(doubt(v) if isinstance(v, Said) else v for v in value)
    return replace(whole, **changed)
