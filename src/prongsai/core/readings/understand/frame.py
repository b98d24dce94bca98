"""The editions that a document speaks of: what its codes and names of indicators can mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from prongsai.core.editions.model import CHECKLIST, Edition, Indicator
from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.understand.topics import Topics
from prongsai.core.results import name_of
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.near import nearest
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

T = TypeVar("T")

_CODE = re.compile("([a-z]?)([0-9o]{1,4})")
_LETTERS = {"ไอ": "i", "อี": "e", "โอ": "o"}  # the names of the letters, as Thai spells them
_SPOKEN = re.compile("^(?:ไอ|อี|โอ)(?=[0-9])")
_NAMED_INSTRUMENT = re.compile(r"\b(IIT|EIT|OIT)\b")
_SAME = 0.86  # letters alike: one name, spelled wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A code, how sure it is, and why it is not."""

    code: str
    certainty: Certainty = Certainty.SURE
    why: Sentence | None = None

    def said(self, value: T, words: str, place: Place) -> Said[T]:
        """Return a value that was read from words at a place, as sure as the code is."""
        return Said(value=value, words=words, place=place, certainty=self.certainty, why=self.why)


class Frame:
    """Read codes and names by the editions of a document's years, the most likely one first."""

    def __init__(self, editions: Sequence[Edition], result_year: int | None = None) -> None:
        """Take the editions; with none, nothing is read as a code.

        `result_year`: that of the results of the document (B.E.), where it names one.
        """
        self.result_year = result_year
        self._items: dict[str, str] = {}  # the indicator of each item
        self._subs: set[str] = set()  # sub-indicators
        self._instrument_of: dict[str, str] = {}  # of each indicator
        self._prefixes: dict[str, str] = {}  # the letter of each instrument
        self._titles: dict[str, str] = {}  # the instrument of each title, by its letters
        self._with_items: set[str] = set()
        self._with_parts: set[str] = set()
        self._names: dict[str, set[str]] = defaultdict(set)
        self._topics_of: dict[str, set[str]] = defaultdict(set)  # of each item, by their letters
        self._parts: dict[str, None] = {}  # in the order of the editions
        self.levels: tuple[str, ...] = tuple(
            sorted({level.title.th for e in editions for level in e.levels}, key=len, reverse=True)
        )
        self._topics = Topics(editions)
        for edition in editions:
            self._learn(edition)
        self._spoken = _spoken_indicator({i.title.th for e in editions for i in _indicators(e)})

    def _learn(self, edition: Edition) -> None:
        self._subs.update(edition.sub_indicators)
        for instrument in edition.instruments:
            self._prefixes[instrument.key] = instrument.prefix
            self._titles[letters(instrument.title.th)] = instrument.key
            self._parts.update(dict.fromkeys(part.key for part in instrument.parts))
            if instrument.parts:
                self._with_parts.add(instrument.key)
            if instrument.items:
                self._with_items.add(instrument.key)
            for indicator in instrument.indicators:
                self._instrument_of[indicator.key] = instrument.key
                self._names[indicator.key].add(letters(indicator.title.th))
                for item in indicator.items:
                    self._items.setdefault(item.code, indicator.key)
                    if item.topic is not None:
                        self._topics_of[item.code].add(letters(item.topic.th))

    def instrument_in(self, text: str) -> str:
        """Return the instrument that stands in a text by its letters, "" for none or several."""
        named = set(_NAMED_INSTRUMENT.findall(text.upper())) & set(self._prefixes)
        return named.pop() if len(named) == 1 else ""

    def instrument(self, text: str) -> str:
        """Return the instrument that a heading names, by its letters or its title."""
        if named := self.instrument_in(text):
            return named
        written = letters(text)
        alike, key = max(
            ((_likeness(written, title), key) for title, key in self._titles.items()),
            default=(0.0, ""),
        )
        return key if alike >= _SAME else ""

    def indicator_of(self, code: str) -> str:
        """Return the indicator of an item, "" for an unknown one."""
        return self._items.get(code, "")

    def instrument_of(self, indicator: str) -> str:
        """Return the instrument of an indicator, "" for an unknown one."""
        return self._instrument_of.get(indicator, "")

    def prefix(self, instrument: str) -> str:
        """Return the letter of the items of an instrument."""
        return self._prefixes.get(instrument, "")

    @property
    def with_items(self) -> tuple[str, ...]:
        """Return the instruments whose items are known, in the order of the editions."""
        return tuple(key for key in self._prefixes if key in self._with_items)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Return the keys of the indicators, in the order of the editions."""
        return tuple(self._instrument_of)

    def has_item(self, instrument: str, number: int) -> bool:
        """Tell whether an instrument has an item of this number."""
        return f"{self.prefix(instrument)}{number}" in self._items

    def has_parts(self, code: str) -> bool:
        """Tell whether an item is of an instrument with parts."""
        return any(self._prefixes[key] == code[:1] for key in self._with_parts)

    def part(self, text: str) -> str:
        """Return the part of an instrument that a text is the key of: public, survey."""
        return nearest(letters(text), self._parts, 1)

    def part_by_number(self, number: int) -> str:
        """Return the part that is counted so, as in ส่วนที่ 2; "" for none."""
        return dict(enumerate(self._parts, start=1)).get(number, "")

    def indicator(self, number: str, name: str) -> Guess | None:
        """Return the indicator that a number and a name mean; either may be empty.

        A number may be that of the row, so a name that is another indicator's own stands above it.
        """
        written = letters(name)
        own = self._names.get(number, set())
        alike, best = max(
            (
                (_likeness(written, each), key)
                for key, names in self._names.items()
                for each in names
            ),
            default=(0.0, ""),
        )
        if own and (written in own or alike < _SAME or best == number):
            return Guess(code=number)
        if alike == 1:
            return Guess(code=best)
        if alike >= _SAME:
            return Guess(
                code=best,
                certainty=Certainty.LIKELY,
                why=say("The name is nearly that of the indicator %(key)s.", key=best),
            )
        return None

    def indicators_spoken_in(self, text: str) -> Iterator[tuple[Guess, re.Match[str]]]:
        """Yield the indicators that a sentence in Arabic digits names: ตัวชี้วัดที่ 3, การใช้อำนาจ."""
        for found in self._spoken.finditer(text):
            number, name = found["number"] or "", found["of"] or found["name"] or ""
            guess = self.indicator(number, name)
            if guess is not None:
                part = self.part(found["part"] or "") or None
                yield replace(guess, code=name_of((guess.code, part))), found

    def is_name_of(self, code: str, name: str) -> bool:
        """Tell whether a name is an item's own in one of the editions, but for a letter or two."""
        written = letters(name)
        return any(_likeness(written, topic) >= _SAME for topic in self._topics_of.get(code, ()))

    def group(self, number: str) -> Guess | None:
        """Return the indicator or sub-indicator of a number: 9, 9.2; None for an unknown one."""
        known = number in self._instrument_of or number in self._subs
        return Guess(code=number) if known else None

    def item(self, written: str, instrument: str = "", indicator: str = "") -> Guess | None:
        """Return the item that a code means, as people and scanners write it.

        A code may have its letter, a zero for the letter o, or no letter where the instrument or
        the indicator is known; a scanner may have read the letter as a figure (e10 as 510).
        """
        plain = re.sub(r"[\s.]+", "", to_arabic_digits(written).casefold())
        found = _CODE.fullmatch(_SPOKEN.sub(lambda name: _LETTERS[name.group()], plain))
        if found is None:
            return None
        letter, figures = found.group(1), found.group(2).replace("o", "0")
        if not figures.strip("0"):
            return None
        if letter in self._prefixes.values():
            return self._known(letter + str(int(figures)))
        instrument = instrument or self.instrument_of(indicator)
        checklist = self._prefixes.get(CHECKLIST, "")
        if not letter and figures.startswith("0") and instrument in {"", CHECKLIST} and checklist:
            return self._known(checklist + str(int(figures)))
        if letter or instrument not in self._prefixes:
            return None
        return self._without_letter(self._prefixes[instrument], figures.lstrip("0"), indicator)

    def by_name(self, guess: Guess | None, name: str) -> Guess | None:
        """Return the item that a name means, where its code cannot be read or is not sure."""
        if guess is not None and guess.certainty is not Certainty.ASK:
            return guess
        code = self._topics.code(name) if name else ""
        if not code:
            return guess
        return Guess(
            code=code,
            certainty=Certainty.LIKELY if guess and guess.code == code else Certainty.ASK,
            why=say("The code cannot be read well; the name is that of %(code)s.", code=code),
        )

    def _known(self, code: str) -> Guess:
        instrument = next(key for key, prefix in self._prefixes.items() if prefix == code[0])
        if code in self._items:
            return Guess(code=code)
        if instrument not in self._with_items:
            return Guess(
                code=code,
                certainty=Certainty.LIKELY,
                why=say("The items of %(instrument)s are not known.", instrument=instrument),
            )
        return Guess(
            code=self._without_double(code) or code,
            certainty=Certainty.ASK,
            why=say("There is no %(code)s in the editions of the document.", code=code),
        )

    def _without_double(self, code: str) -> str:
        """Return the item that is meant where one of its figures was read twice: i266, i88."""
        shorter = {code[:n] + code[n + 1 :] for n in range(2, len(code)) if code[n] == code[n - 1]}
        found = shorter & set(self._items)
        return found.pop() if len(found) == 1 else ""

    def _without_letter(self, prefix: str, figures: str, indicator: str) -> Guess:
        whole = prefix + figures
        rest = prefix + figures[1:].lstrip("0")
        fits = [code for code in (whole, rest) if code in self._items]
        within = [code for code in fits if self._items[code] == indicator]
        misread = say("The first figure was taken for the letter %(letter)s.", letter=prefix)
        no_letter = say("It has no letter; %(letter)s is that of its instrument.", letter=prefix)
        if within:
            why = no_letter if within[0] == whole else misread
            return Guess(code=within[0], certainty=Certainty.LIKELY, why=why)
        code = fits[0] if fits else self._without_double(whole) or whole
        # The number alone is a code, under an indicator that is not its own: both may be meant.
        certainty = Certainty.LIKELY if fits == [whole] else Certainty.ASK
        why = misread if code == rest else no_letter
        return Guess(code=code, certainty=certainty, why=why)


def _indicators(edition: Edition) -> Iterator[Indicator]:
    for instrument in edition.instruments:
        yield from instrument.indicators


def _spoken_indicator(titles: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of an indicator in a sentence: by its number, its name, or both."""
    ordered = sorted(titles, key=len, reverse=True)
    names = "|".join(r"\s*".join(map(re.escape, title.split())) for title in ordered) or r"(?!)"
    return re.compile(
        r"ตัวชี้วัด(?:ที่)?\s*(?P<number>[0-9]{1,2})(?![0-9.])\s*[.):]?\s*"
        rf"(?:\(\s*[A-Z]+\s+(?P<part>[A-Za-z]+)\s*\)\s*)?(?P<of>{names})?|(?P<name>{names})"
    )


def _likeness(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 1; 0 where their lengths alone tell them apart."""
    if 2 * min(len(one), len(other)) < _SAME * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
