"""Letters of a page as lines of text, where the file has none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from prongsai.formats.pdf_page import Letter

_SAME_LINE = 0.35  # heights of a letter
_SPACE = 0.14  # heights of a letter, at least, from the ink of one letter to that of the next
_SPACE_OF_FONT = 0.08  # the same where the letters have the room that the font gives them
_SPACE_NOT_TOLD = 0.29  # the same where tags tell of spaces: more than any that is told
_WHOLE = 0.97
_MANY = 3  # gaps, at least, that tell how far letters stand apart
_THAI = re.compile("[\u0e01-\u0e4e]")
_BROKEN_WORD = re.compile(r"(?:https?://|www\.)\S+$|\w[-/]$|[(“‘]$|\s\"$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `ends` is where each letter of it ends.

    `first` and `last` are the paragraphs that its two ends are tagged with; `is_spaced`: a space is
    written behind the last letter.
    """

    text: str
    ends: tuple[float, ...]
    left: float
    base: float
    height: float
    first: int = 0
    last: int = 0
    is_spaced: bool = False

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


def text_of(lines: Sequence[Line]) -> str:
    """Return the text of one paragraph: lines joined as they were before they were broken."""
    last = lines[0]
    text = last.text
    for line in lines[1:]:
        text += _between(last, line) + line.text
        last = line
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
    wide = _letter_spacing(run)
    before: Letter | None = None
    for letter in run:
        is_blank = letter.text.isspace()
        is_apart = before is not None and _is_apart(letter, before, max(ends[-3:]) + wide, height)
        if (is_blank or is_apart) and text and not text.endswith(" "):
            text += " "
            ends.append(letter.left)
        if not is_blank:
            text += letter.text
            ends.append(letter.right)
            before = letter
    shown = text.rstrip()
    if before is None:
        return None
    return Line(
        text=shown,
        ends=tuple(ends[: len(shown)]),
        left=run[0].left,
        base=run[0].base,
        height=height,
        first=run[0].paragraph,
        last=before.paragraph,
        is_spaced=len(shown) < len(text),
    )


def _letter_spacing(run: Sequence[Letter]) -> float:
    """Return how far letters stand apart that are spread over a line, as Thai is justified."""
    gaps = [
        after.left - letter.right
        for letter, after in pairwise(run)
        if letter.is_whole and after.is_whole and not letter.text.isspace()
    ]
    return max(median(gaps), 0.0) if len(gaps) >= _MANY else 0.0


def _is_apart(letter: Letter, before: Letter, end: float, height: float) -> bool:
    """Tell whether a letter stands a space away from the end of those before it."""
    if letter.text.isspace() or unicodedata.category(letter.text) == "Mn":
        return False  # a mark may end before the letter it stands on
    if letter.is_told and before.is_told:
        return letter.left - end > _SPACE_NOT_TOLD * height
    heights = letter.height, before.height
    of_font = letter.is_whole and before.is_whole and min(heights) >= _WHOLE * height
    return letter.left - end > (_SPACE_OF_FONT if of_font else _SPACE) * height


def _side_by_side(runs: Sequence[Line]) -> Line:
    first = runs[0]
    text, ends = first.text, [*first.ends]
    for run in runs[1:]:
        if run.left - ends[-1] > _SPACE * run.height:
            text += " "
            ends.append(run.left)
        text += run.text
        ends.extend(run.ends)
    return replace(
        first,
        text=text,
        ends=tuple(ends),
        height=max(run.height for run in runs),
        last=runs[-1].last,
        is_spaced=runs[-1].is_spaced,
    )


def may_break(above: Line, below: Line) -> bool:
    """Tell whether a line may end there without a space: between Thai words, in an address."""
    if _THAI.match(above.text[-1]) and _THAI.match(below.text[0]):
        return True
    return _BROKEN_WORD.search(above.text) is not None


def _between(above: Line, below: Line) -> str:
    """Return what stood between the ends of two lines."""
    return "" if may_break(above, below) and not above.is_spaced else " "
