"""Measures that a person adds because the reader missed them."""

from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.readings.corrections import Correction, adds_measure, corrected
from prongsai.core.readings.model import Certainty, Place, Reading
from tests.factories.readings import full_reading

TITLE = Correction(at="measures/+1/title", be="อบรมเจ้าหน้าที่")


def added(*corrections: Correction) -> Reading:
    right, told = corrected(full_reading(), corrections)
    assert told == ()
    return right


def refused(*corrections: Correction) -> str:
    with pytest.raises(Refusal) as caught:
        corrected(full_reading(), corrections)
    return str(caught.value)


def test_a_measure_is_added_behind_those_that_were_read_with_each_field_that_is_given() -> None:
    *before, last = added(
        TITLE,
        Correction(at="measures/+1/steps/+", be="ประชุม"),
        Correction(at="measures/+1/steps/+", be="อบรม"),
        Correction(at="measures/+1/lead", be="กองคลัง"),
        Correction(at=" measures/+1/period ", be="ม.ค. 67 - มี.ค. 67"),
    ).measures

    assert tuple(before) == full_reading().measures
    assert (last.title is not None, last.period is not None) == (True, True)
    assert [said.value for said in (*last.steps, *last.lead)] == ["ประชุม", "อบรม", "กองคลัง"]
    assert last.period is not None
    assert last.period.value == (Month(2567, 1), Month(2567, 3))
    assert {(said.place, said.certainty) for said in last.steps} == {(Place(), Certainty.SURE)}
    assert last.asked == full_reading().measures[-1].asked | {"title", "steps", "lead", "period"}


def test_a_title_alone_is_enough_and_each_plus_without_a_name_is_a_measure() -> None:
    corrections = [Correction(at="measures/+", be=text) for text in ("ก", "ข")]

    right, told = corrected(Reading(), [*corrections, Correction(at="measures/+ค", be="ค")])

    assert told == ()
    assert [each.title.value for each in right.measures if each.title] == ["ก", "ข", "ค"]
    assert [each.asked for each in right.measures] == [frozenset({"title"})] * 3


def test_the_last_of_two_titles_holds() -> None:
    last = added(TITLE, Correction(at="measures/+1/title", be="ประชุม")).measures[-1]

    assert last.title is not None
    assert (last.title.value, str(last.title.why)) == ("ประชุม", "Added by a person.")


def test_a_measure_that_is_read_by_now_is_told_and_not_added_again() -> None:
    again = Correction(at="measures/+1/title", be="มาตรการ  1")

    right, told = corrected(full_reading(), [again, Correction(at="measures/+1/lead", be="กองช่าง")])

    assert right == full_reading()
    assert [str(each) for each in told] == ["The measure “มาตรการ 1” was read; it was not added."]


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (Correction(at="measures/+1/lead/+", be="กองคลัง"), "has no title"),
        (Correction(at="measures/+1/title", was="ก", be="ข"), "stood nowhere"),
        (Correction(at="measures/+1/title"), "says nothing"),
        (Correction(at="measures/+", be=""), "says nothing"),
        (Correction(at="measures/+/title", be="ก"), "no field of a measure that is added"),
        (Correction(at="measures/+1/colour", be="ก"), "no field of a measure that is added"),
        (Correction(at="measures/+1/steps/2", be="ก"), "no field of a measure that is added"),
        (Correction(at="measures/+1/period/+", be="ก"), "no field of a measure that is added"),
        (Correction(at="measures/+1/period", be="เร็ว ๆ นี้"), "is no period"),
    ],
)
def test_what_no_measure_could_take_is_refused_in_plain_words(
    correction: Correction, why: str
) -> None:
    told = refused(correction)

    assert why in told
    assert correction.at.removesuffix("/lead/+") in told


def test_only_a_plus_right_behind_measures_adds_one() -> None:
    names = ("measures/+", "measures/+1/title", "measures/1/steps/+", "weak/+")

    assert [adds_measure(at) for at in names] == [True, True, False, False]
