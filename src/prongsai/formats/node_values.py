"""Values that several of our files hold: texts, scores, years, flags."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.editions.node import Node
from prongsai.core.errors import Refusal
from prongsai.core.results import read_score
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise

_BUDDHIST_YEARS = range(2400, 3000)  # a Christian year lies outside
_AWAY = 543


def score_of(node: Node) -> Decimal | None:
    """Read a score from 0 to 100; None where there is none."""
    if not node.present:
        return None
    text = str(node.value) if type(node.value) is int else node.value
    if not isinstance(text, str):
        node.number()  # refuses it
        return None
    try:
        return read_score(text)
    except Refusal as refusal:
        node.notes.refusals.append(refusal.within(*node.where))
        return None


def year_of(node: Node) -> int:
    """Read a Buddhist year, in Thai or Arabic digits; 0 where there is none, which is refused."""
    written = to_arabic_digits(str(node.value)).strip()
    return year_of_name(written, node) if written.isdecimal() else node.whole()


def words_of(node: Node) -> str:
    """Read a text that may be empty or absent, spelled the one way we keep it."""
    is_blank = isinstance(node.value, str) and not node.value.strip()
    return normalise(node.text()) if node.present and not is_blank else ""


def texts_of(node: Node) -> tuple[str, ...]:
    """Read a list of texts that may be absent."""
    return tuple(normalise(each.text()) for each in node.values()) if node.present else ()


def flag_of(node: Node) -> bool:
    """Read true or false; absent is false."""
    return node.present and node.flag()


def year_of_name(name: str, node: Node) -> int:
    """Read a Buddhist year that is the name of a field; `node` is refused if it is none."""
    digits = to_arabic_digits(name)
    return _buddhist(int(digits) if digits.isdecimal() and len(digits) < 5 else 0, node)


def _buddhist(year: int, node: Node) -> int:
    if year not in _BUDDHIST_YEARS:
        node.refuse(
            say("This is no Buddhist year (พ.ศ.)."),
            say("Write four digits; the Christian year plus %(difference)s.", difference=_AWAY),
        )
        return 0
    return year
