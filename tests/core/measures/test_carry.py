from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.editions.crosswalk import matches
from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.measures.carry import Frameworks, carried
from prongsai.core.measures.complete import is_known
from prongsai.core.measures.model import Month
from prongsai.core.measures.months import first_of, full_month, moved_in, short_month
from prongsai.core.results import key_of
from prongsai.core.thai.calendar import short_date
from prongsai.core.thai.numerals import to_thai_digits
from tests.factories.measures import measure
from tests.factories.subjects import editions

UNKNOWN = Frameworks(answered=None, cured=None)
years = st.sampled_from(sorted(editions()))


def of(year: int) -> Frameworks:
    """Return the frameworks of the plan of a year."""
    return Frameworks(answered=editions().get(year - 1), cured=editions().get(year))


def test_months_move_and_the_meeting_that_the_follow_up_names_with_them() -> None:
    old = measure(period=(Month(2568, 10), Month(2568, 12)), follow_up="ประชุมเดือนมกราคม 2569")
    new = carried(old, UNKNOWN, UNKNOWN, 1).measure
    assert new.period == (Month(2569, 10), Month(2569, 12))
    assert new.follow_up == "ประชุมเดือนมกราคม 2570"
    assert (new.title, new.steps, new.lead, new.evidence) == (
        old.title, old.steps, old.lead, old.evidence,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "later"),
    [
        ("รายงานเดือนม.ค. 2569", "รายงานเดือนม.ค. 2570"),
        ("ประชุม มกราคม ๒๕๖๙ และ ม.ค.69", "ประชุม มกราคม ๒๕๗๐ และ ม.ค.70"),
        ("มกราคม พ.ศ. 2569 (มค ๖๙)", "มกราคม พ.ศ. 2570 (มค ๗๐)"),
        ("in January 2026 or Jan. 2026", "in January 2027 or Jan. 2027"),
        ("ค.ศ.: มกราคม ค.ศ. 2026", "ค.ศ.: มกราคม ค.ศ. 2027"),
        # Another month, another year, a day, a longer number: what nobody can be sure of stays.
        ("ก.พ. 2569 มกราคม 2568 January 26", "ก.พ. 2569 มกราคม 2568 January 26"),
        ("ม.ค. 25690", "ม.ค. 25690"),
    ],
)  # fmt: skip
def test_the_month_of_the_follow_up_moves_however_it_is_written(told: str, later: str) -> None:
    old = measure(period=(Month(2568, 10), Month(2568, 12)), follow_up=told)
    assert carried(old, UNKNOWN, UNKNOWN, 1).measure.follow_up == later


SPELLINGS = (
    lambda month: full_month(month, "th"),
    lambda month: to_thai_digits(full_month(month, "th")),
    lambda month: full_month(month, "en"),
    lambda month: f"{first_of(month):%B %Y}",
    lambda month: f"{first_of(month):%b %Y}",
    short_month,
    lambda month: short_date(first_of(month), thai_digits=True).split(" ", 1)[1],
)


@given(
    text=st.lists(st.sampled_from(["รายงาน", "เดือน", " ", "(", ", "]), max_size=4).map("".join),
    spelled=st.sampled_from(SPELLINGS),
    month=st.builds(Month, st.integers(2560, 2580), st.integers(1, 12)),
    other=st.builds(Month, st.integers(2560, 2580), st.integers(1, 12)),
    years=st.integers(1, 9),
)
def test_every_spelling_of_a_month_moves_and_no_other_month_does(
    text: str, spelled: Callable[[Month], str], month: Month, other: Month, years: int
) -> None:
    later = Month(month.year + years, month.month)
    told = f"{text}{spelled(month)}, "
    assert moved_in(told, month, years) == f"{text}{spelled(later)}, "
    assert (moved_in(told, other, years) == told) == (other != month)


def test_without_months_nothing_is_moved() -> None:
    new = carried(measure(period=None), UNKNOWN, UNKNOWN, 1).measure
    assert (new.period, new.follow_up) == (None, measure().follow_up)


def test_in_frameworks_that_nobody_knows_every_code_is_lost() -> None:
    for before, after in ((of(2568), UNKNOWN), (UNKNOWN, of(2568))):
        found = carried(measure(answers=("i1",), cures=("o1",)), before, after, 1)
        assert (found.measure.answers, found.lost_answers) == ((), ("i1",))
        assert (found.measure.cures, found.lost_cures) == ((), ("o1",))


def test_what_stands_above_items_keeps_its_key_and_groups_of_items_are_left() -> None:
    names = ("total", "EIT/public", "IIT/public", "9", "9.1", "x7")
    found = carried(measure(answers=names, cures=()), of(2568), of(2569), 1)
    assert found.measure.answers == ("total", "EIT/public", "9")
    assert found.lost_answers == ("IIT/public", "9.1", "x7")


def codes(edition: Edition) -> st.SearchStrategy[tuple[str, ...]]:
    parts = [f"{each.key}/{part.key}" for each in edition.instruments for part in each.parts]
    return st.lists(st.sampled_from([TOTAL, *edition.ancestors, *parts, "x1"]), max_size=9).map(
        tuple
    )


@given(data=st.data(), old=years, new=years)
def test_no_code_ever_means_another_thing_and_none_goes_silently(
    data: st.DataObject, old: int, new: int
) -> None:
    before, after = editions()[old], editions()[new]
    names = data.draw(codes(before))
    was, now = (Frameworks(answered=each, cured=each) for each in (before, after))
    found = carried(measure(answers=names, cures=names), was, now, new - old)
    answers = found.measure.answers
    assert (answers, found.lost_answers) == (found.measure.cures, found.lost_cures)
    assert all(is_known(key_of(name), after) for name in answers)
    assert len(set(answers)) == len(answers)
    assert set(found.lost_answers) <= set(names)
    for name in names:
        code, part = key_of(name)
        asked = matches(code, before, after) if code in before.items else (code,)
        led = {each for each in answers if key_of(each)[0] in asked and key_of(each)[1] == part}
        assert bool(led) != (name in found.lost_answers)
