"""Draw the charts of a document: a Vega specification each, drawn by vl-convert without a browser.

Lines differ in dashes and points as well as in colour, so that a print in black and white tells
them apart. The values of the first line (radar) or of every line (trend) are written out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from types import ModuleType
from typing import NamedTuple

from prongsai.core.documents.model import Chart
from prongsai.formats import chart_radar, chart_trend
from prongsai.formats.chart_marks import Mark, Plan, with_legend
from prongsai.formats.fonts import fonts_folder

_KINDS: dict[str, Callable[[Chart, bool], Plan]] = {
    "radar": chart_radar.plan,
    "trend": chart_trend.plan,
}

_DOTS = 3
_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")


class Label(NamedTuple):
    """A text in a chart: where its base line begins, stands in the middle or ends (px)."""

    text: str
    x: float
    y: float
    anchor: str  # start, middle, end
    bold: bool
    colour: str


class Drawing(NamedTuple):
    """A chart in two layers, for writers that set text themselves: shapes as SVG, and labels."""

    shapes: str
    labels: tuple[Label, ...]
    width: int  # px
    height: int


def svg(chart: Chart, *, thai_digits: bool) -> str:
    """Draw a chart as SVG whose text is text, in Sarabun.

    :raises ValueError: if the kind of the chart is unknown.
    """
    written: str = _converter().vega_to_svg(_spec(_plan(chart, thai_digits)))
    return written


def drawing(chart: Chart, *, thai_digits: bool) -> Drawing:
    """Draw a chart as shapes and labels.

    Typst draws sara am of an SVG over the next letter and breaks its text layer; what it sets
    itself is right.

    :raises ValueError: if the kind of the chart is unknown.
    """
    plan = _plan(chart, thai_digits)
    written = _converter().vega_to_svg(_spec(plan))
    labels = tuple(_label(found) for found in _TEXT.finditer(written))
    return Drawing(_TEXT.sub("", written), labels, plan.width, plan.height)


class Picture(NamedTuple):
    """A chart in dots."""

    png: bytes
    width: int  # px of the drawing, of which each is three dots
    height: int


def picture(chart: Chart, *, thai_digits: bool) -> Picture:
    """Draw a chart as PNG, for programs that cannot show SVG.

    :raises ValueError: if the kind of the chart is unknown.
    """
    plan = _plan(chart, thai_digits)
    spec = _sara_am_in_parts(_spec(plan, background="white"))
    png: bytes = _converter().vega_to_png(spec, scale=_DOTS)
    return Picture(png, plan.width, plan.height)


def _plan(chart: Chart, thai_digits: bool) -> Plan:
    if chart.kind not in _KINDS:
        raise ValueError(f"{chart.kind!r} is no kind of chart. Known: {', '.join(_KINDS)}.")
    return with_legend(_KINDS[chart.kind](chart, thai_digits), chart)


def _spec(plan: Plan, background: str | None = None) -> str:
    spec: Mark = {
        "$schema": "https://vega.github.io/schema/vega/v5.json",
        "width": plan.width,
        "height": plan.height,
        "padding": 0,
        "autosize": "none",
        "background": background,
        "marks": plan.marks,
    }
    return json.dumps(spec, ensure_ascii=False)


def _sara_am_in_parts(text: str) -> str:
    """Write sara am as its two parts, or the converter draws it over the next letter."""
    return _SARA_AM.sub("\u0e4d\\1\u0e32", text)


def _label(found: re.Match[str]) -> Label:
    attributes = dict(_ATTRIBUTE.findall(found[1]))
    x, y = re.findall(r"-?[\d.]+", attributes["transform"])
    return Label(
        text=unescape(found[2]),
        x=float(x),
        y=float(y),
        anchor=attributes["text-anchor"],
        bold=attributes.get("font-weight") == "bold",
        colour=attributes["fill"],
    )


@cache
def _converter() -> ModuleType:
    import vl_convert  # noqa: PLC0415 -- slow import

    vl_convert.register_font_directory(str(fonts_folder()))
    return vl_convert
