"""A sentence is kept apart from its values, and written in the reader's language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.sentences import Names, Sentence, language_of, say, write

THAI = {
    "en": "th",
    "%(name)s is missing.": "ไม่มี %(name)s",
    "the weight": "น้ำหนัก",
    "Write %(names)s.": "เขียน %(names)s",
}
LEVEL = Names(th="ผ่านดี", en="Pass, good")


def test_a_sentence_keeps_its_template_and_its_values() -> None:
    assert say("%(name)s is missing.", name="o1") == Sentence(
        "%(name)s is missing.", (("name", "o1"),)
    )


def test_without_a_translation_a_sentence_is_english() -> None:
    made = say("%(name)s is missing.", name=LEVEL)

    assert [str(made), write(made, {}), language_of({})] == ["Pass, good is missing."] * 2 + ["en"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("o1", "o1"),
        (43, "43"),
        (Decimal("84.50"), "84.50"),
        (Decimal("1E+2"), "100"),
        (say("the weight"), "น้ำหนัก"),
        (LEVEL, "ผ่านดี"),
        (("o1", Decimal("0.30"), say("the weight"), LEVEL), "o1, 0.30, น้ำหนัก, ผ่านดี"),
        ((), ""),
    ],
)
def test_values_are_written_in_the_language_of_the_sentence(value: object, written: str) -> None:
    assert write(say("%(name)s is missing.", name=value), THAI) == f"ไม่มี {written}"


def test_a_plain_text_is_written_as_it_stands() -> None:
    assert write("100 % o1 %(name)s", THAI) == "100 % o1 %(name)s"


def test_a_per_cent_sign_in_a_value_is_no_place_for_another() -> None:
    assert str(say("%(name)s is missing.", name="80 %(x)s")) == "80 %(x)s is missing."


def test_a_name_is_read_in_two_languages() -> None:
    assert [LEVEL.in_language(each) for each in ("th", "en")] == ["ผ่านดี", "Pass, good"]
    assert language_of(THAI) == "th"
