"""The marks of which charts are made, as Vega has them: lines, points and text at places in px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from prongsai.core.documents.model import Chart
from prongsai.core.thai.numerals import to_thai_digits

Mark = dict[str, Any]
Point = tuple[float, float]
Line = Sequence[Point | None]
"""The points of a line; None where there is a gap."""

INK, GREY, LIGHT, WARNING = "#1a1a1a", "#595959", "#c4c4c4", "#9b1c1c"
FONT_SIZE = 15  # px; on paper 9.5 pt, as 14 pt of TH Sarabun
LINE_HEIGHT = 22


class Plan(NamedTuple):
    """What a chart is drawn from."""

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
    Style("#1b6b3a", (2, 3), "triangle-up", True, 1.8),
    Style("#6b2c91", (10, 3, 2, 3), "diamond", False, 1.8),
)
MARK = Style(WARNING, (4, 4), "", False, 1.4)


def style(number: int) -> Style:
    """Return the style of a line, counted from 0; after the last one they begin again."""
    return STYLES[number % len(STYLES)]


def text(
    words: str, at: Point, *, align: str = "left", bold: bool = False, colour: str = INK
) -> Mark:
    """Write words; `at` is where their base line begins, has its middle or ends."""
    return _mark(
        "text",
        text=words,
        x=round(at[0], 1),
        y=round(at[1], 1),
        align=align,
        font="Sarabun",
        fontSize=FONT_SIZE,
        fontWeight="bold" if bold else "normal",
        fill=colour,
    )


def backdrop(number: Mark) -> Mark:
    """Clear the place behind a centred number, so that no line crosses it."""
    enter = number["encode"]["enter"]
    width = len(enter["text"]["value"]) * FONT_SIZE * 0.6
    return _mark(
        "rect",
        x=round(enter["x"]["value"] - width / 2, 1),
        y=round(enter["y"]["value"] - FONT_SIZE * 0.85, 1),
        width=round(width, 1),
        height=FONT_SIZE + 2,
        fill="white",
    )


def path(points: Line, *, colour: str, width: float, dash: Sequence[int] = ()) -> Mark:
    """Draw a line through points, with its gaps."""
    steps = []
    pen_down = False
    for point in points:
        if point is not None:
            steps.append(f"{'L' if pen_down else 'M'}{point[0]:.1f},{point[1]:.1f}")
        pen_down = point is not None
    return _mark(
        "path", path="".join(steps), stroke=colour, strokeWidth=width, strokeDash=list(dash)
    )


def series(points: Line, drawn: Style) -> list[Mark]:
    """Draw a line of values and its points."""
    line = path(points, colour=drawn.colour, width=drawn.width, dash=drawn.dash)
    return [line, *(point(at, drawn) for at in points if at is not None)]


def point(at: Point, drawn: Style) -> Mark:
    """Draw a point of a line."""
    return _mark(
        "symbol",
        x=round(at[0], 1),
        y=round(at[1], 1),
        shape=drawn.shape,
        size=56,
        fill=drawn.colour if drawn.filled else "white",
        stroke=drawn.colour,
        strokeWidth=1.8,
    )


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
        ends = ((left, y), (left + 44, y))
        marks.append(path(ends, colour=drawn.colour, width=drawn.width, dash=drawn.dash))
        if drawn.shape:
            marks.append(point((left + 22, y), drawn))
        marks.append(text(name, (left + 56, y + 5)))
    return Plan(plan.width, plan.height + LINE_HEIGHT * len(entries) + 4, marks)


def _mark(kind: str, **properties: object) -> Mark:
    # Vega takes a list for a choice between rules, so that each value stands in a {"value": ...}.
    enter = {name: {"value": value} for name, value in properties.items()}
    return {"type": kind, "encode": {"enter": enter}}
