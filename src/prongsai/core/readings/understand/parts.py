"""What the cells of a measure hold: title, lists, dated actions, proofs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.core.editions.model import CHECKLIST
from prongsai.core.readings.model import Place, Said
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.codes import CODES
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.lists import NOTHING, Point, points
from prongsai.core.readings.understand.periods import day_in
from prongsai.core.readings.understand.spelled import spelled_in
from prongsai.core.thai.dates_in_text import days_in
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.tracking import Action, Proof

Texts = tuple[Said[str], ...]

# (ตอบประเด็นของปี …: i7, e3 (EIT Survey), 9.2); behind other words only codes with a letter.
_CODED = re.compile(
    r"\s*\((?:(?P<ours>\s*(?:ตอบ\s*ประเด็น|เผยแพร่\s*ตาม\s*ข้อ)[^():]{0,80}):"
    r"(?P<names>(?:[^()]|\([^()]*\))*)"
    rf"|(?P<what>[^():]{{2,80}}):\s*(?P<codes>{CODES})\s*)\)",
    re.IGNORECASE,
)
_INDICATED = re.compile(r"\s*\(\s*ตัวชี้วัด(?:ที่)?\s*(?P<key>[0-9]{1,2})\s+(?P<name>[^()]+)\)")
_NUMBERED = re.compile(r"([0-9]{1,3})(?:\s?[.)]\s*(?=[^\s0-9.)])|[.)]\s+(?=\S)|\s?[.)]$)")
_PUBLISHES = re.compile("เผยแพร่|เปิดเผย")
_CITED = re.compile(r"(?<![A-Za-z0-9])[oO]\s?[0-9๐-๙]{1,2}(?![0-9๐-๙])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The points of a cell, and where it stands."""

    points: tuple[Point, ...]
    place: Place


def whole(cell: Cell | None) -> Said[str] | None:
    """Return the text of a cell, or None where it is empty or there is no such column."""
    if cell is None or not cell.text:
        return None
    return Said(value=cell.text, words=cell.text, place=cell.place)


def number_in(cell: Cell | None) -> Said[str] | None:
    """Return the number of a row in Arabic digits, without the dot behind it."""
    if cell is None or not cell.text:
        return None
    number = to_arabic_digits(cell.text).strip().removesuffix(".").removesuffix(")")
    return Said(value=number, words=cell.text, place=cell.place)


def title_of(cell: Cell | None) -> tuple[Said[str] | None, Said[str] | None]:
    """Return the number and the title of a measure, without the brackets behind it.

    A cell with several points has no number; one with nothing but a number has no title.
    """
    if cell is None or not cell.text:
        return None, None
    title = without_brackets(cell.text) or cell.text
    several = [point for point in points(title) if point.number and point.text]
    found = None if len(several) > 1 else _NUMBERED.match(to_arabic_digits(title))
    if found is None:
        return None, Said(value=title, words=cell.text, place=cell.place)
    number = Said(value=found.group(1), words=cell.text, place=cell.place)
    rest = title[found.end() :].strip()
    return number, Said(value=rest, words=cell.text, place=cell.place) if rest else None


def without_brackets(text: str) -> str:
    """Return a title without what brackets say of codes and indicators behind it."""
    arabic = to_arabic_digits(text)
    spans = [found.span() for pattern in (_CODED, _INDICATED) for found in pattern.finditer(arabic)]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text.strip()


def codes_behind(cell: Cell | None, frame: Frame) -> tuple[Texts, Texts]:
    """Return what a measure answers and the items that it cures, as brackets behind it say.

    `(ตอบประเด็น …: i7, 9.2)` names what it answers, `(เผยแพร่ตามข้อ …: o9)` where it is published.
    """
    answers: list[Said[str]] = []
    cures: list[Said[str]] = []
    if cell is None:
        return (), ()
    for found in _CODED.finditer(to_arabic_digits(cell.text)):
        what = found.group("ours") or found.group("what")
        codes = found.group("names") or found.group("codes")
        wanted = cures if _PUBLISHES.search(what) else answers
        for guess in spelled_in(codes or "", frame):
            wanted.append(guess.said(guess.code, found.group().strip(), cell.place))
    return tuple(answers), tuple(cures)


def indicator_behind(cell: Cell | None, frame: Frame) -> Said[str] | None:
    """Return the first indicator that stands in brackets behind a measure."""
    for found in _INDICATED.finditer(to_arabic_digits(cell.text)) if cell else ():
        guess = frame.indicator(found.group("key"), found.group("name"))
        if cell is not None and guess is not None:
            return guess.said(guess.code, found.group().strip(), cell.place)
    return None


def listed(cell: Cell | None) -> Listed:
    """Return the points of a cell, none where it is empty."""
    if cell is None or not cell.text:
        return Listed(points=(), place=Place())
    return Listed(points=points(cell.text), place=cell.place)


def texts_of(cell: Listed) -> Texts:
    """Return the points of a cell without their numbers; `words` has them."""
    return tuple(Said(value=p.text, words=p.words, place=cell.place) for p in cell.points)


def actions_in(output: Listed) -> Iterator[Said[Action]]:
    """Yield what was done on a day, of what was done; a day at the end is not of the text."""
    for point in output.points:
        text, day = _with_day(point.text)
        if day is not None:
            yield Said(value=Action(text=text, on=day), words=point.words, place=output.place)


def _with_day(text: str) -> tuple[str, date | None]:
    what, on, behind = text.rpartition("เมื่อวันที่")
    last = [*days_in(f"วันที่ {behind}")] if on else []
    if what.strip() and len(last) == 1 and last[0].end == len(f"วันที่ {behind}".rstrip()):
        return what.strip(), last[0].value
    return text, day_in(text)


def cures_in(cells: Sequence[Cell], frame: Frame) -> Iterator[Said[str]]:
    """Yield the disclosure items that a measure names by their codes."""
    for cell in cells:
        for found in _CITED.finditer(cell.text):
            guess = frame.item(found.group())
            if guess is not None and guess.code.startswith(frame.prefix(CHECKLIST)):
                yield guess.said(guess.code, found.group(), cell.place)


def proofs_in(cells: Sequence[Cell]) -> Iterator[Said[Proof]]:
    """Yield the evidence of a measure: each address, or the whole of a cell without one."""
    for cell in cells:
        if NOTHING.fullmatch(cell.text):
            continue
        addresses = _ADDRESS.findall(cell.text)
        what = " ".join(_ADDRESS.sub("", cell.text).split())
        for address in addresses or [""]:
            proof = Proof(what=what or address, address=address)
            yield Said(value=proof, words=cell.text, place=cell.place)
