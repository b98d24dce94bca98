from __future__ import annotations

import re
import struct
from decimal import Decimal
from itertools import pairwise

import pytest

from prongsai.core.documents.model import Axis, Chart, Series
from prongsai.formats.chart_marks import FONT_SIZE, GREY, INK, MARK, STYLES
from prongsai.formats.charts import drawing, picture, svg
from prongsai.formats.editions import load_edition
from prongsai.formats.words import width
from tests.factories.documents import radar, trend

BOX = 0.6 * 15  # px a letter of a label may be wide
LINE = 15  # px


def labels(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg(chart, thai_digits=False))


def contrast_with_white(colour: str) -> float:
    """Return the contrast as WCAG 2.2 reckons it."""
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    light = sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
    return 1.05 / (light + 0.05)


def test_a_radar_writes_every_spoke_with_the_value_of_the_first_line() -> None:
    written = labels(radar())
    assert [text for text in written if "." in text] == [
        *("96.07", "90.78", "92.92", "89.74", "89.50"),
        *("84.87", "91.23", "88.59", "97.50", "71.25"),
    ]
    assert written[:4] == ["20", "40", "60", "80"]
    assert written[-3:] == ["ปี 2567", "ปี 2566", "เกณฑ์ 85"]


def test_a_trend_writes_every_year_and_every_known_value() -> None:
    assert labels(trend()) == [
        *("0", "20", "40", "60", "80", "100"),
        *("2563", "2564", "2565", "2566", "2567"),
        *("64.12", "78.90", "83.05", "87.76"),
        *("คะแนนรวม", "เกณฑ์ 85"),
    ]


@pytest.mark.parametrize("chart", [radar(), trend()])
def test_a_value_that_is_not_known_leaves_a_gap(chart: Chart) -> None:
    paths = re.findall(r' d="(M[^"]*)"', svg(chart, thai_digits=False))
    assert [path for path in paths if path.count("M") == 2] != []


def test_lines_can_be_told_apart_without_colour() -> None:
    styles = (*STYLES, MARK)
    assert len({(style.dash, style.shape) for style in styles}) == len(styles)


def test_what_is_drawn_stands_out_from_the_paper() -> None:
    colours = (INK, GREY, *(style.colour for style in (*STYLES, MARK)))
    assert min(contrast_with_white(colour) for colour in colours) >= 4.5


@pytest.mark.parametrize("spokes", [3, 5, 9, 10])
def test_the_labels_of_a_radar_do_not_stand_on_each_other(spokes: int) -> None:
    axes = tuple(Axis("การแก้ไขปัญหาการทุจริตของหน่วยงาน", Decimal(80)) for _ in range(spokes))
    drawn = drawing(Chart("radar", "", "", (Series("", axes),)), thai_digits=True)
    shares = {"start": 0.0, "middle": 0.5, "end": 1.0}
    boxes = []
    for label in drawn.labels:
        width = len(label.text) * BOX * 0.8
        left = label.x - width * shares[label.anchor]
        boxes.append((left, label.y - LINE, left + width, label.y))
        assert -width * 0.2 <= left
        assert left + width * 0.8 <= drawn.width
    for n, (left, top, right, bottom) in enumerate(boxes):
        others = boxes[n + 1 :]
        assert not [
            o for o in others if left < o[2] and o[0] < right and top < o[3] and o[1] < bottom
        ]


def test_the_names_of_the_ten_indicators_stand_inside_the_drawing() -> None:
    indicators = load_edition("nacc-2564").indicators.values()
    axes = tuple(Axis(f"{each.key}. {each.title.th}", Decimal("71.25")) for each in indicators)

    drawn = drawing(Chart("radar", "", "", (Series("", axes),)), thai_digits=True)

    shares = {"start": 0.0, "middle": 0.5, "end": 1.0}
    for label in drawn.labels:
        wide = width(label.text) * FONT_SIZE
        left = label.x - wide * shares[label.anchor]
        assert 0 <= left <= left + wide <= drawn.width, label


def test_values_of_one_year_that_are_close_are_written_apart() -> None:
    lines = tuple(
        Series(name, (Axis("2567", Decimal(score)),))
        for name, score in zip("กขค", (80, 81, 82), strict=True)
    )
    drawn = drawing(Chart("trend", "", "", lines), thai_digits=False)
    heights = sorted(label.y for label in drawn.labels if label.text.endswith(".00"))
    assert all(low - high >= 19 for high, low in pairwise(heights))


def test_digits_are_thai_where_the_document_asks_for_them() -> None:
    texts = [label.text for label in drawing(trend(), thai_digits=True).labels]
    assert "๘๗.๗๖" in texts
    assert texts[:2] == ["๐", "๒๐"]


def test_a_drawing_has_its_text_beside_its_shapes() -> None:
    drawn = drawing(radar("น้ำ"), thai_digits=False)
    assert "<text" not in drawn.shapes
    assert [label.text for label in drawn.labels] == labels(radar("น้ำ"))
    assert {label.anchor for label in drawn.labels} == {"start", "middle", "end"}


def test_a_picture_has_three_dots_for_a_pixel() -> None:
    drawn = picture(radar(), thai_digits=False)
    assert struct.unpack(">II", drawn.png[16:24]) == (3 * drawn.width, 3 * drawn.height)


def test_sara_am_is_not_drawn_over_the_next_letter() -> None:
    def png(name: str) -> bytes:
        return picture(Chart("trend", "", "", (Series(name, ()),)), thai_digits=False).png

    assert png("กำกับ") == png("ก\u0e4dากับ")


def test_charts_without_lines_are_drawn_empty() -> None:
    assert labels(Chart("radar", "", "", ())) == ["20", "40", "60", "80"]
    assert labels(Chart("trend", "", "", (), Decimal(85), "เกณฑ์"))[-1] == "เกณฑ์"


def test_an_unknown_kind_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"'pie' is no kind of chart\. Known: radar, trend\."):
        svg(Chart("pie", "", "", ()), thai_digits=False)
