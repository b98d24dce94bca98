"""What the parts of a reading are called, and how sure it is of them, in words."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.core.readings.corrections import Slot
from prongsai.core.readings.model import Certainty, Place
from prongsai.core.sentences import Sentence, say

FIELDS: Mapping[str, Sentence] = {
    "kind": say("Kind of document"),
    "number": say("Number"),
    "dated": say("Date"),
    "subject": say("Subject"),
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
    "measure": say("Measure"),
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
    if slot.measure is None or slot.field == "measure":
        return FIELDS[slot.field]
    return say(
        "Measure %(name)s › %(field)s",
        name=named(names[slot.measure]),
        field=FIELDS[slot.field],
    )


def way(place: Place) -> Sentence:
    """Return the way to a place, outermost first."""
    first, *others = place.steps() or (say("place not known"),)
    found: Sentence = say("%(step)s", step=first)
    for step in others:
        found = say("%(way)s › %(step)s", way=found, step=step)
    return found


def named(name: str) -> Sentence | str:
    """Return the name of a measure as people say it: table-1-row-3 is row 3 of table 1."""
    parts = name.split("-")
    match parts:
        case ["table", table, "row", row]:
            return say("in table %(table)s, row %(row)s", table=table, row=row)
        case ["position", number]:
            return say("at position %(number)s", number=number)
        case _:
            return name
