"""A reading with the corrections of a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.readings.corrections.added import Added, adds_measure
from prongsai.core.readings.corrections.model import (
    HEAD,
    LISTS,
    LISTS_OF_MEASURE,
    MEASURE,
    NEW,
    OF_MEASURE,
    Correction,
    Slot,
    flat,
)
from prongsai.core.readings.corrections.slots import measure_names, other_names, slots_of
from prongsai.core.readings.corrections.values import read_value
from prongsai.core.readings.model import Certainty, Place, Reading, ReadMeasure, Said
from prongsai.core.results import shown
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.text import normalise

Group = tuple[int | None, str]
"""The measure (None: of no measure) and the field of a value or of a list of them."""

Value = Said[Any] | None

_ABOVE = "measures"
_FIELDS = (*HEAD, *LISTS, _ABOVE)
_FIELDS_OF_MEASURE = (*OF_MEASURE, *LISTS_OF_MEASURE)
_OF_MANY = (*LISTS, *LISTS_OF_MEASURE)
_CORRECTED = say("Corrected by a person.")
_CONFIRMED = say("Confirmed by a person.")


def corrected(
    reading: Reading, corrections: Iterable[Correction]
) -> tuple[Reading, tuple[Sentence, ...]]:
    """Return a reading as a person corrected it, and what was not applied, and why.

    Every `at` means the reading as it was read: nothing moves because something else was taken
    out. A value keeps its words and its place. Of two corrections of one value the last one holds.

    :raises Refusal: with each correction that no reading could take, at its `at`.
    """
    work = _Work(reading)
    for each in corrections:
        try:
            work.apply(replace(each, be=normalise(each.be)))
        except Refusal as refusal:
            work.refusals.append(refusal.within(shown(each.at)))
    work.refusals += work.added.check()
    if work.refusals:
        raise Refusals(work.refusals)
    return work.result(), tuple(work.told)


@dataclass(slots=True)
class _Work:
    """A reading that is being corrected: the groups that have changed, the measures taken out."""

    reading: Reading
    slots: dict[str, Slot] = field(init=False)
    measures: dict[str, int] = field(init=False)
    names: list[str] = field(init=False)
    changed: dict[Group, list[Value]] = field(default_factory=dict)
    out: set[int] = field(default_factory=set)
    added: Added = field(default_factory=Added)
    refusals: list[Refusal] = field(default_factory=list)
    told: list[Sentence] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.slots = {slot.at: slot for slot in slots_of(self.reading)}
        self.measures = other_names(self.reading.measures)
        self.names = measure_names(self.reading.measures)

    def apply(self, correction: Correction) -> None:
        at = self._named(correction.at)
        if adds_measure(at):
            self.added.take(at, correction)
            return
        name = _field_of(at)
        if at.endswith(f"/{NEW}"):
            self._add(at, name, correction.be)
            return
        slot = self.slots.get(at)
        if slot is None:
            self.told.append(_gone(correction.at))
        elif slot.words != flat(correction.was):
            self.told.append(_no_longer(correction, slot.words))
        elif slot.field == MEASURE:
            self._take_out(slot, correction)
        else:
            group = self._values((slot.measure, slot.field))
            group[slot.number] = _right(slot, correction.be, self._place(slot.measure))

    def result(self) -> Reading:
        """Return the reading with what has changed."""
        fields = self._fields()
        measures = tuple(
            replace(measure, **fields[number])
            for number, measure in enumerate(self.reading.measures)
            if number not in self.out
        )
        for each in self.added.measures(measures):
            if isinstance(each, ReadMeasure):
                measures = (*measures, each)
            else:
                self.told.append(each)
        return replace(self.reading, measures=measures, **fields[None])

    def _fields(self) -> Mapping[int | None, dict[str, Any]]:
        """Return the fields that have changed, by their measure."""
        found: dict[int | None, dict[str, Any]] = defaultdict(dict)
        for (measure, name), values in self.changed.items():
            found[measure][name] = _as_field(name, values)
        return found

    def _named(self, at: str) -> str:
        """Return an `at` with the first of the names of its measure."""
        above, _, rest = flat(at).partition("/")
        name, slash, below = rest.partition("/")
        if above != _ABOVE or name not in self.measures:
            return flat(at)
        return f"{above}/{self.names[self.measures[name]]}{slash}{below}"

    def _add(self, at: str, name: str, be: str) -> None:
        if name not in _OF_MANY:
            raise Refusal(
                say("%(name)s takes no more entries.", name=name),
                fix=say("One more entry may be given to %(names)s.", names=_OF_MANY),
            )
        if not be:
            raise Refusal(say("The new entry says nothing."), fix=say("Write it, or remove it."))
        above, _, rest = at.partition("/")
        measure = self.measures.get(rest.partition("/")[0]) if above == _ABOVE else None
        if above == _ABOVE and measure is None:
            self.told.append(_gone(at))
            return
        group = self._values((measure, name))
        value = read_value(name, be)
        if any(each is not None and each.value == value for each in group):
            self.told.append(say("%(at)s: “%(be)s” is there already.", at=at, be=shown(be)))
            return
        group.append(Said(value=value, words=be, place=self._place(measure), why=_CORRECTED))

    def _take_out(self, slot: Slot, correction: Correction) -> None:
        if correction.be or slot.measure is None:
            raise Refusal(
                say("A measure is corrected field by field."),
                fix=say(
                    'Name the field, as in %(at)s/title; be: "" takes the measure out.', at=slot.at
                ),
            )
        self.out.add(slot.measure)

    def _values(self, group: Group) -> list[Value]:
        """Return the values of a group, to be changed in place."""
        if group not in self.changed:
            measure, name = group
            if name == "kind":
                self.changed[group] = [self.slots[name].said]
            else:
                owner = self.reading if measure is None else self.reading.measures[measure]
                values = getattr(owner, name)
                self.changed[group] = [*values] if isinstance(values, tuple) else [values]
        return self.changed[group]

    def _place(self, measure: int | None) -> Place:
        return Place() if measure is None else self.reading.measures[measure].place


def _field_of(at: str) -> str:
    """Return the field that an `at` names.

    :raises Refusal: if no reading has such a field.
    """
    steps = at.split("/")
    allowed: tuple[str, ...] = _FIELDS
    if steps[0] == _ABOVE and len(steps) == 2:
        return MEASURE
    if steps[0] == _ABOVE and len(steps) > 2:
        steps, allowed = steps[2:], _FIELDS_OF_MEASURE
    if steps[0] not in allowed or steps[0] == _ABOVE:
        raise Refusal(
            say("There is no field “%(name)s”.", name=shown(steps[0])),
            fix=say("The fields are: %(names)s.", names=allowed),
        )
    return steps[0]


def _right(slot: Slot, be: str, place: Place) -> Value:
    if not be:
        return None
    before = None if slot.said is None else slot.said.value
    value = read_value(slot.field, be, before)
    if slot.said is None:
        return Said(value=value, words=be, place=place, why=_CORRECTED)
    why = _CONFIRMED if value == before else _CORRECTED
    return replace(slot.said, value=value, certainty=Certainty.SURE, why=why)


def _as_field(name: str, values: Iterable[Value]) -> Any:
    found = [each for each in values if each is not None]
    if name == "kind":
        return found[0].value if found else ""
    if name in _OF_MANY:
        return tuple(found)
    return found[0] if found else None


def _gone(at: str) -> Sentence:
    return say("%(at)s: there is no such value now; the correction was not applied.", at=shown(at))


def _no_longer(correction: Correction, words: str) -> Sentence:
    return say(
        "%(at)s: “%(was)s” is not there but “%(words)s”; the correction was not applied.",
        at=shown(correction.at),
        was=shown(correction.was),
        words=shown(words),
    )
