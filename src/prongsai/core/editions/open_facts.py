"""What an edition does not know, or only recalls: what rests on it must say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai.core.editions.model import Confidence, Edition, Instrument, Item, Period
from prongsai.core.editions.spans import spans
from prongsai.core.sentences import Sentence, say


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEntry:
    """A fact that nobody has read: the codes or keys it is about, what is open, and its mark."""

    places: tuple[str, ...]
    what: Sentence
    confidence: Confidence

    @property
    def sentence(self) -> Sentence:
        """Return it as one line: places: what (mark); i1, i2, i3 are written i1–i3."""
        return say(
            "%(places)s: %(what)s (%(mark)s)",
            places=spans(self.places),
            what=self.what,
            mark=self.confidence.value,
        )


def open_facts(edition: Edition) -> tuple[OpenEntry, ...]:
    """Return every fact of `edition` that is recalled or unknown, like ones together."""
    return tuple(_open_facts(edition))


def _open_facts(edition: Edition) -> Iterator[OpenEntry]:
    marked = [("pass_mark", edition.pass_mark.confidence)]
    yield from _grouped(say("the pass mark"), marked)
    scales = [(scale.key, scale.confidence) for scale in edition.scales]
    yield from _grouped(say("the points of the scale"), scales)
    levels = [(level.key, level.confidence) for level in edition.levels]
    yield from _grouped(say("what the level asks for"), levels)
    events = [(event.title.th, event.confidence) for event in edition.calendar]
    yield from _grouped(say("the date"), events)
    for instrument in edition.instruments:
        yield from _of_instrument(instrument)


def _of_instrument(instrument: Instrument) -> Iterator[OpenEntry]:
    key = instrument.key
    yield from _grouped(say("the weight"), [(key, instrument.weight.confidence)])
    yield from _grouped(say("the list of items"), [(key, instrument.items_known)])
    if instrument.pooling is not None:
        yield from _grouped(
            say("how the parts become one score"), [(key, instrument.pooling.confidence)]
        )
    yield from _grouped(
        say("how the score is made of the items"),
        [(each.key, each.aggregation.confidence) for each in instrument.indicators],
    )
    subs = [sub for each in instrument.indicators for sub in each.sub_indicators]
    yield from _grouped(
        say("which items belong to it"), [(sub.key, sub.confidence) for sub in subs]
    )
    yield from _of_items(instrument.items)


def _of_items(items: tuple[Item, ...]) -> Iterator[OpenEntry]:
    yield from _grouped(say("what the item asks"), [(i.code, i.confidence) for i in items])
    yield from _grouped(
        say("the required elements"),
        [(i.code, i.elements_confidence) for i in items if i.elements_confidence is not None],
    )
    yield from _grouped(
        say("no element is known"),
        [(i.code, Confidence.UNKNOWN) for i in items if i.period is not None and not i.elements],
    )
    yield from _grouped(
        say("the time it speaks of"),
        [(i.code, Confidence.UNKNOWN) for i in items if i.period is Period.UNKNOWN],
    )
    yield from _grouped(
        say("its questions and their direction"),
        [(i.code, Confidence.UNKNOWN) for i in items if i.period is None and not i.questions],
    )


def _grouped(what: Sentence, marked: Iterable[tuple[str, Confidence]]) -> Iterator[OpenEntry]:
    places: dict[Confidence, list[str]] = {}
    for place, confidence in marked:
        if confidence.is_open:
            places.setdefault(confidence, []).append(place)
    for confidence, names in places.items():
        yield OpenEntry(places=tuple(names), what=what, confidence=confidence)
