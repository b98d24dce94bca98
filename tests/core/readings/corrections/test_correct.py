"""What a person says of a reading is applied, and what no longer fits is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.errors import Refusals
from prongsai.core.measures.model import Month
from prongsai.core.readings.corrections import Correction, corrected, slots_of
from prongsai.core.readings.model import Certainty, Place, Reading, Said
from tests.factories.readings import full_reading, read, read_measure, row_place, unsure


def applied(*corrections: tuple[str, str, str], reading: Reading | None = None) -> Reading:
    """Correct a reading with (at, was, be), all of which must be applied."""
    right, told = corrected(
        full_reading() if reading is None else reading,
        [Correction(at=at, was=was, be=be) for at, was, be in corrections],
    )
    assert told == ()
    return right


def told_of(*corrections: tuple[str, str, str]) -> list[str]:
    """Return what is told of corrections that change nothing."""
    reading = full_reading()
    right, told = corrected(
        reading, [Correction(at=at, was=was, be=be) for at, was, be in corrections]
    )
    assert right == reading
    return [str(each) for each in told]


def values(said: tuple[Said[Any], ...]) -> list[Any]:
    return [each.value for each in said]


def test_a_corrected_value_is_sure_and_keeps_its_words_and_its_place() -> None:
    period = applied(("measures/1/period", "ม.ค.-มี.ค. ๗๑", "ต.ค. 70 - มี.ค. 71")).measures[0].period

    assert period is not None
    assert (period.value, period.words, period.certainty, str(period.why)) == (
        (Month(2570, 10), Month(2571, 3)),
        "ม.ค.-มี.ค. ๗๑",
        Certainty.SURE,
        "Corrected by a person.",
    )


def test_a_value_that_a_person_leaves_as_it_is_is_confirmed() -> None:
    support = applied(("measures/1/support/1", "ทุกกอง", "ทุกกอง")).measures[0].support

    assert [(s.value, s.certainty, str(s.why)) for s in support] == [
        ("ทุกกอง", Certainty.SURE, "Confirmed by a person.")
    ]


def test_nothing_else_changes() -> None:
    before, after = full_reading(), applied(("scores/i7/2", "๖๖.๖๓", "65.63"))

    assert after.scores[1].value.score == Decimal("65.63")
    assert replace(after, scores=before.scores) == before


def test_what_is_not_there_is_taken_out_and_every_name_means_what_was_read() -> None:
    right = applied(
        ("measures/1/steps/1", "๑. ก", ""),
        ("measures/1/steps/2", "๒. ข", "ขข"),
        ("measures/1/period", "ม.ค.-มี.ค. ๗๑", ""),
        ("kind", "บันทึกข้อความ", ""),
    )
    assert (values(right.measures[0].steps), right.measures[0].period, right.kind) == (
        ["ขข", "ค"],
        None,
        "",
    )


def test_what_was_not_read_is_put_in_at_the_place_of_its_measure() -> None:
    right = applied(
        ("measures/table-1-row-2/period", "", "ม.ค. 71"), ("kind", "บันทึกข้อความ", "plan")
    )
    period = right.measures[1].period

    assert right.kind == "plan"
    assert period is not None
    assert (period.value, period.words, period.place) == (
        (Month(2571, 1), Month(2571, 1)),
        "ม.ค. 71",
        row_place(2),
    )
    blank = applied(("dated", "", "1 ธ.ค. 2570"), ("kind", "", "memo"), reading=Reading())
    assert blank.dated is not None
    assert (blank.dated.place, blank.kind) == (Place(), "memo")


def test_lists_take_one_more_entry() -> None:
    right = applied(
        ("measures/1/steps/+", "", "ง"), ("weak/+", "", "o9"), ("scores/+", "", "e1 90.10")
    )
    assert values(right.measures[0].steps) == ["ก", "ข", "ค", "ง"]
    assert values(right.weak) == ["i7", "o9"]
    assert right.scores[-1].value.code == "e1"


def test_the_last_of_two_corrections_holds() -> None:
    right = applied(("subject", "ขออนุมัติ", "ก"), ("subject", "ขออนุมัติ", "ข"))

    assert right.subject is not None
    assert right.subject.value == "ข"


def test_a_row_that_is_no_measure_is_taken_out() -> None:
    right = applied(("measures/table-1-row-2", "2. มาตรการ 2", ""))

    assert [each.number is not None for each in right.measures] == [True]


def test_a_measure_is_found_by_a_name_that_it_did_not_need_today() -> None:
    right = applied(
        ("measures/table-1-row-1/lead/1", "กองคลัง", "กองช่าง"),
        ("measures/position-1/lead/+", "", "กองคลัง"),
    )
    assert values(right.measures[0].lead) == ["กองช่าง", "กองคลัง"]


def test_what_no_longer_fits_is_told_and_not_applied() -> None:
    assert told_of(
        ("subject", "ขออนุญาต", "ขอ"),
        ("agencies/9", "อบต.ตัวอย่าง", "อบต.อื่น"),
        ("measures/7/title", "ก", "ข"),
        ("measures/7/steps/+", "", "ข"),
        ("weak/+", "", "i7"),
    ) == [
        "subject: “ขออนุญาต” is not there but “ขออนุมัติ”; the correction was not applied.",
        "agencies/9: there is no such value now; the correction was not applied.",
        "measures/7/title: there is no such value now; the correction was not applied.",
        "measures/7/steps/+: there is no such value now; the correction was not applied.",
        "weak/+: “i7” is there already.",
    ]


def test_what_no_reading_could_take_is_refused_all_at_once() -> None:
    wrong = [
        Correction(at="measures/1/leed/1", be="ก"),
        Correction(at="measures", be="ก"),
        Correction(at="measures/1/period", was="ม.ค.-มี.ค. ๗๑", be="เร็ว ๆ นี้"),
        Correction(at="dated/+", be="1 ธ.ค. 2570"),
        Correction(at="weak/+", be=" "),
        Correction(at="measures/1", was="1. มาตรการ 1", be="ก"),
    ]
    with pytest.raises(Refusals) as refused:
        corrected(full_reading(), wrong)
    assert [(*part.where, str(part.what)) for part in refused.value.parts] == [
        ("measures/1/leed/1", "There is no field “leed”."),
        ("measures", "There is no field “measures”."),
        ("measures/1/period", "เร็ว ๆ นี้ is no period."),
        ("dated/+", "dated takes no more entries."),
        ("weak/+", "The new entry says nothing."),
        ("measures/1", "A measure is corrected field by field."),
    ]
    assert str(refused.value.parts[0].fix) == (
        "The fields are: number, title, indicator, period, follow_up, state, answers, steps, lead,"
        " support, cures, actions, output, outcome, proofs."
    )


def test_words_that_only_lie_otherwise_are_the_same_words() -> None:
    reading = Reading(subject=unsure("ก ข", "ก\n ข"))

    assert applied(("subject", "ก ข ", "กข"), reading=reading).subject is not None


NAMES = [s.at for s in slots_of(full_reading()) if s.field != "measure" and not s.at.endswith("+")]


@given(st.sets(st.sampled_from(NAMES)))
def test_without_what_is_taken_out_the_rest_is_as_it_was_read(names: set[str]) -> None:
    before = {slot.at: slot for slot in slots_of(full_reading())}
    right = applied(*((name, before[name].words, "") for name in names))
    left = [slot.said for slot in slots_of(right) if slot.said and slot.field != "measure"]

    assert left == [
        slot.said
        for at, slot in before.items()
        if slot.said and slot.field != "measure" and at not in names
    ]


def test_a_large_document_is_corrected_in_one_go() -> None:
    rows = tuple(read_measure(n, lead=(read("ก", "ก"),)) for n in range(1, 2001))
    fixes = [(f"measures/table-1-row-{n}/lead/1", "ก", "ข") for n in range(1, 2001)]
    right = applied(*fixes, reading=Reading(measures=rows))

    assert {each.lead[0].value for each in right.measures} == {"ข"}
