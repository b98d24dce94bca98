"""The marks of which charts are made: lines and points as SVG, and labels, at places in px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from html import escape
from typing import NamedTuple, NewType

from prongsai.core.documents.model import Chart
from prongsai.core.thai.numerals import to_thai_digits

Point = tuple[float, float]
Line = Sequence[Point | None]
"""The points of a line; None where there is a gap."""

INK, GREY, LIGHT, WARNING = "#1a1a1a", "#595959", "#c4c4c4", "#9b1c1c"
FONT_SIZE = 15  # px; on paper 9.5 pt, as 14 pt of TH Sarabun
LINE_HEIGHT = 22

Shape = NewType("Shape", str)
"""An element of SVG."""


class Label(NamedTuple):
    """A text in a chart: where its base line begins, stands in the middle or ends (px)."""

    text: str
    x: float
    y: float
    anchor: str = "start"  # start, middle, end
    bold: bool = False
    colour: str = INK


Mark = Shape | Label


class Plan(NamedTuple):
    """What a chart is drawn from; labels stand over all shapes."""

    width: int  # px
    height: int
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is drawn, so that it can be told from the others without colour."""

    colour: str
    dash: tuple[int, ...]
    shape: str
    filled: bool
    width: float


STYLES = (
    Style("#12497b", (), "circle", True, 2.4),
    Style("#8a4b08", (7, 4), "square", False, 1.8),
    Style("#1b6b3a", (2, 3), "triangle", True, 1.8),
    Style("#6b2c91", (10, 3, 2, 3), "diamond", False, 1.8),
)
MARK = Style(WARNING, (4, 4), "", False, 1.4)

_OUTLINES = {  # px from the place of a point
    "circle": "m-3.7,0a3.7,3.7 0 1 0 7.4,0a3.7,3.7 0 1 0 -7.4,0z",
    "square": "m-3.7,-3.7h7.4v7.4h-7.4z",
    "triangle": "m0,-4.4l4.3,7.4h-8.6z",
    "diamond": "m0,-5l4.2,5l-4.2,5l-4.2,-5z",
}


def element(name: str, content: str = "", /, **attributes: object) -> Shape:
    """Write an element of SVG; `content` is written as it is, the attributes are escaped."""
    named = ((key.replace("_", "-"), escape(str(value))) for key, value in attributes.items())
    written = "".join(f' {key}="{value}"' for key, value in named)
    return Shape(f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>")


def style(number: int) -> Style:
    """Return the style of a line, counted from 0; after the last one they begin again."""
    return STYLES[number % len(STYLES)]


def backdrop(number: Label) -> Shape:
    """Clear the place behind a centred number, so that no line crosses it."""
    width = len(number.text) * FONT_SIZE * 0.6
    left, top = number.x - width / 2, number.y - FONT_SIZE * 0.85
    place = {"x": f"{left:.1f}", "y": f"{top:.1f}"}
    return element("rect", **place, width=f"{width:.1f}", height=FONT_SIZE + 2, fill="white")


def path(points: Line, drawn: Style) -> Shape:
    """Draw a line through points, with its gaps."""
    steps = []
    pen_down = False
    for point in points:
        if point is not None:
            steps.append(f"{'L' if pen_down else 'M'}{point[0]:.1f},{point[1]:.1f}")
        pen_down = point is not None
    dashes = {"stroke_dasharray": ",".join(map(str, drawn.dash))} if drawn.dash else {}
    pen = {"stroke": drawn.colour, "stroke_width": drawn.width, **dashes}
    return element("path", d="".join(steps), fill="none", **pen)


def rule(points: Line, colour: str) -> Shape:
    """Draw a thin line, of the grid."""
    return path(points, Style(colour, (), "", False, 1))


def series(points: Line, drawn: Style) -> list[Mark]:
    """Draw a line of values and its points."""
    return [path(points, drawn), *(point(at, drawn) for at in points if at is not None)]


def point(at: Point, drawn: Style) -> Shape:
    """Draw a point of a line."""
    place = f"M{at[0]:.1f},{at[1]:.1f}"
    fill = drawn.colour if drawn.filled else "white"
    outline = {"d": place + _OUTLINES[drawn.shape], "stroke": drawn.colour, "stroke_width": 1.8}
    return element("path", fill=fill, **outline)


def number(value: Decimal, thai_digits: bool) -> str:
    """Write a score with two places, as results are announced."""
    return digits(str(value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)), thai_digits)


def digits(words: str, thai_digits: bool) -> str:
    """Write the digits that the document asks for."""
    return to_thai_digits(words) if thai_digits else words


def with_legend(plan: Plan, chart: Chart) -> Plan:
    """Add a row for each line, and for the mark, under the chart."""
    entries = [(each.name, style(n)) for n, each in enumerate(chart.series)]
    if chart.mark is not None and chart.mark_label:
        entries.append((chart.mark_label, MARK))
    marks = list(plan.marks)
    left = plan.width * 0.36
    for row, (name, drawn) in enumerate(entries):
        y = plan.height + LINE_HEIGHT * (row + 0.5)
        marks.append(path(((left, y), (left + 44, y)), drawn))
        if drawn.shape:
            marks.append(point((left + 22, y), drawn))
        marks.append(Label(name, left + 56, y + 5))
    return Plan(plan.width, plan.height + LINE_HEIGHT * len(entries) + 4, marks)
