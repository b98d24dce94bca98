"""A name is taken for another duty's only where it clearly is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from prongsai.core.editions.duty_names import DutyNames
from prongsai.core.editions.model import Edition
from prongsai.formats.edition_years import editions_by_year
from tests.factories.facts import fact_rows

YEARS = ("2564", "2566", "2567", "2568", "2569")


@pytest.fixture(scope="module")
def editions() -> Mapping[int, Edition]:
    return editions_by_year()


@pytest.fixture(scope="module")
def names(editions: Mapping[int, Edition]) -> DutyNames:
    return DutyNames(editions.values(), "OIT")


def test_the_name_of_another_item_is_told(
    editions: Mapping[int, Edition], names: DutyNames
) -> None:
    yearly = editions[2566].items["o22"]

    other = names.other_duty("สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน", yearly)

    assert other is not None
    assert (other.duty, other.likeness > 0.7, other.lead > 0.2) == (
        "procurement-monthly",
        True,
        True,
    )
    assert names.likeness("รายงานผลการจัดซื้อจัดจ้างประจำปี", yearly) > 0.6


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("o22", "รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี"),
        ("o1", "โครงสร้าง"),
        ("o12", "รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ 6 เดือน"),
        ("o8", "Q&A"),
        ("o14", "ตรวจสอบวัสดุและครุภัณฑ์"),
        ("o14", ""),
    ],
)
def test_a_right_name_and_one_that_says_nothing_are_not(
    code: str, name: str, editions: Mapping[int, Edition], names: DutyNames
) -> None:
    assert names.other_duty(name, editions[2566].items[code]) is None


def test_an_instrument_without_topics_tells_nothing(editions: Mapping[int, Edition]) -> None:
    names = DutyNames(editions.values(), "XIT")
    item = editions[2566].items["i1"]
    assert (names.other_duty("การปฏิบัติงาน", item), names.likeness("การปฏิบัติงาน", item)) == (None, 0)


@pytest.mark.no_cover  # it goes the same ways again and again
def test_no_official_name_is_taken_for_another_duty(
    editions: Mapping[int, Edition], names: DutyNames
) -> None:
    """Measured on the names of every year, also against the other years that ask for the same."""
    wrong, seen, told = [], 0, 0
    for year in YEARS:
        own = editions[int(year)].items
        for row in fact_rows(f"oit_items_{year}.csv"):
            code, name = row["code"].casefold(), row["name_th"]
            for edition in editions.values():
                if code in own and code in edition.items:
                    item = edition.items[code]
                    found = names.other_duty(name, item)
                    if set(item.duties) & set(own[code].duties):
                        wrong += [(year, edition.key, code)] if found else []
                    else:
                        seen, told = seen + 1, told + (found is not None)
    assert wrong == []
    assert told >= seen * 0.85
