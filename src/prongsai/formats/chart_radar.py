"""The radar: one spoke a value, from 0 in the middle to 100 at the rim."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cache

from prongsai.core.documents.model import Axis, Chart
from prongsai.formats.chart_marks import (
    GREY,
    LIGHT,
    LINE_HEIGHT,
    MARK,
    Label,
    Mark,
    Plan,
    Point,
    Shape,
    digits,
    number,
    path,
    rule,
    series,
    style,
)
from prongsai.formats.words import pieces

WIDTH, HEIGHT = 720, 480
CENTRE = (WIDTH / 2, 232)
RADIUS = 162
RINGS = (20, 40, 60, 80, 100)
_LABEL_LETTERS = 22  # in a line of a label, before it is broken


def plan(chart: Chart, thai_digits: bool) -> Plan:
    """Lay out a radar: rings, spokes with their labels, the mark, then the lines, first on top."""
    axes = chart.series[0].points if chart.series else ()
    marks: list[Mark] = [*_web(len(axes)), *_scale(thai_digits)]
    for spoke, axis in enumerate(axes):
        marks.extend(_label(axis, spoke, len(axes), thai_digits))
    if chart.mark is not None:
        marks.append(path(_ring(chart.mark, len(axes)), MARK))
    for order in reversed(range(len(chart.series))):
        points = [
            _at(axis.value, n, len(axes)) for n, axis in enumerate(chart.series[order].points)
        ]
        marks.extend(series([*points, *points[:1]], style(order)))
    return Plan(WIDTH, HEIGHT, marks)


@cache
def _web(spokes: int) -> tuple[Shape, ...]:
    rings = [
        rule(_ring(Decimal(ring), spokes), GREY if ring == RINGS[-1] else LIGHT) for ring in RINGS
    ]
    rim = (_at(Decimal(100), spoke, spokes) for spoke in range(spokes))
    return (*rings, *(rule((CENTRE, end), LIGHT) for end in rim))


def _scale(thai_digits: bool) -> list[Label]:
    heights = ((ring, CENTRE[1] - RADIUS * ring / 100 + 14) for ring in RINGS[:-1])
    return [
        Label(digits(str(ring), thai_digits), CENTRE[0] - 5, y, "end", colour=GREY)
        for ring, y in heights
    ]


def _ring(value: Decimal, spokes: int) -> list[Point | None]:
    return [_at(value, spoke, spokes) for spoke in (*range(spokes), 0)] if spokes else []


def _at(value: Decimal | None, spoke: int, spokes: int) -> Point | None:
    return None if value is None else _along(spoke, spokes, RADIUS * float(value) / 100)


def _along(spoke: int, spokes: int, distance: float) -> Point:
    """Return the place on a spoke; the first points up, the others follow clockwise."""
    turn = 2 * math.pi * spoke / spokes
    return CENTRE[0] + distance * math.sin(turn), CENTRE[1] - distance * math.cos(turn)


def _label(axis: Axis, spoke: int, spokes: int, thai_digits: bool) -> list[Label]:
    """Write the name and the value of a spoke outside the rim, away from its neighbours."""
    x, y = _along(spoke, spokes, RADIUS + 16)
    lean = math.sin(2 * math.pi * spoke / spokes)
    rise = math.cos(2 * math.pi * spoke / spokes)
    anchor = "middle" if abs(lean) < 0.1 else "start" if lean > 0 else "end"
    lines = [(line, False) for line in _lines(axis.label)]
    if axis.value is not None:
        lines.append((number(axis.value, thai_digits), True))
    # At the top a label stands on its place, at the bottom it hangs from it.
    first = y + 5 - LINE_HEIGHT * (len(lines) - 1) * (1 + rise) / 2
    return [
        Label(line, x, first + LINE_HEIGHT * row, anchor, bold)
        for row, (line, bold) in enumerate(lines)
    ]


def _lines(label: str) -> list[str]:
    """Break a label between words into lines of about the same length."""
    wanted = len(label) / -(-len(label) // _LABEL_LETTERS)
    lines = [""]
    for piece in pieces(label):
        if piece == "\n" or (lines[-1] and len(lines[-1]) + len(piece) / 2 > wanted):
            lines.append("")
        lines[-1] += piece.strip("\n")
    return [line.strip() for line in lines if line.strip()]
