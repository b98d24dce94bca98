"""What the parts of a reading are called, and how sure it is of them, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from prongsai.core.readings.corrections import Slot
from prongsai.core.readings.model import Certainty, Place, Reading
from prongsai.core.sentences import Sentence, say

FIELDS: Mapping[str, Sentence] = {
    "kind": say("Kind of document"),
    "number": say("Number"),
    "dated": say("Date"),
    "unit": say("Office that writes"),
    "subject": say("Subject"),
    "to": say("To"),
    "agencies": say("Name of the agency"),
    "districts": say("District"),
    "provinces": say("Province"),
    "years": say("Fiscal year"),
    "scores": say("Score"),
    "levels": say("Level"),
    "names": say("Code and name"),
    "weak": say("Item to be improved"),
    "keep": say("Item to be kept as it is"),
    "citations": say("Disclosure item advised"),
    "signatures": say("Signed by"),
    "title": say("Title of the measure"),
    "indicator": say("Indicator"),
    "answers": say("Item it is for"),
    "steps": say("Step"),
    "lead": say("Lead unit"),
    "support": say("Supporting unit"),
    "cures": say("Disclosure item to publish"),
    "period": say("Period"),
    "follow_up": say("Follow-up"),
    "state": say("State"),
    "actions": say("Done on a day"),
    "output": say("What was done"),
    "outcome": say("What came of it"),
    "proofs": say("Evidence"),
}
CERTAINTIES: Mapping[Certainty, Sentence] = {
    Certainty.SURE: say("certain"),
    Certainty.LIKELY: say("likely, to be looked at"),
    Certainty.ASK: say("to be answered by a person"),
}


def called(slot: Slot, names: list[str]) -> Sentence:
    """Return what a slot is called: its field, and the measure it is of by its name."""
    if slot.measure is None:
        return FIELDS[slot.field]
    return say(
        "%(measure)s › %(field)s",
        measure=measure_called(names[slot.measure]),
        field=field_called(slot),
    )


def field_called(slot: Slot) -> Sentence:
    """Return what the field of a slot is called."""
    if slot.field == "number" and slot.measure is not None:
        return say("Number in the list")
    return FIELDS[slot.field]


def measure_called(name: str) -> Sentence:
    """Return what a measure is called by its name: table-1-row-3 is that of row 3 of table 1."""
    match name.split("-"):
        case ["table", table, "row", row]:
            return say("Measure in table %(table)s, row %(row)s", table=table, row=row)
        case ["position", number]:
            return say("Measure at position %(number)s", number=number)
        case _:
            return say("Measure %(name)s", name=name)


def way(place: Place) -> Sentence:
    """Return the way to a place, outermost first."""
    first, *others = place.steps() or (say("place not known"),)
    found: Sentence = say("%(step)s", step=first)
    for step in others:
        found = say("%(way)s › %(step)s", way=found, step=step)
    return found


def not_read(reading: Reading) -> Iterator[Sentence]:
    """Tell of which pages and sheets of a document nothing was read."""
    if reading.unread:
        yield without_text(reading.unread)
    if reading.hidden:
        yield hidden_sheets(reading.hidden)


def hidden_sheets(names: Sequence[str]) -> Sentence:
    """Tell which sheets of a workbook nobody sees."""
    return say(
        "Hidden sheets, of which nothing was read: %(sheets)s. If one counts, show it in the"
        " workbook, and read that anew.",
        sheets=tuple(names),
    )


def without_text(pages: Iterable[int]) -> Sentence:
    """Tell which pages have no text: a scan has none."""
    return say(
        "Pages without text, of which nothing was read: %(pages)s",
        pages=", ".join(map(str, pages)),
    )
