"""The trend: years from left to right, scores from 0 to 100."""

from __future__ import annotations

from prongsai.core.documents.model import Axis, Chart
from prongsai.formats.chart_marks import (
    GREY,
    INK,
    LIGHT,
    LINE_HEIGHT,
    MARK,
    Label,
    Mark,
    Plan,
    Point,
    backdrop,
    digits,
    number,
    path,
    rule,
    series,
    style,
)

WIDTH, HEIGHT = 680, 370
LEFT, RIGHT, TOP, BOTTOM = 56, 660, 26, 330
_APART = 19  # px between two values written over the same year


def plan(chart: Chart, thai_digits: bool) -> Plan:
    """Lay out a trend: grid, years, the mark, then the lines and their values."""
    years = chart.series[0].points if chart.series else ()
    marks: list[Mark] = [*_grid(thai_digits), *_years(years)]
    if chart.mark is not None:
        height = _height(float(chart.mark))
        marks.append(path(((LEFT, height), (RIGHT, height)), MARK))
    values = [label for year in range(len(years)) for label in _values(chart, year, thai_digits)]
    marks.extend(backdrop(value) for value in values)
    for order in reversed(range(len(chart.series))):
        points = [_at(axis, n, len(years)) for n, axis in enumerate(chart.series[order].points)]
        marks.extend(series(points, style(order)))
    return Plan(WIDTH, HEIGHT, [*marks, *values])


def _grid(thai_digits: bool) -> list[Mark]:
    marks: list[Mark] = []
    for score in range(0, 101, 20):
        height = _height(score)
        marks.append(rule(((LEFT, height), (RIGHT, height)), LIGHT if score else GREY))
        written = digits(str(score), thai_digits)
        marks.append(Label(written, LEFT - 10, height + 5, "end", colour=GREY))
    return marks


def _years(years: tuple[Axis, ...]) -> list[Label]:
    below = BOTTOM + LINE_HEIGHT + 2
    return [
        Label(axis.label, _place(n, len(years)), below, "middle") for n, axis in enumerate(years)
    ]


def _place(year: int, years: int) -> float:
    return LEFT + (RIGHT - LEFT) * (year + 0.5) / years


def _height(score: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * score / 100


def _at(axis: Axis, year: int, years: int) -> Point | None:
    return None if axis.value is None else (_place(year, years), _height(float(axis.value)))


def _values(chart: Chart, year: int, thai_digits: bool) -> list[Label]:
    """Write the values of one year: the highest over its point, the others under theirs, apart."""
    lines = enumerate(each.points[year].value for each in chart.series)
    known = sorted((-value, order) for order, value in lines if value is not None)
    labels = []
    lowest = 0.0
    for rank, (negative, order) in enumerate(known):
        point = _height(float(-negative))
        height = max(point - 11 if rank == 0 else point + 21, lowest + _APART)
        lowest = height
        colour = style(order).colour if len(known) > 1 else INK
        words = number(-negative, thai_digits)
        x = _place(year, len(chart.series[0].points))
        labels.append(Label(words, x, height, "middle", order == 0, colour))
    return labels
