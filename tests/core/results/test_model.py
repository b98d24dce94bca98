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


def test_other_scores_stand_in_their_rows_and_new_ones_behind_them() -> None:
    sheet = ResultSheet(
        (
            Result(code="o1", score=Decimal(0), weak=True, note="แก้แล้ว", place="B2"),
            Result(code="o2", score=Decimal(50), place="B3"),
        )
    )

    changed = sheet.with_scores({("o1", None): Decimal(100), ("e3", "public"): Decimal(90)})

    assert changed.results == (
        Result(code="o1", score=Decimal(100), weak=True, note="แก้แล้ว"),
        sheet.results[1],
        Result(code="e3", part="public", score=Decimal(90)),
    )


def test_a_row_whose_score_is_taken_away_stays_only_for_what_else_it_says() -> None:
    sheet = ResultSheet(
        (Result(code="o1", score=Decimal(0)), Result(code="o2", score=Decimal(0), weak=True))
    )

    changed = sheet.with_scores({("o1", None): None, ("o2", None): None, ("o3", None): None})

    assert changed.results == (Result(code="o2", weak=True),)
