"""One code, one score of one year."""

from __future__ import annotations

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.checks.two_values_for_score import two_values_for_score
from prongsai.core.readings.model import Certainty, Place
from prongsai.core.sentences import say
from tests.factories.subjects import said, scores, subject, told

TABLE = Place(table=1, row=6)
ADVICE = Place(table=2, row=8)


def test_a_second_value_must_be_mended() -> None:
    of = subject(2566, scores=(*scores("6 84.87, 7 91.23", TABLE), *scores("6 93.17", ADVICE)))

    assert list(two_values_for_score(of)) == [
        Problem(
            rule="two_values_for_score",
            place=ADVICE,
            what=say(
                "%(code)s has the score %(other)s here and %(first)s in another place.",
                code="6",
                other=of.reading.scores[2].value.score,
                first=of.reading.scores[0].value.score,
            ),
            expected=say(
                "Write the announced score in both places; a score of another year needs its year."
            ),
            severity=Severity.MUST,
        )
    ]


def test_each_further_value_is_told_once() -> None:
    of = subject(2566, scores=scores("10 71.25, 10 100, 10 100, 10 50"))
    assert [str(each.what) for each in two_values_for_score(of)] == [
        "10 has the score 100 here and 71.25 in another place.",
        "10 has the score 50 here and 71.25 in another place.",
    ]


def test_what_is_read_out_of_running_text_or_guessed_is_worth_a_look() -> None:
    in_text = scores("total 79.86", Place(line=3))
    guessed = tuple(
        said(each.value, certainty=Certainty.LIKELY) for each in scores("i7 65.63, i7 67")
    )
    of = subject(2565, scores=(*scores("total 82.84"), *in_text, *guessed))
    assert [each.severity for each in two_values_for_score(of)] == [Severity.LOOK, Severity.LOOK]


def test_the_field_of_a_plan_is_as_sure_as_a_table() -> None:
    of = subject(2566, scores=scores("9 97.50, 9 100", Place(path=("results",))))
    assert [each.severity for each in two_values_for_score(of)] == [Severity.MUST]


def test_the_same_value_and_a_rounded_one_are_no_second_value() -> None:
    assert told(two_values_for_score, subject(2566, scores=scores("9 97.50, 9 97.5, 9 98"))) == []


def test_a_score_of_another_year_is_no_second_value() -> None:
    both = (*scores("total 82.84"), *scores("total 75.40", year=2564))
    assert told(two_values_for_score, subject(2565, scores=both)) == []


def test_the_parts_of_an_instrument_have_values_of_their_own() -> None:
    of = subject(2566, scores=scores("e3/public 80, e3/survey 70, e3 75"))
    assert told(two_values_for_score, of) == []


def test_what_a_person_must_still_say_is_left_alone() -> None:
    asked = tuple(said(s.value, certainty=Certainty.ASK) for s in scores("i7 65.63, i7 83.43"))
    assert told(two_values_for_score, subject(2566, scores=asked)) == []
