from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize.newmm import segment as newmm
from pythainlp.util import Trie

from prongsai.formats.thai_words import Dictionary, dictionary_words, segment

WORDS = sorted(thai_words())
OURS = Dictionary(WORDS)
TREE = Trie(WORDS)

letters = st.characters(min_codepoint=0xE01, max_codepoint=0xE5B) | st.sampled_from(
    " \t\r\n().,-/%a1"
)
texts = st.lists(st.sampled_from(WORDS) | st.text(letters, max_size=4), max_size=15).map("".join)


@given(texts)
def test_texts_are_cut_as_pythainlp_cuts_them(text: str) -> None:
    assert segment(text, OURS) == newmm(text, TREE)


@pytest.mark.no_cover  # it goes the same ways again and again
def test_every_word_of_the_dictionary_is_cut_as_pythainlp_cuts_it() -> None:
    assert [word for word in WORDS if segment(word, OURS) != newmm(word, TREE)] == []


def test_a_text_of_very_many_ways_is_cut_as_pythainlp_cuts_it() -> None:
    text = "มากกว่า" * 3 + "ตากลม" * 30 + "กก" * 40 + "ยาวนานมานาน" * 20
    assert segment(text, OURS) == newmm(text, TREE)


def test_the_dictionary_is_that_of_pythainlp() -> None:
    assert set(dictionary_words()) == thai_words()


@pytest.mark.parametrize(
    ("word", "cut"),
    [("เจ้าหน้าที่", "เจ้า|หน้าที่"), ("การทุจริต", "การ|ทุจริต"), ("ก", "ก")],
)
def test_a_word_is_cut_into_shorter_ones_where_asked(word: str, cut: str) -> None:
    assert segment(word, OURS, finer=True) == cut.split("|")
