"""The fields of a measure: which were left blank, and where they stand."""

from __future__ import annotations

from dataclasses import replace

from prongsai.core.readings.model import Certainty, Place, Reading, ReadMeasure, Said
from prongsai.core.tracking import State

# The columns whose words a field is read from, where their names differ.
_COLUMNS = {"lead": ("lead", "owner"), "proofs": ("evidence", "link")}


def is_blank(field: str, measure: ReadMeasure, reading: Reading) -> bool:
    """Tell whether the document asks for a field and nothing is written there.

    Words that nobody could read as a period or a state are not nothing.
    """
    return (
        field in measure.asked
        and not getattr(measure, field)
        and not _has_words(field, measure.place, reading)
    )


def at(measure: ReadMeasure, field: str) -> Place:
    """Return the place of a field that holds nothing: in a table, its row."""
    place = measure.place
    return place if place.table is not None else replace(place, column=field)


def name_of(measure: ReadMeasure) -> str:
    """Return what people call a measure: its title, or its number, its key, what it answers."""
    for said in (measure.title, measure.number):
        if said is not None:
            return " ".join(said.value.split())
    return measure.key or next((code.value for code in measure.answers), "")


def state_of(measure: ReadMeasure) -> Said[State] | None:
    """Return the state of a measure unless a person must say which it is."""
    state = measure.state
    return None if state is None or state.certainty is Certainty.ASK else state


def _has_words(field: str, place: Place, reading: Reading) -> bool:
    """Tell whether a cell of the field, in the row of a table, holds a letter or a number."""
    columns = _COLUMNS.get(field, (field,))
    return place.table is not None and any(
        (each.place.table, each.place.row) == (place.table, place.row)
        and each.field in columns
        and any(map(str.isalnum, each.text))
        for each in reading.passages
    )
