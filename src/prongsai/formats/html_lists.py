"""The numbers and dashes before the entries of a list, as a browser shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.core.thai.numerals import to_thai_digits

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3_999
_LETTERS = 26


@dataclass(slots=True)
class OpenList:
    """A list whose end has not come; `number` is that of its next entry, None without numbers."""

    number: int | None = None
    kind: str = "1"

    def lead(self, value: str | None) -> str:
        """Return what stands before the next entry; `value` is the number it asks for."""
        if self.number is None:
            return "- "
        number = whole_number(value, self.number)
        self.number = number + 1
        return f"{_counted(number, self.kind)}. "


def open_list(tag: str, given: Mapping[str, str | None], *, thai: bool) -> OpenList:
    """Begin a list; `thai`: its page counts in Thai digits where a list does not say how."""
    if tag != "ol":
        return OpenList()
    style = (given.get("style") or "").replace(" ", "").casefold()
    in_thai = thai or "list-style-type:thai" in style or "list-style:thai" in style
    kind = given.get("type") or ("thai" if in_thai else "1")
    return OpenList(number=whole_number(given.get("start"), 1), kind=kind)


def whole_number(text: str | None, otherwise: int) -> int:
    """Return the number that an attribute has, if it is one from 1 to 9999."""
    digits = (text or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 5 and int(digits) else otherwise


def _counted(number: int, kind: str) -> str:
    match kind:
        case "thai":
            return to_thai_digits(str(number))
        case "a" | "A":
            letters = _in_letters(number)
        case "i" | "I" if number <= _MOST_ROMAN:
            letters = _in_roman(number)
        case _:
            return str(number)
    return letters.upper() if kind.isupper() else letters


def _in_letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + letter) + letters
    return letters


def _in_roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
