"""No cell of CSV is a formula, and what was typed is got back."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.formats.csv_cells import harmless, without_apostrophe


@pytest.mark.parametrize(
    ("text", "written"),
    [("=1+1", "'=1+1"), ("-3", "-3"), ("+7.44", "+7.44"), ("-", "-"), ("@a;b", '"\'@a;b"')],
)
def test_a_cell_that_would_be_a_formula_is_led_by_an_apostrophe(text: str, written: str) -> None:
    assert harmless(text) == written


@given(st.text("=+-@'1ก ,;\"\n", max_size=6).filter(lambda text: not text.startswith("'")))
def test_a_cell_is_got_back_as_it_was(text: str) -> None:
    (row,) = csv.reader([f"{harmless(text)}x".replace('"x', '"')], strict=True)

    assert without_apostrophe(row[0].removesuffix("x")) == text
