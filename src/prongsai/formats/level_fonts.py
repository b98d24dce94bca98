"""Make Sarabun fit for our PDFs: level its Thai marks, and give it the tick that it lacks.

A font says by anchors (its GPOS table) where a vowel or tone mark sits on a letter. In Sarabun the
two anchors that meet differ in height by a few hundredths of an em. Typst then writes such a mark
as a piece of text of its own, and in the PDF's text layer the mark stands twice, in 760 of 2,530
clusters. With level anchors a cluster stays one piece, and every one of them reads back. No mark
moves by more than a tenth of an em, and none sideways.

The tick of a progress report (U+2713) is drawn by us, light or bold as the font is.

Part of the set-up, not of the program: fontTools is installed by the set-up only.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# The shapes without a lower part that a mark below the letter asks for have names of their own.
THAI_VARIANTS = ("thoThanthai.less", "yoYingthai.less")

MOST_MOVED = 0.1
"""How far an anchor may move, in em. Anchors further apart sit on levels that differ on purpose."""

TICK = "\N{CHECK MARK}"
_TICK_ADVANCE = 620  # as all of the tick in thousandths of an em
_TICK = ((109, 349), (224, 176), (500, 638), (560, 602), (226, 44), (51, 311))
_BOLD_TICK = ((132, 363), (226, 227), (471, 639), (569, 581), (234, 13), (38, 297))
_BOLD = 600


@dataclass(frozen=True, slots=True)
class _Meeting:
    """One GPOS subtable: marks, and the letters or marks that carry them."""

    marks: tuple[tuple[int, Any], ...]  # class of the mark, its anchor
    carriers: tuple[tuple[Any | None, ...], ...]  # of each carrier, one anchor a class

    def anchors_of(self, mark_class: int) -> list[Any]:
        """Return the anchors that meet in one class of marks."""
        below = [anchors[mark_class] for anchors in self.carriers]
        return [anchor for kind, anchor in self.marks if kind == mark_class] + [
            anchor for anchor in below if anchor is not None
        ]


def level_folder(source: Path, target: Path) -> list[Path]:
    """Level every TTF file of `source` and write it under the same name to `target`.

    :raises FileNotFoundError: if `source` holds no TTF file.
    """
    fonts = sorted(source.glob("*.ttf"))
    if not fonts:
        raise FileNotFoundError(f"{source}: no .ttf file. Expected the fonts to level.")
    target.mkdir(parents=True, exist_ok=True)
    return [level_font(font, target / font.name) for font in fonts]


def level_font(source: Path, target: Path) -> Path:
    """Level one font, give it a tick if it has none, and write it to `target`."""
    # Time stamps stay as they are, so that the same font gives the same file.
    with TTFont(source, recalcTimestamp=False) as font:
        bound = round(font["head"].unitsPerEm * MOST_MOVED)
        for meeting in _thai_meetings(font["GPOS"].table):
            for mark_class in {kind for kind, _ in meeting.marks}:
                _level(meeting, mark_class, bound)
        if ord(TICK) not in font.getBestCmap():
            _add_tick(font)
        font.save(target)
    return target


def _add_tick(font: Any) -> None:
    scale = font["head"].unitsPerEm / 1000
    outline = _BOLD_TICK if font["OS/2"].usWeightClass >= _BOLD else _TICK
    first, *others = [(round(x * scale), round(y * scale)) for x, y in outline]
    pen = TTGlyphPen(None)
    pen.moveTo(first)
    for point in others:
        pen.lineTo(point)
    pen.closePath()
    name = f"uni{ord(TICK):04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (round(_TICK_ADVANCE * scale), round(min(x for x, _ in outline) * scale))
    for table in font["cmap"].tables:
        table.cmap[ord(TICK)] = name


def _thai_meetings(gpos: Any) -> Iterator[_Meeting]:
    for lookup in gpos.LookupList.Lookup:
        for wrapped in lookup.SubTable:
            table = getattr(wrapped, "ExtSubTable", wrapped)
            kind = type(table).__name__
            if kind == "MarkBasePos":
                carriers = [record.BaseAnchor for record in table.BaseArray.BaseRecord]
                yield _meeting(table.MarkCoverage, table.MarkArray, table.BaseCoverage, carriers)
            elif kind == "MarkMarkPos":
                carriers = [record.Mark2Anchor for record in table.Mark2Array.Mark2Record]
                yield _meeting(table.Mark1Coverage, table.Mark1Array, table.Mark2Coverage, carriers)


def _meeting(marks: Any, records: Any, carriers: Any, anchors: Iterable[Any]) -> _Meeting:
    return _Meeting(
        marks=tuple(
            (record.Class, record.MarkAnchor)
            for glyph, record in zip(marks.glyphs, records.MarkRecord, strict=True)
            if _is_thai(glyph)
        ),
        carriers=tuple(
            tuple(of_glyph)
            for glyph, of_glyph in zip(carriers.glyphs, anchors, strict=True)
            if _is_thai(glyph)
        ),
    )


def _is_thai(glyph: str) -> bool:
    return glyph.startswith("uni0E") or glyph in THAI_VARIANTS


def _level(meeting: _Meeting, mark_class: int, bound: int) -> None:
    levels = _levels(
        (anchor.YCoordinate for kind, anchor in meeting.marks if kind == mark_class), bound
    )
    for anchor in meeting.anchors_of(mark_class):
        near = [height for height in levels if abs(anchor.YCoordinate - height) <= bound]
        if near:
            anchor.YCoordinate = near[0]


def _levels(heights: Iterable[int], bound: int) -> list[int]:
    """Choose the heights to level at: commonest first, each beyond `bound` of those before."""
    chosen: list[int] = []
    for height, _ in Counter(heights).most_common():
        if all(abs(height - other) > bound for other in chosen):
            chosen.append(height)
    return chosen


if __name__ == "__main__":
    level_folder(Path(sys.argv[1]), Path(sys.argv[2]))
