"""What stands on a page of a PDF: its letters and the straight lines that are drawn on it.

Places are in points from the upper left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from prongsai.formats.pdf_tags import paragraphs_named

MOST_LETTERS = 60_000  # of a page; no page that people read has a tenth of them
MOST_LINES = 20_000

_THIN = 3.0  # points: a filled box no wider than this is drawn as a line
_SAMPLE = 500  # letters, by which it is told how a page is turned
_BELOW = 0.1  # of the height of a letter: what the font keeps below the line, at least
_HYPHENS = frozenset({0x02, 0xFFFE})  # pdfium's signs for a hyphen at the end of a line
_LINE_ENDS = frozenset({0x0A, 0x0D})
_SURROGATES = range(0xD800, 0xE000)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its place; `base` is where the line stands that it is written on.

    `is_whole`: its box is the room that the font gives it, not its ink alone. `paragraph` is the
    one of the page that a tag names, 0 where none does; `is_told`: tags tell where spaces are.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    is_whole: bool = False
    paragraph: int = 0
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line that is drawn: level where both y are equal, upright where both x are."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Tell whether the line is drawn from left to right."""
        return self.top == self.bottom


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page as it is shown. `letters` are in the order in which they were written."""

    width: float
    height: float
    letters: tuple[Letter, ...]
    rulings: tuple[Ruling, ...]


def page_content(page: pypdfium2.PdfPage) -> PageContent:
    """Return the letters and lines of a page; of more than anybody reads, the first ones."""
    text = page.get_textpage()
    try:
        rotation = _rotation(page, text)
        shown = _shown(page, rotation)
        letters = tuple(_letters(text, shown, _Tags(page, text)))
    finally:
        text.close()
    width, height = page.get_size()
    if (rotation - page.get_rotation()) % 180:
        width, height = height, width
    return PageContent(width, height, letters, tuple(_rulings(page, shown)))


def _rotation(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> int:
    """Return how far (degrees) the page is turned to be read: as its letters are, most of them."""
    count = min(text.count_chars(), _SAMPLE)
    angles = Counter(
        round(math.degrees(pdfium.FPDFText_GetCharAngle(text, number)) / 90) * -90 % 360
        for number in range(count)
        if pdfium.FPDFText_IsGenerated(text, number) != 1
    )
    angle, times = max(angles.items(), key=lambda each: each[1], default=(0, 0))
    return angle if 2 * times > angles.total() else int(page.get_rotation())


def _shown(page: pypdfium2.PdfPage, rotation: int) -> Callable[[float, float], Point]:
    """Return what turns a place of the page's own space into one of the page as it is shown."""
    left, bottom, right, top = page.get_bbox()
    turned: dict[int, Callable[[float, float], Point]] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turned[rotation]


class _Tags:
    """Which paragraph a letter is tagged with, and where a space is tagged that is not drawn."""

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self._paragraphs = paragraphs_named(page)
        self._marks: list[int] = []
        if self._paragraphs:
            count = min(text.count_chars(), MOST_LETTERS)
            self._marks = [_mark(text, number) for number in range(count)]
        self._last = {mark: number for number, mark in enumerate(self._marks)}
        self.tell_spaces = any(map(self.is_before_space, self._last.values()))

    def paragraph(self, number: int) -> int:
        """Return the paragraph of a letter, 0 where it has none."""
        return self._paragraphs.get(self._marks[number], 0) if self._marks else 0

    def is_before_space(self, number: int) -> bool:
        """Tell whether the marked content behind a letter is of its paragraph, and empty."""
        mark = self._marks[number] if self._marks else -1
        if mark < 0 or self._last[mark] != number or mark + 1 in self._last:
            return False
        return 0 < self._paragraphs.get(mark + 1, 0) == self.paragraph(number)


def _mark(text: pypdfium2.PdfTextPage, number: int) -> int:
    drawn = pdfium.FPDFText_GetTextObject(text, number)
    return pdfium.FPDFPageObj_GetMarkedContentID(drawn) if drawn else -1


def _letters(
    text: pypdfium2.PdfTextPage, shown: Callable[[float, float], Point], tags: _Tags
) -> Iterator[Letter]:
    """Yield the letters that are written; spaces and line ends that pdfium adds are left out."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for number in range(min(text.count_chars(), MOST_LETTERS)):
        code = pdfium.FPDFText_GetUnicode(text, number)
        if code in _LINE_ENDS or pdfium.FPDFText_IsGenerated(text, number) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, number, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, number, box)
        left, upper = shown(box.left, box.top)
        right, lower = shown(box.right, box.bottom)
        _, base = shown(x.value, y.value)
        letter = Letter(
            text=_read(code),
            left=min(left, right),
            right=max(left, right),
            base=base,
            height=abs(lower - upper),
            is_whole=lower - base > _BELOW * (lower - upper),
            paragraph=tags.paragraph(number),
            is_told=tags.tell_spaces and tags.paragraph(number) > 0,
        )
        yield letter
        if tags.is_before_space(number):
            yield replace(letter, text=" ", left=letter.right)


def _read(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return chr(code) if code and code not in _SURROGATES else "\ufffd"


def _rulings(page: pypdfium2.PdfPage, shown: Callable[[float, float], Point]) -> Iterator[Ruling]:
    """Yield the lines of the page: straight pieces that are drawn, and boxes as thin as a line."""
    found = 0
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        for ruling in _of_path(drawn, shown):
            found += 1
            if found > MOST_LINES:
                return
            yield ruling


def _of_path(path: object, shown: Callable[[float, float], Point]) -> Iterator[Ruling]:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    if not stroked.value:
        if filled.value:
            yield from _thin_box(path, shown)
        return
    for one, other in _pieces(path):
        yield from _straight(shown(*one), shown(*other))


def _thin_box(path: object, shown: Callable[[float, float], Point]) -> Iterator[Ruling]:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(path, *sides)
    left, bottom, right, top = (side.value for side in sides)
    if right - left <= _THIN < top - bottom:
        middle = (left + right) / 2
        yield from _straight(shown(middle, bottom), shown(middle, top))
    elif top - bottom <= _THIN < right - left:
        middle = (top + bottom) / 2
        yield from _straight(shown(left, middle), shown(right, middle))


def _pieces(path: object) -> Iterator[tuple[Point, Point]]:
    """Yield the straight pieces of a path, with what closes it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for number in range(min(pdfium.FPDFPath_CountSegments(path), MOST_LINES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield last, start


def _straight(one: Point, other: Point) -> Iterator[Ruling]:
    """Yield the line between two points if it is level or upright, and longer than a dot."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    if bottom - top <= 1 and right - left > _THIN:
        yield Ruling(left, (top + bottom) / 2, right, (top + bottom) / 2)
    elif right - left <= 1 and bottom - top > _THIN:
        yield Ruling((left + right) / 2, top, (left + right) / 2, bottom)
