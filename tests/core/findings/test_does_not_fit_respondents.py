"""A survey score that the respondents of its neighbours cannot give is worth a look."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from random import Random

import pytest

from prongsai.core.findings.does_not_fit_respondents import does_not_fit_respondents
from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.results import ResultSheet
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say
from tests.factories.answers import answered, misprinted
from tests.factories.scoring import edition, instrument
from tests.factories.sheets import NA_KHOK, card_of, edition_of, na_khok, na_thong

SURVEYS = [("nacc-2564", "IIT"), ("nacc-2564", "EIT"), ("nacc-2567", "IIT"), ("nacc-2567", "EIT")]


def flagged(key: str, scores: Mapping[str, str]) -> list[str]:
    card = score(edition_of(key), ResultSheet.of(scores))
    return [each.name for each in does_not_fit_respondents(Evidence(card))]


def thirty_seven(*lost: str) -> dict[str, str]:
    """Return the public items of Na Khok without some; all but e6 fit 37 respondents."""
    rows = (row.split() for row in NA_KHOK.split(","))
    return {code: value for code, value, *_ in rows if code.startswith("e") and code not in lost}


def test_one_public_item_of_na_khok_does_not_fit_its_37_respondents() -> None:
    assert list(does_not_fit_respondents(Evidence(na_khok()))) == [
        Finding(
            rule="does_not_fit_respondents",
            code="e6",
            severity=Severity.LOOK,
            score=Decimal("79.86"),
            reason=say(
                "%(score)s cannot come from %(number)s respondents,"
                " whom the other items of the survey share",
                score=Decimal("79.86"),
                number=37,
            ),
        )
    ]


def test_of_the_staff_items_of_na_khok_one_changed_by_a_hundredth_does_not_fit_30() -> None:
    card = card_of("nacc-2564", NA_KHOK.replace("i7 65.63", "i7 65.64"))

    found = list(does_not_fit_respondents(Evidence(card)))

    assert [(each.name, str(each.reason)[:36]) for each in found] == [
        ("i7", "65.64 cannot come from 30 respondents"[:36]),
        ("e6", "79.86 cannot come from 37 respondents"[:36]),
    ]


def test_parts_are_surveys_of_their_own() -> None:
    scores = answered(edition_of("nacc-2567"), "EIT", 23, Random(1))  # noqa: S311 -- a simulation, no secret
    wrong = {**scores, "e2": str(Decimal(scores["e2"]) + Decimal("0.3"))}

    both = {f"{code}/public": value for code, value in scores.items()}
    both |= {f"{code}/survey": value for code, value in wrong.items()}

    assert flagged("nacc-2567", both) == ["e2/survey"]


@pytest.mark.parametrize("lost", [("e7", "e10", "e11"), ("e7", "e10", "e11", "e12")])
def test_few_items_tell_nothing(lost: tuple[str, ...]) -> None:
    assert flagged("nacc-2564", thirty_seven(*lost)) == []


def test_items_that_do_not_agree_tell_nothing() -> None:
    assert (
        flagged("nacc-2564", {f"e{n}": f"{50 + n}.{11 * n % 100:02}" for n in range(1, 16)}) == []
    )


def test_items_that_all_answered_alike_tell_nothing() -> None:
    scores = dict.fromkeys((f"e{n}" for n in range(1, 13)), "100")

    assert flagged("nacc-2564", {**scores, "e13": "99.10", "e14": "98.65", "e15": "97.30"}) == []


def test_a_number_that_explains_everything_is_preferred() -> None:
    # All but e15 fit 30 respondents; 60 explain all of them, and e15 = 59 x 100 / 60 as well.
    scores = {f"e{n}": "96.67" for n in range(1, 15)}

    assert flagged("nacc-2564", {**scores, "e15": "98.33"}) == []


def test_items_of_which_the_questions_are_not_known_tell_nothing() -> None:
    assert list(does_not_fit_respondents(Evidence(na_thong()))) == []
    small = edition(instrument("IIT", "1", 6))
    card = score(small, ResultSheet.of({f"i{n}": f"{n}.01" for n in range(1, 7)}))
    assert list(does_not_fit_respondents(Evidence(card))) == []


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize(("key", "survey"), SURVEYS)
def test_of_three_hundred_respondents_nothing_is_flagged(key: str, survey: str) -> None:
    dice = Random(300)  # noqa: S311 -- a simulation, no secret
    sheets = [answered(edition_of(key), survey, 300, dice) for _ in range(40)]

    assert [flagged(key, scores) for scores in sheets] == [[]] * 40


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize(("key", "survey"), SURVEYS)
def test_true_sheets_are_hardly_ever_flagged(key: str, survey: str) -> None:
    # Measured: 0 of 6,000 sheets of 2–100 respondents, 3 of 3,000 of 101–400.
    dice = Random(1)  # noqa: S311 -- a simulation, no secret
    sheets = [answered(edition_of(key), survey, dice.randint(2, 100), dice) for _ in range(50)]

    assert [flagged(key, scores) for scores in sheets] == [[]] * 50


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize(("key", "survey"), SURVEYS)
def test_most_misprints_are_found_and_nothing_beside_them(key: str, survey: str) -> None:
    # Measured: 2,599 of 3,000 are found, and nothing beside them.
    dice = Random(2)  # noqa: S311 -- a simulation, no secret
    found, beside = 0, []
    for _ in range(50):
        scores = answered(edition_of(key), survey, dice.randint(10, 60), dice)
        wrong, code = misprinted(scores, dice)
        names = flagged(key, wrong)
        found += code in names
        beside += [name for name in names if name != code]

    assert found >= 30
    assert beside == []
