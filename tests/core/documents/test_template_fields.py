"""The fields of an agency's own template: plain texts and lists, in the agency's own writing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.documents.places import places
from prongsai.core.documents.template_fields import SHAPE, Value, template_fields
from prongsai.core.measures.model import Agency, Plan
from prongsai.core.results import ResultSheet
from prongsai.core.thai.style import Style
from tests.factories.filed import DATED, OWN, PLAN, case

SIGNED = Paper(
    unit="สำนักปลัด",
    number="มค 72801/12",
    subject="รายงานผล",
    to="นายก อบต.",
    meeting="ครั้งที่ 3/2567",
    signatures=(Signature(name="นายบุญมี ใจดี", rank="ร.อ.", position="ปลัด", opinion="เห็นชอบ"),),
)


def fields(plan: Plan = PLAN, **more: Any) -> dict[str, Any]:
    return template_fields(case(plan, **more), DATED)


def has_shape(value: Value, shape: Value) -> bool:
    if isinstance(shape, str):
        return isinstance(value, str)
    if isinstance(shape, list):
        return isinstance(value, list) and all(has_shape(each, shape[0]) for each in value)
    return (
        isinstance(value, dict)
        and value.keys() == shape.keys()
        and all(has_shape(value[name], shape[name]) for name in shape)
    )


@pytest.mark.parametrize(
    "plan",
    [
        PLAN,
        replace(PLAN, agency=Agency(name=""), results=ResultSheet(()), measures=(), history=()),
    ],
)
def test_the_fields_have_the_shape_that_is_promised(plan: Plan) -> None:
    assert has_shape(fields(plan, papers={"template": SIGNED}), SHAPE)


def test_plain_fields_come_from_the_plan_and_the_paper() -> None:
    agency = replace(PLAN.agency, telephone="0 4300 0000", email="a@b.go.th", website="www.b.go.th")

    made = fields(replace(PLAN, agency=agency), papers={"template": SIGNED})

    assert {name: value for name, value in made.items() if not isinstance(value, list)} == {
        **places(case(), DATED),
        "pass_mark": "85",
        "telephone": "0 4300 0000",
        "email": "a@b.go.th",
        "website": "www.b.go.th",
        "paper": {
            "unit": "สำนักปลัด",
            "number": "มค 72801/12",
            "subject": "รายงานผล",
            "to": "นายก อบต.",
            "meeting": "ครั้งที่ 3/2567",
        },
    }


def test_scores_stand_in_their_instruments_and_indicators() -> None:
    made = fields()

    iit, eit, oit = made["instruments"]
    assert [each["code"] for each in (iit, eit, oit)] == ["IIT", "EIT", "OIT"]
    assert oit["indicators"] == made["indicators"][8:]
    assert {name: text for name, text in oit["indicators"][1].items() if name != "items"} == {
        "code": "10",
        "topic": "การป้องกันการทุจริต",
        "score": "71.25",
        "below": "✓",
    }
    assert eit["indicators"][0]["items"][2] == {
        "code": "e3 (EIT Survey)",
        "topic": "มุ่งผลสำเร็จและรับผิดชอบงาน",
        "score": "70.00",
        "below": "✓",
    }
    assert [each["code"] for each in made["items"] if each["score"]] == [
        *("i8", "e3 (EIT Survey)", "o35")
    ]


def test_what_is_weak_is_listed_with_its_reason() -> None:
    found = {each["code"]: each for each in fields()["findings"]}

    assert found["10"] == {
        "code": "10",
        "topic": "การป้องกันการทุจริต",
        "score": "71.25",
        "reason": "ได้ 71.25 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน",
    }


def test_a_measure_has_its_key_and_every_field_of_tables_as_a_text() -> None:
    risk, budget, own = fields()["measures"]

    assert (risk["key"], risk["number"], risk["done"]) == ("M-001", "1", "✓")
    assert risk["steps"] == "1.1 แต่งตั้งคณะทำงาน\n1.2 รายงานผล"
    assert (budget["state"], budget["done"]) == ("อยู่ระหว่างดำเนินการ", "")
    assert (own["title"], own["lead"], own["state"]) == (OWN.title, "", "")


def test_years_before_and_signatures_are_lists() -> None:
    years = replace(PLAN, history=((2564, None), *PLAN.history))

    made = fields(years, papers={"template": SIGNED})

    assert made["history"] == [{"year": "2564", "total": ""}, {"year": "2565", "total": "82.84"}]
    assert made["signatures"] == [
        {
            "name": "นายบุญมี ใจดี",
            "rank": "ร.อ.",
            "position": "ปลัด",
            "capacity": "",
            "acting": "",
            "opinion": "เห็นชอบ",
        }
    ]
    assert fields()["signatures"] == []


def test_digits_are_those_of_the_agency_but_codes_and_addresses_keep_theirs() -> None:
    made = fields(replace(PLAN, style=Style(thai_digits=True, long_months=True)))

    risk = made["measures"][0]
    assert (made["total"], risk["period"]) == ("๘๗.๗๖", "พฤศจิกายน ๒๕๖๖ - มีนาคม ๒๕๖๗")
    assert risk["cures"] == "o30, o31"
    assert risk["proofs"].splitlines()[0] == (
        "๑. คำสั่งที่ ๑๒/๒๕๖๖ ลงวันที่ ๑๕ พฤศจิกายน ๒๕๖๖ www.a.go.th/12"
    )
