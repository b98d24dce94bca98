from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.editions.parse import parse_edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Codes, Key, read_code
from prongsai.core.thai.numerals import to_thai_digits
from prongsai.formats.editions import edition_keys, load_edition
from tests.factories.editions import DUTIES, small_edition

EDITIONS = {key: load_edition(key) for key in edition_keys()}
EDITION = EDITIONS["nacc-2566"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("i7", "i7"),
        (" I 07 ", "i7"),
        ("i3O", "i30"),
        ("๐๑๒", "o12"),
        ("012", "o12"),
        ("01", "o1"),
        ("O๑O", "o10"),
        ("o1o", "o10"),
        ("oo1", "o1"),
        ("010", "o10"),
        ("10", "10"),
        ("1O", "10"),
        ("๑๐", "10"),
        ("10.0", "10"),
        ("๙.๒", "9.2"),
        ("1o.1", "10.1"),
        ("ข้อ o12", "o12"),
        ("ข้อที่ ๐๑๒", "o12"),
        ("ตัวชี้วัดที่ ๙", "9"),
        ("ตัวชี้วัดย่อยที่ 9.2", "9.2"),
        ("oit", "OIT"),
        ("\ufeffEi t", "EIT"),
        ("Total", "total"),
        ("คะแนน รวม", "total"),
        ("รวม", "total"),
    ],
)
def test_a_code_is_read_as_people_write_it(text: str, code: str) -> None:
    assert read_code(text, EDITION) == code


def spellings(code: str) -> Iterator[str]:
    """Yield the ways in which people write a code."""
    yield from (code, code.upper(), to_thai_digits(code), f" {code[0]} {code[1:]}")
    if code.startswith("o"):
        yield from (f"0{code[1:]}", to_thai_digits(f"0{code[1:]}"), f"o{int(code[1:]):02}")
    if code[0] in "ieo":
        yield f"ข้อ {code}"
    yield code[0] + code[1:].replace("0", "O")


@given(st.data())
def test_every_code_of_every_edition_reads_back_in_every_spelling(data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(list(EDITIONS.values())), label="edition")
    code = data.draw(st.sampled_from([TOTAL, *edition.ancestors]), label="code")
    text = data.draw(st.sampled_from(list(spellings(code))), label="spelling")

    assert read_code(text, edition) == code


@given(st.text() | st.text(alphabet="oi0๐19.e/ ข้อส่วนที่ํา"))
def test_any_text_is_a_code_of_the_edition_or_refused(text: str) -> None:
    try:
        code, part = Codes(EDITION).read_key(text)
    except Refusal:
        return
    assert code in (TOTAL, *EDITION.ancestors)
    assert part in {None, "public", "survey"}


EXAMPLES = "Write one of the codes of the edition, such as %s, IIT, EIT, OIT, total."


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("๐๔๔", "There is no o44 in ITA of fiscal year 2566. It has o1–o43."),
        ("o0", "There is no o0 in ITA of fiscal year 2566. It has o1–o43."),
        ("i31", "There is no i31 in ITA of fiscal year 2566. It has i1–i30."),
        ("11", "There is no 11 in ITA of fiscal year 2566. It has 1–10."),
        ("9.9", "There is no 9.9 in ITA of fiscal year 2566. It has 9.1–9.5, 10.1–10.2."),
        ("ข้อ 9", f"ข้อ 9 is no code. {EXAMPLES % 'i1, e1, o1, 1–10, 9.1'}"),
        ("o12x", f"o12x is no code. {EXAMPLES % 'i1, e1, o1, 1–10, 9.1'}"),
        (" ", f"The code is missing. {EXAMPLES % 'i1, e1, o1, 1–10, 9.1'}"),
    ],
)
def test_an_unknown_code_is_refused_with_those_near_it(text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_code(text, EDITION)

    assert str(caught.value) == refusal


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (
            "i3",
            (
                "The items of IIT are not known in ITA of fiscal year 2569."
                " Give the scores of the indicators 1–5,"
                " or bring an edition file that lists the items."
            ),
        ),
        (
            "9.1",
            (
                "The sub-indicators are not known in ITA of fiscal year 2569."
                " Give the scores of the indicators or of the items."
            ),
        ),
        ("x", f"x is no code. {EXAMPLES % 'o1, 1–10'}"),
    ],
)
def test_what_an_edition_does_not_know_is_said(text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_code(text, EDITIONS["nacc-2569"])

    assert str(caught.value) == refusal


def test_codes_that_do_not_follow_each_other_are_named_one_by_one() -> None:
    with pytest.raises(Refusal) as caught:
        read_code("2", a_small_edition())

    assert str(caught.value) == "There is no 2 in small. It has 1, 6, 9."


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("e3", ("e3", None)),
        ("e3/public", ("e3", "public")),
        ("๖/Survey", ("6", "survey")),
        ("EIT/ส่วนที่ ๒", ("EIT", "survey")),
        ("EIT/part 1", ("EIT", "public")),
        ("eit/EIT Public", ("EIT", "public")),
        ("e3/1", ("e3", "public")),
        ("e3/ส่วนที่ 1 ผู้มาติดต่อตอบเอง (Public)", ("e3", "public")),
        ("e3/Part 2 (Survey)", ("e3", "survey")),
    ],
)
def test_a_code_is_read_with_its_part(text: str, key: Key) -> None:
    assert Codes(EDITION).read_key(text) == key


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("i7/public", "i7 has no parts. Leave the part empty."),
        ("total/public", "total has no parts. Leave the part empty."),
        ("e3/3", "3 is no part of EIT. Write one of public, survey."),
    ],
)
def test_a_part_that_a_code_does_not_have_is_refused(text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        Codes(EDITION).read_key(text)

    assert str(caught.value) == refusal


def test_a_part_that_is_named_twice_must_be_the_same() -> None:
    codes = Codes(EDITION)
    key = codes.read_key("e3/public")

    with pytest.raises(Refusal) as caught:
        codes.with_part(key, "survey")

    assert codes.with_part(key, "ส่วนที่ 1") == key
    assert str(caught.value) == "e3/public is not of the part survey. Name the part once."


def a_small_edition() -> Edition:
    return parse_edition(small_edition(), DUTIES)
