from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.editions.crosswalk import matches
from prongsai.core.errors import Refusal
from prongsai.formats.editions import load_edition
from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.audit.selectors import events_of
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Charge, Cycle, EditionVersion
from prongsai.stages.cycles.selectors import charges_of, dates_of, in_charge_of, results_of, years
from prongsai.stages.cycles.services import open_year
from prongsai.stages.cycles.services.set_up import put_in_charge, remove_date, set_date, state_of
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results


def test_a_year_is_opened_with_the_framework_that_serves_it_and_its_dates(anong: Somebody) -> None:
    cycle = open_year(fiscal_year=2568, by=anong.actor)
    assert cycle.edition.key == "nacc-2568"
    assert [(row.title, row.said, row.starts_on, row.ends_on) for row in dates_of(cycle)] == [
        ("ประชุมชี้แจงสถานีตำรวจ (ออนไลน์)", "26 พ.ย. 2567", date(2024, 11, 26), date(2024, 11, 26)),
        ("ประกาศผล", "15 ส.ค. 2568", date(2025, 8, 15), date(2025, 8, 15)),
    ]


def test_words_that_are_more_than_a_day_are_kept_and_taken_for_none(anong: Somebody) -> None:
    cycle = open_year(fiscal_year=2569, by=anong.actor)
    days = {row.said: row.starts_on for row in dates_of(cycle)}
    assert days == {"ประมาณ เม.ย. 2569": None, "หนังสือลงวันที่ 1 ก.ค. 2569": None}


def test_a_year_is_opened_once(anong: Somebody) -> None:
    a_year(anong, 2568)
    with pytest.raises(Refusal, match="The year 2568 is open already"):
        a_year(anong, 2568)
    assert Cycle.objects.count() == 1


def test_a_year_that_no_framework_serves_is_refused_and_leaves_nothing(anong: Somebody) -> None:
    with pytest.raises(Refusal, match="no edition serves the fiscal year 2599") as told:
        a_year(anong, 2599)
    assert told.value.written({}) == (
        "no edition serves the fiscal year 2599."
        " Choose a year that is offered; a later version of Prongsai may bring it."
    )
    assert (Cycle.objects.count(), EditionVersion.objects.count()) == (0, 0)


def test_years_with_the_same_framework_keep_it_once(anong: Somebody) -> None:
    a_year(anong, 2564)
    a_year(anong, 2565)
    assert EditionVersion.objects.count() == 1
    assert [cycle.fiscal_year for cycle in years()] == [2565, 2564]


def test_a_date_is_changed_by_who_saw_it_and_the_second_is_told(anong: Somebody) -> None:
    cycle = a_year(anong, 2568)
    row = dates_of(cycle)[1]
    seen = state_of(row)
    later = (date(2025, 9, 1), None)
    set_date(cycle=cycle, title=row.title, days=later, seen=seen, by=anong.actor)
    with pytest.raises(Refusal, match="Somebody else changed “ประกาศผล” meanwhile"):
        set_date(cycle=cycle, title=row.title, days=(None, None), seen=seen, by=anong.actor)
    row.refresh_from_db()
    assert (row.starts_on, row.ends_on) == (date(2025, 9, 1), date(2025, 9, 1))


def test_a_date_of_ones_own_is_added_and_taken_out(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    days = (date(2024, 1, 8), date(2024, 1, 12))
    row = set_date(cycle=cycle, title=" ประชุมคณะทำงาน ", days=days, by=anong.actor)
    assert [each.title for each in dates_of(cycle) if each.starts_on == days[0]] == [
        "ประชุมคณะทำงาน"
    ]
    remove_date(row=row, by=anong.actor)
    assert row.title not in [each.title for each in dates_of(cycle)]
    removed, added = events_of(anong.agency.pk)[:2]
    assert (removed.kind, added.kind) == ("year.date_removed", "year.date_set")


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ((None, date(2024, 1, 8)), "The first day is missing"),
        ((date(2024, 1, 8), date(2024, 1, 7)), "The last day comes before the first"),
    ],
)
def test_days_that_are_no_span_are_refused(
    anong: Somebody, days: tuple[date | None, date | None], why: str
) -> None:
    cycle = a_year(anong, 2567)
    with pytest.raises(Refusal, match=why):
        set_date(cycle=cycle, title="ประชุม", days=days, by=anong.actor)


