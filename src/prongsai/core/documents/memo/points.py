"""What the tables of a memo are made of: weak points, and the measures that answer each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import indicator_of, instrument_of, topic_of
from prongsai.core.editions.model import Edition
from prongsai.core.measures.model import Measure
from prongsai.core.measures.reach import all_above, weak_keys
from prongsai.core.results import Key, key_of, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A weak item, or what is weak above items that nobody has scored.

    `indicator` None: the whole instrument. `measures` have their numbers in the plan.
    """

    key: Key
    instrument: str
    indicator: str | None
    measures: tuple[tuple[int, Measure], ...]

    @property
    def name(self) -> str:
        """Return what people call it: i7, e3/survey, 9.2, 6, EIT/public."""
        return name_of(self.key)


def points(case: Case) -> tuple[Point, ...]:
    """Return the weak points in the order of the edition, each once."""
    edition = case.analysis.card.edition
    numbered = tuple(enumerate(case.plan.measures, start=1))
    named = [frozenset(map(key_of, measure.answers)) for _, measure in numbered]
    reached = [all_above(keys, edition) for keys in named]
    found = []
    for key in _lowest(case):
        instrument = instrument_of(key[0], edition)
        if instrument is None:  # the total: nobody knows what is weak in it
            continue
        wanted = _spoken_for_by(key, edition)
        answering = (
            keys & wanted or key in above for keys, above in zip(named, reached, strict=True)
        )
        point = Point(
            key=key,
            instrument=instrument,
            indicator=indicator_of(key[0], edition),
            measures=tuple(compress(numbered, answering)),
        )
        found.append(point)
    return tuple(found)


def _lowest(case: Case) -> Iterator[Key]:
    """Yield what is weak, without what is above something weak, or whole where a part is weak."""
    edition = case.analysis.card.edition
    weak = weak_keys(case.analysis.findings, edition)
    above = all_above(weak, edition)
    in_parts = {code for code, part in weak if part is not None}
    for key in weak:
        if key not in above and (key[1] is not None or key[0] not in in_parts):
            yield key


def _spoken_for_by(key: Key, edition: Edition) -> set[Key]:
    """Return what a measure may name to answer a point: it, its group, its indicator, or all parts.

    Who names an instrument or the total speaks of no item in particular.
    """
    code, part = key
    groups = edition.indicators.keys() | edition.sub_indicators.keys()
    line = (code, *(each for each in edition.ancestors[code] if each in groups))
    return {(each, of_part) for each in line for of_part in (part, None)}


def called(case: Case, name: str) -> str:
    """Write what a code is: ข้อ i7, ตัวชี้วัดที่ 6, แบบวัด EIT Public; of the total its code."""
    return _named(case, name, "")


def in_words(case: Case, name: str) -> str:
    """Write what a code is, its name and its topic: ข้อ i7 …, ตัวชี้วัดที่ 6 …, แบบวัด EIT Public."""
    code, _ = key_of(name)
    in_itself = code in case.analysis.card.edition.instrument
    return _named(case, name, "" if in_itself else topic_of(case, name))


def _named(case: Case, name: str, title: str) -> str:
    edition = case.analysis.card.edition
    code, _ = key_of(name)
    kinds = (
        ("item_named", edition.items),
        ("indicator_named", edition.indicators),
        ("sub_indicator_named", edition.sub_indicators),
        ("instrument_named", edition.instrument),
    )
    named = next((words for words, codes in kinds if code in codes), None)
    spelled = case.spelled(name)
    return spelled if named is None else case.texts(named, key=spelled, title=title).strip()
