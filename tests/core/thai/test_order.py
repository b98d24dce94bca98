from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.order import dictionary_key
from prongsai.core.thai.text import normalise

# Each line as it would stand in a dictionary or in a list of names, to be checked by hand.
LISTS = {
    "consonants": (
        "กบ ขบ ฃบ คบ ฅบ ฆบ งบ จบ ฉบ ชบ ซบ ญบ ดบ ตบ ทบ ธบ นบ บบ ปบ ผบ ฝบ พบ ฟบ ภบ มบ ยบ รบ ฤบ ลบ ฦบ "
        "วบ ศบ ษบ สบ หบ ฬบ อบ ฮบ"
    ),
    "vowels": "กก กะ กัก กา กำ กิ กี กึ กือ กุ กู เก แก โก ใก ไก ขก",
    "vowels written before": (
        "กมล เกษม แก้ว ขวัญ เขม ไข่มุก คง โชค ไชยา ณรงค์ เทพ ธงชัย บุญ เบญจ์ ไพร มานะ เมธี วิไล แสง เอก"
    ),
    "two consonants": "กระ กลม เกม เกรง เกลอ แกม แกลบ โกรธ",
    "marks decide between equals": "แหง แหง่ แห่ง แห้ง แหงน",
    "each mark": "เกง เก็ง เก่ง เก้ง เก๊ง เก๋ง เก์ง",
    "silent letters count": "จัน จันทร์ จันทรา",
    "signs count last": "กทม กทมฯ กทมา มาก มากๆ มากมาย",
    "sara am": "กาย กำ กำไร กิน",
    "digits, then Latin, then Thai": "1 ๑ ๑๐ 2 A4 anong Boonmee chai กอง",
}


def mixed(names: list[str]) -> list[str]:
    return random.Random(2569).sample(names, len(names))  # noqa: S311 -- no secret


@pytest.mark.parametrize("written", LISTS.values(), ids=LISTS)
def test_words_stand_as_in_a_dictionary(written: str) -> None:
    words = written.split()
    assert sorted(mixed(words), key=dictionary_key) == words


def test_a_shorter_first_name_stands_before_a_longer_one_whatever_the_family_is_called() -> None:
    names = ["กร อินทร์", "กรกช แก้ว", "เกษม ใจดี", "เกษมสุข กล้า", "สม ไทย", "สมใจ กล้า"]
    assert sorted(mixed(names), key=dictionary_key) == names


def test_capitals_and_either_digits_come_together() -> None:
    names = ["DAO", "Dao", "dao", "dao 2", "dao ๒", "dao 3"]
    assert sorted(mixed(names), key=dictionary_key) == names


def test_a_name_of_nothing_has_a_key_that_tells_nothing() -> None:
    assert dictionary_key("") == dictionary_key(" \u200b") == b"\0"


def test_the_longest_names_fit_an_index_of_either_database() -> None:
    assert max(len(dictionary_key(letter * 200)) for letter in "ก์İΐ𝒜") < 2_700


NAMES = st.text(st.sampled_from("กขคเแโใไะาิ่้์ๆฯ aZ9๙."), max_size=8) | st.text(max_size=8)


@given(NAMES, NAMES)
def test_only_the_same_name_has_the_same_key(one: str, other: str) -> None:
    same = normalise(one) == normalise(other)
    assert (dictionary_key(one) == dictionary_key(other)) is same


@given(NAMES, st.sampled_from("่้๊๋็์ๆฯ"), st.sampled_from("กขฮ"))
def test_a_mark_never_counts_more_than_a_letter(name: str, mark: str, letter: str) -> None:
    name = f"{name}ก"
    assert dictionary_key(name) < dictionary_key(name + mark) < dictionary_key(name + letter)


@given(st.lists(NAMES, unique_by=normalise))
def test_a_list_has_one_order_however_it_was_mixed(names: list[str]) -> None:
    assert sorted(names, key=dictionary_key) == sorted(mixed(names), key=dictionary_key)
