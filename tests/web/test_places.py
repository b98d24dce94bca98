from __future__ import annotations

import re

import pytest

from prongsai.foundation.agencies.models import Agency
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db


def offered(page: str, field: str) -> list[str]:
    """Return the names that a field of the page offers."""
    found = re.search(rf'<input[^>]*name="{field}"[^>]*list="([\w-]+)"', page)
    if found is None:
        return []
    names = re.search(rf'<datalist id="{found[1]}">(.*?)</datalist>', page)
    assert names is not None
    return re.findall(r'value="([^"]+)"', names[1])


def test_places_are_offered_for_what_is_saved(dao: Somebody) -> None:
    Agency.objects.filter(pk=dao.agency.pk).update(province="สมุทรสาคร", district="บ้านแพ้ว")
    page = text(Desk(dao).get("/agency"))
    assert len(offered(page, "province")) == 77
    assert offered(page, "district") == ["เมืองสมุทรสาคร", "กระทุ่มแบน", "บ้านแพ้ว"]
    assert "หลักสาม" in offered(page, "subdistrict")
    assert "GeoThai, CC BY 4.0" in page


def test_a_place_that_nobody_offers_may_be_written(dao: Somebody) -> None:
    desk = Desk(dao)
    page = text(desk.get("/agency"))
    assert (offered(page, "district"), offered(page, "subdistrict")) == ([], [])
    fields = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page))
    chosen = {"kind": "sao", "digits": "thai", "district": "อำเภอสมมติ", "second_factor": "nobody"}
    assert desk.post("/agency", {**fields, **chosen}).status_code == 302
    assert Agency.objects.get(pk=dao.agency.pk).district == "อำเภอสมมติ"
