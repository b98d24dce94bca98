from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.search import folded, marked, words_sought


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


@pytest.mark.parametrize(
    ("text", "sought", "shown"),
    [
        ("กองคลัง", "คลัง", "กอง[คลัง]"),
        ("ปี ๒๕๖๗ และ 2567", "2567", "ปี [๒๕๖๗] และ [2567]"),
        ("งานนํ้าประปา", "น้ำ", "งาน[นํ้า]ประปา"),
        ("กลุ่มที่ 1", "ที", "กลุ่ม[ที่] 1"),  # a tone is never cut from its letter
        ("เเผนงาน", "แผน", "[เเผน]งาน"),
        ("อบต. นาทอง", "อบต.นา", "[อบต. นา]ทอง"),
        ("i7 การใช้ i70", "ไอ ๗", "[i7] การใช้ [i7]0"),
        ("กองคลัง", "กอง คลัง", "[กองคลัง]"),
        ("กองคลัง", "ช่าง", "กองคลัง"),
        ("กองคลัง", "", "กองคลัง"),
        ("a.b", ".", "a[.]b"),
        ("", "ก", ""),
    ],
)
def test_the_words_are_marked_where_they_stand(text: str, sought: str, shown: str) -> None:
    runs = marked(text, words_sought(sought))
    assert "".join(f"[{run}]" if is_hit else run for run, is_hit in runs) == shown


@given(st.text(), st.text(min_size=1))
def test_the_runs_together_are_the_text_and_a_run_that_is_marked_holds_a_word(
    text: str, sought: str
) -> None:
    words = words_sought(sought)
    runs = marked(text, words)
    assert "".join(run for run, _is_hit in runs) == text
    assert [run for run, hit in runs if hit and not any(w in folded(run) for w in words)] == []


def test_marking_takes_time_that_grows_with_the_text_alone() -> None:
    assert marked("กา" * 50_000, ("กา",)) == (("กา" * 50_000, True),)