def test_who_is_in_charge_of_an_indicator_is_so_of_its_items(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_year(anong, 2566)
    put_in_charge(cycle=cycle, what="oit", who=anong.membership, by=anong.actor)
    put_in_charge(cycle=cycle, what="9.2", who=boonmee.membership, by=anong.actor)
    charges, edition = charges_of(cycle), edition_of(cycle.edition)
    found = {code: in_charge_of(code, charges, edition) for code in ("o13", "9", "o35", "i1")}
    assert found == {
        "o13": boonmee.membership,
        "9": anong.membership,
        "o35": anong.membership,
        "i1": None,
    }


def test_who_changes_who_is_in_charge_second_is_told(anong: Somebody, boonmee: Somebody) -> None:
    cycle, unit = a_year(anong, 2567), Unit.objects.get(name="กองคลัง")
    put_in_charge(cycle=cycle, what=unit, who=boonmee.membership, by=anong.actor)
    with pytest.raises(Refusal, match="in charge of กองคลัง meanwhile"):
        put_in_charge(cycle=cycle, what=unit, who=anong.membership, by=anong.actor)
    seen = boonmee.membership
    put_in_charge(cycle=cycle, what=unit, who=seen, seen=seen, by=anong.actor)
    assert [row.membership for row in charges_of(cycle)] == [boonmee.membership]
    put_in_charge(cycle=cycle, what=unit, who=None, seen=seen, by=anong.actor)
    assert Charge.objects.count() == 0
    assert [event.kind for event in events_of(anong.agency.pk)].count("year.charge_set") == 2


def test_nobody_is_in_charge_of_what_the_framework_has_not(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    with pytest.raises(Refusal, match="There is no o99"):
        put_in_charge(cycle=cycle, what="o99", who=anong.membership, by=anong.actor)


def test_who_looks_on_opens_no_year_and_changes_none(anong: Somebody, boonmee: Somebody) -> None:
    cycle = a_year(anong, 2567)
    by = boonmee.actor
    row = set_date(cycle=cycle, title="ประชุม", days=(None, None), by=anong.actor)
    for write in (
        lambda: open_year(fiscal_year=2568, by=by),
        lambda: set_date(cycle=cycle, title="ก", days=(None, None), by=by),
        lambda: remove_date(row=row, by=by),
        lambda: put_in_charge(cycle=cycle, what="9", who=boonmee.membership, by=by),
    ):
        with pytest.raises(NotAllowed):
            write()


def test_a_new_year_takes_over_who_is_in_charge_of_the_same_things(
    anong: Somebody, boonmee: Somebody
) -> None:
    old, unit = a_year(anong, 2567), Unit.objects.get(name="กองคลัง")
    item = next(iter(load_edition("nacc-2567").items.values()))
    for what in ("9", "9.1", item.code, unit):
        put_in_charge(cycle=old, what=what, who=boonmee.membership, by=anong.actor)
    results(anong, old, FULL)
    new = open_year(fiscal_year=2568, like=old, by=anong.actor)
    same = matches(item.code, load_edition("nacc-2567"), load_edition("nacc-2568"))
    found = sorted(row.code or str(row.unit) for row in charges_of(new))
    assert found == sorted(["9", "กองคลัง", *same])
    assert results_of(new) is None


def test_who_has_left_and_units_that_are_closed_are_not_taken_over(
    anong: Somebody, boonmee: Somebody
) -> None:
    old, unit = a_year(anong, 2567), Unit.objects.get(name="กองคลัง")
    put_in_charge(cycle=old, what=unit, who=anong.membership, by=anong.actor)
    put_in_charge(cycle=old, what="9", who=boonmee.membership, by=anong.actor)
    Unit.objects.filter(pk=unit.pk).update(is_closed=True)
    Membership.objects.filter(pk=boonmee.membership.pk).update(
        starts_on=date(2020, 1, 1), ends_on=date(2020, 1, 2)
    )
    new = open_year(fiscal_year=2568, like=old, by=anong.actor)
    assert list(charges_of(new)) == []


def test_a_new_year_takes_over_dates_that_its_framework_does_not_name_moved(
    anong: Somebody,
) -> None:
    old = a_year(anong, 2567)
    for title, days in (
        ("ประชุมคณะทำงาน", (date(2024, 2, 29), date(2024, 3, 1))),
        ("ยังไม่กำหนดวัน", (None, None)),
    ):
        set_date(cycle=old, title=title, days=days, by=anong.actor)
    set_date(cycle=old, title="ถ้อยคำ", days=(None, None), said="ประมาณ พ.ค.", by=anong.actor)
    new = open_year(fiscal_year=2568, like=old, by=anong.actor)
    assert [(row.title, row.starts_on, row.ends_on, row.said) for row in dates_of(new)] == [
        ("ประชุมชี้แจงสถานีตำรวจ (ออนไลน์)", date(2024, 11, 26), date(2024, 11, 26), "26 พ.ย. 2567"),
        ("ช่วงเวลาการประเมิน", date(2025, 1, 1), date(2025, 6, 30), ""),
        ("ประชุมคณะทำงาน", date(2025, 2, 28), date(2025, 3, 1), ""),
        ("ประกาศผล", date(2025, 8, 15), date(2025, 8, 15), "15 ส.ค. 2568"),
        ("ยังไม่กำหนดวัน", None, None, ""),
    ]


def test_dates_of_a_year_long_ago_are_moved_by_as_many_years(anong: Somebody) -> None:
    old = a_year(anong, 2566)
    set_date(cycle=old, title="ประชุม", days=(date(2023, 5, 8), None), by=anong.actor)
    new = open_year(fiscal_year=2568, like=old, by=anong.actor)
    assert date(2025, 5, 8) in {row.starts_on for row in dates_of(new) if row.title == "ประชุม"}
