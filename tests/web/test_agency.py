from __future__ import annotations

import pytest

from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.audit.selectors import events_of
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db


def kept(who: Somebody) -> Agency:
    return Agency.objects.get(pk=who.agency.pk)


def test_an_agency_is_changed_and_the_change_is_written_down(dao: Somebody) -> None:
    desk = Desk(dao)
    desk.post("/agency", {**desk.form("/agency"), "district": "เมือง", "digits": "arabic"})
    assert (kept(dao).district, kept(dao).digits) == ("เมือง", "arabic")
    event = events_of(dao.agency.pk)[0]
    assert event.details is not None
    assert event.details["changes"] == {"district": ["", "เมือง"], "digits": ["thai", "arabic"]}


def test_a_page_that_is_saved_as_it_stands_changes_and_records_nothing(dao: Somebody) -> None:
    desk, before = Desk(dao), events_of(dao.agency.pk).count()
    assert desk.post("/agency", desk.form("/agency")).status_code == 302
    assert events_of(dao.agency.pk).count() == before


def test_who_saves_second_is_told_and_overwrites_nothing(dao: Somebody) -> None:
    desk = Desk(dao)
    opened = desk.form("/agency")
    desk.post("/agency", {**opened, "district": "เมือง"})
    second = text(desk.post("/agency", {**opened, "district": "บ้านแพ้ว"}))
    assert "Somebody else changed อบต.หนึ่ง meanwhile." in second
    assert kept(dao).district == "เมือง"


def test_a_name_or_code_of_another_agency_is_refused_in_our_words(
    dao: Somebody, chai: Somebody
) -> None:
    Agency.objects.filter(pk=chai.agency.pk).update(code="06730201")
    desk = Desk(dao)
    opened = desk.form("/agency")
    for wrong, name in (({"name": "อบต.สอง"}, "อบต.สอง"), ({"code": "06730201"}, "อบต.หนึ่ง")):
        page = text(desk.post("/agency", {**opened, **wrong}))
        assert f"<p>{name} is there already. Choose another name or code" in page


def test_who_may_only_look_sees_no_form_and_changes_nothing(dao: Somebody, anong: Somebody) -> None:
    opened, desk = Desk(dao).form("/agency"), Desk(anong)
    assert '<form method="post" class="card' not in text(desk.get("/agency"))
    assert desk.post("/agency", {**opened, "district": "เมือง"}).status_code == 403
    assert kept(dao).district == ""
