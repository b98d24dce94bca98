"""Letters of a page as lines, and lines as paragraphs, where the file has neither."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from prongsai.formats.pdf_page import Letter
from prongsai.formats.words import pieces

_SAME_LINE = 0.35  # heights of a letter
_SPACE = 0.14
_FAR = 1.7  # usual distances of lines
# 1. or ๑) or 12.3 before a word, never a score such as 85.50; or a dash.
_LISTED = re.compile(
    r"[0-9๐-๙]{1,2}[.)]\s|[1-3๑-๓]?[0-9๐-๙](?:\.1?[0-9๐-๙]|\.๑?[0-9๐-๙]){1,2}\s|[-–•●▪]\s"
)
_THAI = re.compile("[\u0e01-\u0e4e]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `ends` is where each letter of it ends."""

    text: str
    ends: tuple[float, ...]
    left: float
    base: float
    height: float

    @property
    def right(self) -> float:
        """Return where the line ends."""
        return max(self.ends)


def lines_of(letters: Iterable[Letter]) -> list[Line]:
    """Return the lines that letters make, from the top down and from left to right."""
    runs = sorted(filter(None, map(_line, _runs(letters))), key=lambda run: run.base)
    rows: list[list[Line]] = []
    for run in runs:
        last = rows[-1][0] if rows else None
        if last is not None and run.base - last.base <= _SAME_LINE * max(run.height, last.height):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_side_by_side(sorted(row, key=lambda run: run.left)) for row in rows]


def paragraphs(lines: Sequence[Line], right: float) -> list[list[Line]]:
    """Return the lines in paragraphs; `right` is where a line has to end."""
    if not lines:
        return []
    gaps = [below.base - above.base for above, below in pairwise(lines)]
    usual = median(gaps) if gaps else 0.0
    found = [[lines[0]]]
    for above, below in pairwise(lines):
        if below.base - above.base <= _FAR * usual and goes_on(above, below, right):
            found[-1].append(below)
        else:
            found.append([below])
    return found


def text_of(lines: Sequence[Line]) -> str:
    """Return the text of one paragraph: lines joined as they were before they were broken."""
    text = lines[0].text
    for line in lines[1:]:
        text += _between(text, line.text) + line.text
    return text


def _runs(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Yield letters written one behind the other on a line."""
    run: list[Letter] = []
    for letter in letters:
        if run and not _goes_on(run[-1], letter):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _goes_on(last: Letter, letter: Letter) -> bool:
    height = max(last.height, letter.height)
    return (
        abs(letter.base - last.base) <= _SAME_LINE * height
        and letter.left >= last.left - height / 2
    )


def _line(run: Sequence[Letter]) -> Line | None:
    """Return the line of a run, with a space where letters stand apart; None without a letter."""
    text, ends = "", list[float]()
    height = max(letter.height for letter in run)
    for letter in run:
        is_apart = letter.text.isspace() or _stands_apart(letter, ends, height)
        if is_apart and text and not text.endswith(" "):
            text += " "
            ends.append(letter.left)
        if not letter.text.isspace():
            text += letter.text
            ends.append(letter.right)
    shown = text.rstrip()
    if not shown:
        return None
    return Line(shown, tuple(ends[: len(shown)]), run[0].left, run[0].base, height)


def _stands_apart(letter: Letter, ends: Sequence[float], height: float) -> bool:
    is_mark = unicodedata.category(letter.text) == "Mn"  # may end before the letter it stands on
    return bool(ends) and not is_mark and letter.left - max(ends[-3:]) > _SPACE * height


def _side_by_side(runs: Sequence[Line]) -> Line:
    first = runs[0]
    text, ends = first.text, [*first.ends]
    for run in runs[1:]:
        if run.left - ends[-1] > _SPACE * run.height:
            text += " "
            ends.append(run.left)
        text += run.text
        ends.extend(run.ends)
    return Line(text, tuple(ends), first.left, first.base, max(run.height for run in runs))


def goes_on(above: Line, below: Line, right: float) -> bool:
    """Tell whether a line goes on in another: the first word there would have had no room."""
    if _LISTED.match(below.text):
        return False
    word = len(pieces(below.text[:60])[0])
    return right - above.right <= below.ends[word - 1] - below.left + _SPACE * above.height


def _between(above: str, below: str) -> str:
    """Return what stood between the ends of two lines: in Thai and in addresses nothing."""
    is_thai = _THAI.match(above[-1]) and _THAI.match(below[0])
    if is_thai or _ADDRESS.search(above):
        return ""
    return " "
