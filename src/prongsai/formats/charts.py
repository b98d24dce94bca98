"""Draw the charts of a document, as SVG for pages and paper and in dots for Word.

Lines differ in dashes and points as well as in colour, so that a print in black and white tells
them apart. The values of the first line (radar) or of every line (trend) are written out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html import escape
from typing import Any, NamedTuple

from prongsai.core.documents.model import Chart
from prongsai.formats import chart_radar, chart_trend
from prongsai.formats.chart_marks import FONT_SIZE, Label, Plan, Shape, element, with_legend
from prongsai.formats.typeset import typeset

_KINDS: dict[str, Callable[[Chart, bool], Plan]] = {
    "radar": chart_radar.plan,
    "trend": chart_trend.plan,
}

_DOTS = 3


class Drawing(NamedTuple):
    """A chart in two layers, for what sets text itself: shapes as SVG, and labels."""

    shapes: str
    labels: tuple[Label, ...]
    width: int  # px
    height: int

    def data(self) -> dict[str, Any]:
        """Return the drawing as data/typst/drawing.typ reads it."""
        labels = [label._asdict() for label in self.labels]
        return {**self._asdict(), "labels": labels, "font_size": FONT_SIZE}


class Picture(NamedTuple):
    """A chart in dots."""

    png: bytes
    width: int  # px of the drawing, of which each is three dots
    height: int


def svg(chart: Chart, *, thai_digits: bool) -> str:
    """Draw a chart as SVG whose text is text, in Sarabun.

    :raises ValueError: if the kind of the chart is unknown.
    """
    plan = _plan(chart, thai_digits)
    texts = "".join(map(_text, _labels(plan)))
    return _svg(
        plan, [*_shapes(plan), element("g", texts, font_family="Sarabun", font_size=FONT_SIZE)]
    )


def drawing(chart: Chart, *, thai_digits: bool) -> Drawing:
    """Draw a chart as shapes and labels.

    Typst draws sara am of an SVG over the next letter and breaks its text layer; what it sets
    itself is right.

    :raises ValueError: if the kind of the chart is unknown.
    """
    plan = _plan(chart, thai_digits)
    return Drawing(_svg(plan, _shapes(plan)), tuple(_labels(plan)), plan.width, plan.height)


def picture(chart: Chart, *, thai_digits: bool) -> Picture:
    """Draw a chart as PNG, for programs that cannot show SVG.

    :raises ValueError: if the kind of the chart is unknown.
    """
    drawn = drawing(chart, thai_digits=thai_digits)
    inputs = {"drawing": json.dumps(drawn.data(), ensure_ascii=False)}
    png = typeset("picture", inputs, format="png", ppi=72 * _DOTS)
    return Picture(png, drawn.width, drawn.height)


def _plan(chart: Chart, thai_digits: bool) -> Plan:
    if chart.kind not in _KINDS:
        raise ValueError(f"{chart.kind!r} is no kind of chart. Known: {', '.join(_KINDS)}.")
    return with_legend(_KINDS[chart.kind](chart, thai_digits), chart)


def _shapes(plan: Plan) -> list[Shape]:
    return [mark for mark in plan.marks if not isinstance(mark, Label)]


def _labels(plan: Plan) -> list[Label]:
    return [mark for mark in plan.marks if isinstance(mark, Label)]


def _svg(plan: Plan, elements: Sequence[str]) -> str:
    size = {"width": plan.width, "height": plan.height}
    space = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {plan.width} {plan.height}"}
    return element("svg", "".join(elements), **space, **size)


def _text(label: Label) -> Shape:
    return element(
        "text",
        escape(label.text, quote=False),
        x=f"{label.x:.1f}",
        y=f"{label.y:.1f}",
        text_anchor=label.anchor,
        font_weight="bold" if label.bold else "normal",
        fill=label.colour,
    )
