"""The corrections that there are, by what they are for."""

from prongsai.core.readings.corrections import Correction
from prongsai.core.readings.corrections.model import answers_of


def test_the_last_correction_of_a_value_counts_and_every_new_entry() -> None:
    first, last = (
        Correction(at="dated", was="a  b", be="ก"),
        Correction(at="dated", was="a b", be="ข"),
    )
    more = [Correction(at="weak/+", be=code) for code in ("i1", "i2")]

    assert answers_of([first, more[0], last, more[1]]) == {
        ("dated", "a b"): [last],
        ("weak/+", ""): more,
    }
