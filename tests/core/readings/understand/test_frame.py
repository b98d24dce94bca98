import pytest

from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.sentences import say
from tests.factories.sources import frame

SURE, LIKELY, ASK = Certainty.SURE, Certainty.LIKELY, Certainty.ASK


def seen(guess: Guess | None) -> tuple[str, Certainty] | None:
    return (guess.code, guess.certainty) if guess else None


@pytest.mark.parametrize(
    ("written", "instrument", "indicator", "expected"),
    [
        ("i๑๑", "", "", ("i11", SURE)),
        ("I 7", "", "", ("i7", SURE)),
        ("e.3", "", "", ("e3", SURE)),
        ("o1o", "", "", ("o10", SURE)),
        ("0๑", "", "", ("o1", SURE)),
        ("๐๔๑", "OIT", "10", ("o41", SURE)),
        ("013", "", "9", ("o13", SURE)),
        ("๒", "IIT", "1", ("i2", LIKELY)),
        ("๒", "", "1", ("i2", LIKELY)),  # the indicator tells the instrument
        ("๗", "IIT", "1", ("i7", LIKELY)),  # under another indicator than its own
        ("๔๖", "EIT", "7", ("e6", LIKELY)),
        ("๕๑๐", "EIT", "7", ("e10", LIKELY)),
        ("๘๑๔", "EIT", "8", ("e14", LIKELY)),
        ("๔๖", "EIT", "8", ("e6", ASK)),  # a figure too many, and not of this indicator
        ("๑๑", "EIT", "6", ("e1", LIKELY)),  # e11 is of another indicator, e1 of this
        ("๑๑", "EIT", "7", ("e11", ASK)),  # both may be meant
        ("๗๗", "EIT", "", ("e7", ASK)),
        ("๙๙", "IIT", "1", ("i9", ASK)),
        ("๙๐", "IIT", "1", ("i90", ASK)),
        ("i88", "", "", ("i8", ASK)),  # a figure read twice
        ("i47", "", "", ("i47", ASK)),
        ("05", "IIT", "", ("i5", LIKELY)),  # a zero in front, in a survey
        ("i122", "", "", ("i12", ASK)),  # a figure read twice
        ("๒๔๔", "IIT", "", ("i24", ASK)),
        ("i345", "", "", ("i345", ASK)),
        ("0010", "", "", ("o10", SURE)),
    ],
)
def test_an_item_is_read_as_people_and_scanners_write_it(
    written: str, instrument: str, indicator: str, expected: tuple[str, Certainty]
) -> None:
    assert seen(frame().item(written, instrument, indicator)) == expected


@pytest.mark.parametrize("written", ["", "x7", "7", "i", "i0", "00", "ก", "1.2.3.4.5.6", "i12345"])
def test_what_is_no_item_is_none(written: str) -> None:
    assert frame().item(written) is None


def test_a_letter_where_the_instrument_is_known_is_no_item() -> None:
    assert frame().item("x7", "IIT") is None


def test_without_an_edition_nothing_is_a_code() -> None:
    empty = Frame([])

    assert [empty.item(t) for t in ("i7", "07", "7")] == [None, None, None]
    assert (empty.indicator("1", "การปฏิบัติหน้าที่"), empty.instrument("แบบวัด")) == (None, "")


def test_where_items_are_not_known_a_code_is_likely() -> None:
    assert frame("nacc-2569").item("i7") == Guess(
        code="i7",
        certainty=LIKELY,
        why=say("The items of %(instrument)s are not known.", instrument="IIT"),
    )


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        ("3", "การใช้อำนาจ", ("3", SURE)),
        ("3", "", ("3", SURE)),
        ("3", "การใช้จ่ายเงิน", ("3", SURE)),  # a name that is no indicator's
        ("5", "การแก้ไขปัญหาคาไรต", ("5", SURE)),
        ("1", "การแก้ไข ปัญหาการทุจริต", ("5", SURE)),  # the number is that of the row
        ("", "การป้องกันการทุจริต", ("10", SURE)),
        ("1", "การป้องกันการทุจรต", ("10", LIKELY)),
        ("", "การใช้จ่ายเงิน", None),
        ("11", "", None),
        ("11", "การใช้อำนาจ", ("3", SURE)),
    ],
)
def test_an_indicator_is_known_by_number_and_name(
    number: str, name: str, expected: tuple[str, Certainty] | None
) -> None:
    assert seen(frame().indicator(number, name)) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("IIT", "IIT"),
        ("แบบวัด (EIT)", "EIT"),
        ("แบบวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายใน", "IIT"),
        ("IIT, EIT", ""),
        ("IT", ""),
        ("แบบวัด", ""),
        ("", ""),
    ],
)
def test_an_instrument_is_known_by_its_letters_or_title(text: str, key: str) -> None:
    assert frame().instrument(text) == key


def test_parts_are_known_where_the_instrument_has_some() -> None:
    known = frame()

    assert [known.part(text) for text in ("Public", "survey", "other")] == ["public", "survey", ""]
    assert (known.has_parts("e3"), known.has_parts("i3")) == (True, False)
    assert (known.prefix("OIT"), known.prefix("XIT"), known.instrument_of("99")) == ("o", "", "")


def test_a_guess_gives_its_doubt_to_what_is_said() -> None:
    why = say("It has no letter; %(letter)s is that of its instrument.", letter="i")

    assert Guess(code="i2", certainty=LIKELY, why=why).said("i2", "๒ ก", Place(line=3)) == Said(
        value="i2", words="๒ ก", place=Place(line=3), certainty=LIKELY, why=why
    )
