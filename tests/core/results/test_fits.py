from decimal import Decimal

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.results import Result, ResultSheet, check_fits
from prongsai.core.results.fits import Fits
from prongsai.formats.editions import load_edition

EDITION = load_edition("nacc-2567")


def test_what_a_reader_would_take_fits() -> None:
    nothing = Result(code="i1", score=None)
    check_fits(
        ResultSheet((*ResultSheet.of({"1": "84.37", "o1": "100"}).results, nothing)), EDITION
    )


@pytest.mark.parametrize(
    ("code", "score", "why"),
    [
        ("o99", "1", "There is no o99"),
        ("1", "100.01", "1: 100.01 is not from 0 to 100"),
        ("1", "1.0000001", "has more than 6 decimals"),
    ],
)
def test_what_a_reader_would_refuse_does_not_fit(code: str, score: str, why: str) -> None:
    sheet = ResultSheet((Result(code=code, score=Decimal(score)),))
    with pytest.raises(Refusal, match=why):
        check_fits(sheet, EDITION)


def test_many_sheets_are_each_held_to_the_edition() -> None:
    fits = Fits(EDITION)
    fits.check(ResultSheet.of({"1": "84.37"}))
    fits.check(ResultSheet.of({"1": "84.37"}))
    with pytest.raises(Refusal, match=r"1: 100\.01 is not from 0 to 100"):
        fits.check(ResultSheet.of({"1": "100.01"}))
    with pytest.raises(Refusal, match="There is no o99"):
        fits.check(ResultSheet.of({"1": "84.37", "o99": "1"}))
