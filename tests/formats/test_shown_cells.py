"""Numbers of a workbook are read as its number formats show them to a Thai reader."""

from __future__ import annotations

import pytest

from prongsai.formats.shown_cells import KNOWN_FORMATS, Formats, day_of_text, unescaped


def shown(number: str, code: str, *, from_1904: bool = False) -> str:
    return Formats(codes={"1": code}, from_1904=from_1904).shown(number, "1")


@pytest.mark.parametrize(
    ("number", "code", "expected"),
    [
        ("84.37", "", "84.37"),
        ("84.370", "General", "84.37"),
        ("33.3333333333333", "General", "33.3333333333333"),
        ("33.3333333333333", "0.00", "33.33"),
        ("87.7550000000001", "#,##0.00", "87.76"),
        ("87.9999999", "0", "88"),
        ("68.45", "0", "68.45"),
        ("0.8437", "0%", "84.37%"),
        ("0.333333333", "0.0%", "33.3%"),
        ("6.84E1", "0.00", "68.4"),
        ("1e-3", "General", "0.001"),
        ("-3", '"ลด" 0', "-3"),
        ("x", "0", "x"),
        ("", "0", ""),
    ],
)
def test_what_was_typed_stays_and_what_was_reckoned_is_rounded(
    number: str, code: str, expected: str
) -> None:
    assert shown(number, code) == expected


@pytest.mark.parametrize(
    ("number", "code", "expected"),
    [
        ("45322", "d/m/yyyy", "31 มกราคม 2567"),
        ("45322", "[$-107041E]d mmm bbbb;@", "31 มกราคม 2567"),
        ("45322.3958333333", "d/m/yyyy h:mm", "31 มกราคม 2567 09:30"),
        ("45322", "d/m/yyyy h:mm", "31 มกราคม 2567"),
        ("45322", "mmm-yy", "มกราคม 2567"),
        ("45322", "d mmm", "31 มกราคม"),
        ("243649", "d/m/yyyy", "31 มกราคม 2567"),
        ("1", "d/m/yyyy", "1 มกราคม 2443"),
        ("61", "d/m/yyyy", "1 มีนาคม 2443"),
        ("0.5", "h:mm", "12:00"),
        ("0.5", "d/m/yyyy", "0.5"),
        ("1.5", "h:mm", "1.5"),
        ("1.5", "[h]:mm", "1.5"),
        ("45322", "yyyy", "45322"),
        ("45322", "dddd", "45322"),
        ("-1", "d/m/yyyy", "-1"),
        ("400001", "d/m/yyyy", "400001"),
    ],
)
def test_days_are_written_in_thai_as_far_as_their_format_shows_them(
    number: str, code: str, expected: str
) -> None:
    assert shown(number, code) == expected


def test_days_may_be_counted_from_1904() -> None:
    assert shown("43860", "d/m/yyyy", from_1904=True) == "31 มกราคม 2567"


def test_formats_of_thai_excel_are_known() -> None:
    assert {KNOWN_FORMATS[number] for number in ("14", "71", "81")} == {"d/m/yyyy"}
    assert KNOWN_FORMATS["10"] == KNOWN_FORMATS["68"] == "0.00%"


def test_a_cell_without_a_format_shows_its_number() -> None:
    assert Formats(codes={}).shown("1.50", "7") == "1.5"


def test_days_as_texts_are_written_in_thai() -> None:
    assert day_of_text("2024-01-31T00:00:00") == "31 มกราคม 2567"
    with pytest.raises(ValueError, match="isoformat"):
        day_of_text("31/1/2567")


def test_escaped_signs_are_written_out_once() -> None:
    assert unescaped("ก_x000D_ข_x005F_x0041_c_x") == "ก\rข_x0041_c_x"
