"""The codes of an edition as people write them, read back into the one way we keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from prongsai.core.editions.model import TOTAL, Edition, Instrument
from prongsai.core.editions.spans import spans
from prongsai.core.errors import Refusal
from prongsai.core.results.model import Key
from prongsai.core.results.values import shown
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise

_TOTAL_WORDS = frozenset({TOTAL, "รวม", "คะแนนรวม"})
_ITEM_LEAD = re.compile("^ข้อ(?:ที่)?(?![1-9])")  # "ข้อ 9" may be any instrument's ninth item
_INDICATOR_LEAD = re.compile("^ตัวชี้วัด(?:ย่อย)?(?:ที่)?(?=[0-9])")
_PART_LEAD = re.compile("^(?:ส่วน(?:ที่)?|part)(?=.)")
_BETWEEN = re.compile(r"[\s._\-]+")
_ZERO = "o"  # the letter that people type for a zero, and the zero for the letter

# 10, and 10.0 as spreadsheet programs export it; 9.2
_INDICATOR = re.compile(r"([1-9][0-9]{0,3})(?:\.0+|\.([1-9][0-9]{0,3}))?")
_NUMBER = re.compile("0*([1-9][0-9]{0,3})")


class Codes:
    """Read the codes of one edition.

    A code may be written in any case, with Thai digits, with spaces, after ข้อ or ตัวชี้วัด, and
    with the letter o for a zero or the reverse. A leading zero means a disclosure item (01 and O1
    are o1, 010 and o1o are o10); an indicator is written without (10).
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known = {code.casefold(): code for code in (TOTAL, *edition.ancestors)}
        self._instruments = {each.prefix.casefold(): each for each in edition.instruments}

    def read(self, text: str) -> str:
        """Return the code that a text names.

        :raises Refusal: if the edition has no such code; it says which ones are near.
        """
        spelled = self._spelled(_INDICATOR_LEAD.sub("", _ITEM_LEAD.sub("", _plain(text))))
        code = self._known.get(spelled)
        if code is None:
            raise self._unknown(spelled, text)
        return code

    def read_key(self, text: str) -> Key:
        """Return the code and the part that a text such as `e3/public` or `e3` names.

        :raises Refusal: for an unknown code, and for a part that it does not have.
        """
        code, _, part = text.partition("/")
        return self.with_part((self.read(code), None), part)

    def with_part(self, key: Key, text: str) -> Key:
        """Return the key with the part that a text names; an empty text names none.

        :raises Refusal: for a part that the code does not have, and for two that differ.
        """
        code, part = key
        if not _plain(text):
            return key
        named = self._read_part(text, code)
        if part not in {None, named}:
            raise Refusal(
                say("%(code)s is not of the part %(part)s.", code=f"{code}/{part}", part=named),
                fix=say("Name the part once."),
            )
        return code, named

    def _spelled(self, name: str) -> str:
        if name in _TOTAL_WORDS:
            return TOTAL
        if name in self._known:
            return name
        prefix, number = name[:1], name[1:].replace(_ZERO, "0")
        if prefix == "0" and _ZERO in self._instruments:
            prefix = _ZERO
        if prefix in self._instruments and (found := _NUMBER.fullmatch(number)):
            return prefix + found.group(1)
        if found := _INDICATOR.fullmatch(name.replace(_ZERO, "0")):
            return ".".join(filter(None, found.groups()))
        return name

    def _read_part(self, text: str, code: str) -> str:
        instrument = self._instrument_of(code)
        if instrument is None or not instrument.parts:
            raise Refusal(
                say("%(code)s has no parts.", code=code), fix=say("Leave the part empty.")
            )
        word = _part_word(text).removeprefix(_part_word(instrument.key))
        word = _PART_LEAD.sub("", word)
        for number, part in enumerate(instrument.parts, start=1):
            names = (part.key, part.title.th, part.title.en, str(number))
            if word in {_PART_LEAD.sub("", _part_word(name)) for name in names}:
                return part.key
        raise Refusal(
            say("%(text)s is no part of %(code)s.", text=shown(text), code=instrument.key),
            fix=say("Write one of %(words)s.", words=tuple(part.key for part in instrument.parts)),
        )

    def _instrument_of(self, code: str) -> Instrument | None:
        line = (code, *self._edition.ancestors.get(code, ()))
        return next(
            (self._edition.instrument[c] for c in line if c in self._edition.instrument), None
        )

    def _unknown(self, spelled: str, text: str) -> Refusal:
        instrument = self._instruments.get(spelled[:1])
        if instrument is not None and spelled[1:].isdecimal():
            return self._unknown_item(instrument, spelled)
        if _INDICATOR.fullmatch(spelled):
            return self._unknown_indicator(spelled)
        if not text.strip():
            return Refusal(say("The code is missing."), fix=self._examples)
        return Refusal(say("%(text)s is no code.", text=shown(text)), fix=self._examples)

    def _unknown_item(self, instrument: Instrument, code: str) -> Refusal:
        if not instrument.items:
            return Refusal(
                say(
                    "The items of %(instrument)s are not known in %(edition)s.",
                    instrument=instrument.key,
                    edition=self._edition.title,
                ),
                fix=say(
                    "Give the scores of the indicators %(codes)s, or bring an edition file"
                    " that lists the items.",
                    codes=spans(each.key for each in instrument.indicators),
                ),
            )
        return self._none_such(code, (item.code for item in instrument.items))

    def _unknown_indicator(self, code: str) -> Refusal:
        if "." not in code:
            return self._none_such(code, self._edition.indicators)
        if not self._edition.sub_indicators:
            return Refusal(
                say(
                    "The sub-indicators are not known in %(edition)s.", edition=self._edition.title
                ),
                fix=say("Give the scores of the indicators or of the items."),
            )
        return self._none_such(code, self._edition.sub_indicators)

    def _none_such(self, code: str, near: Iterable[str]) -> Refusal:
        return Refusal(
            say(
                "There is no %(code)s in %(edition)s.",
                code=shown(code),
                edition=self._edition.title,
            ),
            fix=say("It has %(codes)s.", codes=spans(near)),
        )

    @cached_property
    def _examples(self) -> Sentence:
        instruments = self._edition.instruments
        items = (each.items[0].code for each in instruments if each.items)
        indicators = spans(self._edition.indicators)
        subs = tuple(self._edition.sub_indicators)[:1]
        keys = (each.key for each in instruments)
        return say(
            "Write one of the codes of the edition, such as %(codes)s.",
            codes=(*items, *indicators, *subs, *keys, TOTAL),
        )


def read_code(text: str, edition: Edition) -> str:
    """Return the code of the edition that a text names; who reads many keeps a Codes.

    :raises Refusal: if the edition has no such code; it says which ones are near.
    """
    return Codes(edition).read(text)


def _plain(text: str) -> str:
    """Write a name with Arabic digits, in small letters, without spaces."""
    return to_arabic_digits(normalise(text)).casefold().replace(" ", "").replace("\n", "")


def _part_word(text: str) -> str:
    return _BETWEEN.sub("", _plain(text))
