from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty, Place, Reading, Said
from prongsai.core.readings.of_whom import another_agency

FULL = "องค์การบริหารส่วนตำบลนาทอง"


def naming(*names: str, certainty: Certainty = Certainty.SURE) -> Reading:
    said = (Said(value=each, words=each, place=Place(), certainty=certainty) for each in names)
    return Reading(agencies=tuple(said))


@pytest.mark.parametrize("ours", [FULL, "อบต.นาทอง", "อบต. นาทอง", "องค์การบริหารส่วนตำบล นาทอง"])
def test_ours_is_known_in_short_and_in_full(ours: str) -> None:
    assert another_agency(naming("เทศบาลตำบลอื่น", FULL), ours) == ""


def test_the_one_that_is_named_most_is_told() -> None:
    named = naming("เทศบาลตำบลหนึ่ง", FULL, FULL)
    assert another_agency(named, "ทต.สอง") == FULL


def test_what_is_not_clear_or_not_there_says_nothing() -> None:
    assert another_agency(naming(FULL, certainty=Certainty.ASK), "อบต.อื่น") == ""
    assert another_agency(naming(), "อบต.อื่น") == ""
