import pytest

from prongsai.core.readings.understand.codes import codes_in
from tests.factories.sources import frame


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i19 และข้อ i20", ["i19", "i20"]),
        ("o39 - o41", ["o39", "o40", "o41"]),
        ("039 ถึง 041", ["o39", "o40", "o41"]),
        ("o39, o41", ["o39", "o41"]),
        ("i1 - e3", ["i1", "e3"]),
        ("o41 - o39", ["o41", "o39"]),
        ("o1 - o43", ["o1", "o43"]),  # too far to be meant
        ("- o39", ["o39"]),
        ("o00", []),
        ("pio7", []),
    ],
)
def test_lists_of_codes_are_read_with_what_stands_between(text: str, codes: list[str]) -> None:
    assert [guess.code for guess in codes_in(text, frame())] == codes
