from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.search import folded, words_sought


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("๒๕๖๗", ("2567",)),
        ("ปี ๒๕๖๗ ปี", ("ปี", "2567")),
        ("ไอ ๗", ("i7",)),
        ("ไอ7 โอ12 อี 3", ("i7", "o12", "e3")),
        ("I 7", ("i7",)),
        ("O12", ("o12",)),
        ("วิดีโอ 7", ("วิดีโอ", "7")),
        ("video 7", ("video", "7")),
        ("นํ้า", ("น้ำ",)),
        ("  กอง\u200bคลัง\n", ("กองคลัง",)),
        ("\x00 \u200b", ()),
        ("", ()),
    ],
)
def test_what_somebody_looks_for_is_read_as_it_is_meant(text: str, words: tuple[str, ...]) -> None:
    assert words_sought(text) == words


@pytest.mark.parametrize("text", ["อบต. นาทอง ๑๒", "อบต.นาทอง 12", " อบต.  นาทอง\t12"])
def test_spaces_and_digits_make_no_difference(text: str) -> None:
    assert folded(text) == "อบต.นาทอง12"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
