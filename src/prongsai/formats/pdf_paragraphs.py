"""Lines as the paragraphs that were broken into them: by tags, distances, indents and room."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from prongsai.formats.pdf_lines import Line, may_break
from prongsai.formats.words import pieces

_FAR = 1.7  # usual distances of lines
_SPACE = 0.14  # heights of a letter
_WIDE_SPACE = 0.3  # heights of a letter
_MOST_ROOM = 0.5  # of a line: more is left only where somebody has broken it
_SET_IN = 1.0  # heights of a letter
_CENTRED = 3.0  # points off the middle, at most
_OFF = 30.0  # points off the middle, at least, of what is set about an axis of its own
_ENDED = re.compile(r"\.{3}$|…$")  # a row of dots to write on
# 1. or ๑) or 12.3 before a word, never a score such as 85.50; or a dash, not that of two months.
_LISTED = re.compile(
    r"[0-9๐-๙]{1,2}[.)]\s|[1-3๑-๓]?[0-9๐-๙](?:\.1?[0-9๐-๙]|\.๑?[0-9๐-๙]){1,2}\s"
    r"|[-–•●▪]\s(?![ก-ฮ]+\.[ก-ฮ]\.|มี\.ค\.|เม\.ย\.|มิ\.ย\.)"
)
_ALIKE = 0.5  # points between two distances of lines that are one
_ENOUGH = 5  # pairs of lines, to learn from them
_MOSTLY = 0.6
_SELDOM = 0.3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines below each other, and where the room for them begins and ends."""

    lines: Sequence[Line]
    left: float
    right: float
    is_cell: bool = False

    def room(self, line: Line) -> float:
        """Return the room that a line leaves; a centred one leaves it on both sides."""
        behind, before = self.right - line.right, line.left - self.left
        if before > _CENTRED and abs(behind - before) <= _CENTRED:
            return behind + before
        return behind


class Setting:
    """How a document is set, learned from all of its lines."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        """Learn by which distances paragraphs end, what tags name, where spaces are written."""
        self._is_tagged = False
        spaced = 0
        found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        for stretch in stretches:
            for above, below in pairwise(stretch.lines):
                self._is_tagged |= 0 < above.last == below.first
                spaced += above.is_spaced
                ends = is_listed(below) or stretch.room(above) > _needed(above, below)
                found[_size(above)].append((below.base - above.base, ends))
        self._writes_spaces = spaced >= _ENOUGH
        self._distances = {size: _Distances(pairs) for size, pairs in found.items()}

    def paragraphs(self, stretch: Stretch) -> list[list[Line]]:
        """Return the lines of a stretch in paragraphs; a row that a page cut goes on at its top."""
        pairs = [*pairwise(stretch.lines)]
        gaps = [below.base - above.base for above, below in pairs if below.base > above.base]
        farthest = _FAR * median(gaps) if gaps else 0.0
        found = [[line] for line in stretch.lines[:1]]
        for above, below in pairs:
            turns = below.base <= above.base
            near = below.base - above.base <= farthest or turns or self._is_one(above, below)
            if near and self.goes_on(above, below, stretch, turns=turns):
                found[-1].append(below)
            else:
                found.append([below])
        return found

    def goes_on(self, above: Line, below: Line, stretch: Stretch, *, turns: bool = False) -> bool:
        """Tell whether a line goes on in another; `turns`: that is on the next page."""
        if is_listed(below) or _ENDED.search(above.text):
            return False
        room = stretch.room(above)
        if not turns and self._is_tagged and above.last and below.first:
            return above.last == below.first and room <= _left_at_most(above, below, stretch)
        if self._writes_spaces and _lacks_space(above, below, room):
            return False
        if not stretch.is_cell and _have_own_axis(above, below, stretch):
            return False
        learned = self._distances.get(_size(above))
        if not turns and learned and learned.end(below.base - above.base):
            return False
        is_set_in = below.left - above.left > _SET_IN * above.height
        if is_set_in and not stretch.is_cell and above.left <= stretch.left + _CENTRED:
            return is_listed(above) and room <= _needed(above, below)
        return room <= _needed(above, below, words=2 if above.is_spaced else 1)

    def _is_one(self, above: Line, below: Line) -> bool:
        return self._is_tagged and 0 < above.last == below.first


class _Distances:
    """The distances of lines of one size, and which of them end paragraphs."""

    def __init__(self, pairs: list[tuple[float, bool]]) -> None:
        pairs.sort()
        self._places = [distance for distance, _ in pairs]
        self._ended = [0, *accumulate(ends for _, ends in pairs)]
        self._wraps = min(self._wrapping(), default=None)

    def end(self, distance: float) -> bool:
        """Tell whether lines so far apart are of two paragraphs: others, nearer, are of one."""
        if self._wraps is None or distance <= self._wraps + 2 * _ALIKE:
            return False
        return self._share(distance) >= _MOSTLY

    def _wrapping(self) -> Iterator[float]:
        return (place for place in self._places if 0 <= self._share(place) <= _SELDOM)

    def _share(self, distance: float) -> float:
        """Return of how many lines so far apart a paragraph ended; -1 where they are too few."""
        low = bisect_left(self._places, distance - _ALIKE)
        high = bisect_right(self._places, distance + _ALIKE)
        if high - low < _ENOUGH:
            return -1
        return (self._ended[high] - self._ended[low]) / (high - low)


def is_listed(line: Line) -> bool:
    """Tell whether a line begins a point of a list, with its number or a dash."""
    return _LISTED.match(line.text) is not None


def _left_at_most(above: Line, below: Line, stretch: Stretch) -> float:
    """Return the room that the end of a line leaves which nobody has broken."""
    if not above.is_spaced:
        return _needed(above, below)
    half = _MOST_ROOM * (stretch.right - stretch.left)
    return max(half, _needed(above, below, words=3))


def _have_own_axis(above: Line, below: Line, stretch: Stretch) -> bool:
    """Tell whether two short lines are set about one axis beside the middle, as signatures are."""
    middle = (above.left + above.right) / 2
    return (
        abs(middle - (below.left + below.right) / 2) <= _CENTRED
        and abs(middle - (stretch.left + stretch.right) / 2) > _OFF
        and abs(above.left - below.left) > _CENTRED
        and above.right - above.left < (stretch.right - stretch.left) / 2
    )


def _lacks_space(above: Line, below: Line, room: float) -> bool:
    """Tell whether a line has room for the space without which it could not have been broken."""
    return room > _WIDE_SPACE * above.height and not above.is_spaced and not may_break(above, below)


def _needed(above: Line, below: Line, words: int = 1) -> float:
    """Return the room that the first words of a line would have needed behind the one above."""
    length = len("".join(pieces(below.text[:60])[: 2 * words - 1]))
    return below.ends[length - 1] - below.left + _SPACE * above.height


def _size(line: Line) -> int:
    return round(line.height)
