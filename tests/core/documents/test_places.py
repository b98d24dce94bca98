"""What stands in the places of a layout's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prongsai.core.documents.places import PLACES, named_in, places
from prongsai.core.measures.model import Agency
from prongsai.core.results import ResultSheet
from tests.factories.filed import DATED, PLAN, case


def test_every_place_comes_from_the_plan_the_scores_and_the_day() -> None:
    assert places(case(), DATED) == {
        "agency": "อบต.นาทอง",
        "district": "เชียงยืน",
        "province": "มหาสารคาม",
        "place": "อำเภอเชียงยืน จังหวัดมหาสารคาม",
        "result_year": "2566",
        "plan_year": "2567",
        "count": "3",
        "total": "87.76",
        "level": "ผ่าน",
        "dated": "31 มีนาคม 2567",
        "month": "มีนาคม 2567",
    }


def test_what_nobody_gave_is_not_made_up() -> None:
    bare = replace(PLAN, agency=Agency(name=""), results=ResultSheet(()), measures=())

    made = places(case(bare), DATED)

    assert made == {
        **made,
        "agency": "(ชื่อหน่วยงาน)",
        "district": "",
        "province": "",
        "place": "",
        "count": "0",
        "total": "ไม่มีข้อมูล",
        "level": "ไม่มีข้อมูล",
    }


def test_a_level_that_is_not_certain_is_never_said_to_be_reached() -> None:
    alone = replace(PLAN, results=ResultSheet.of({"total": "86.78"}))

    assert places(case(alone), DATED)["level"] == "ไม่เกินผ่านดี"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ปี %(plan_year)s ของ%(agency)s", ["plan_year", "agency"]),
        ("ร้อยละ 85 หรือ 85%%", []),
        ("85% ของทั้งหมด", ["%"]),
        ("%(agency) และ %s", ["%", "%"]),
        ("%%%(name)s", ["name"]),
        ("%(agency)d", ["%"]),
        ("", []),
    ],
)
def test_the_places_of_a_text_and_lone_percent_signs_are_found(text: str, names: list[str]) -> None:
    assert named_in(text) == names


def test_the_places_are_those_that_are_filled() -> None:
    assert tuple(places(case(), DATED)) == PLACES
