from decimal import Decimal

from prongsai.core.results import Result, ResultSheet


def test_a_sheet_is_made_from_codes_with_their_parts() -> None:
    sheet = ResultSheet.of({"i7": "65.63", "EIT/public": 90})

    assert sheet == ResultSheet(
        (
            Result(code="i7", score=Decimal("65.63")),
            Result(code="EIT", part="public", score=Decimal(90)),
        )
    )


def test_what_was_not_measured_has_no_score() -> None:
    sheet = ResultSheet((Result(code="o1", score=Decimal(0)), Result(code="o2", weak=True)))

    assert sheet.scores == {("o1", None): Decimal(0)}
