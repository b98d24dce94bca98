"""A form is saved in the agency in which it was made, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from prongsai.foundation.accounts.models import Membership, Token
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.web.made_in import FIELD, GO_BACK, OF_NO_AGENCY
from tests.factories.addresses import OWN, WRITES
from tests.factories.clients import Desk, found, text
from tests.factories.dump import everything_of
from tests.factories.people import PASSWORD, Somebody
from tests.factories.years import a_year

pytestmark = pytest.mark.django_db

NEW_UNIT = {"name": "กองใหม่", "level": "division"}
KEY = "3f0c0c2e-1111-4222-8333-444455556666"


@dataclass(frozen=True)
class Both:
    """Dao with work in two agencies: a form made in the first, while the second is chosen."""

    first: Somebody
    second: Somebody
    desk: Desk

    def send(self, address: str, fields: Mapping[str, object]) -> HttpResponseBase:
        carried = {FIELD: str(self.first.agency.uuid)}
        return self.desk.client.post(address, {**carried, **fields})


def works_in(who: Somebody, other: Somebody) -> Somebody:
    with scope.agency(other.agency.pk):
        row = Membership.objects.create(
            agency=other.agency,
            person=who.person,
            roles=[Role.ADMINISTRATOR, Role.ITA_OFFICER],
            starts_on=timezone.localdate(),
        )
    return Somebody(who.person, row)


@pytest.fixture
def both(dao: Somebody, chai: Somebody) -> Both:
    second = works_in(dao, chai)
    desk = Desk(dao)
    desk.client.post("/choose-agency", {"agency": str(chai.agency.uuid)})
    return Both(dao, second, desk)


def units_of(who: Somebody) -> list[str]:
    with scope.agency(who.agency.pk):
        return [*Unit.objects.order_by("id").values_list("name", flat=True)]


def test_a_form_made_in_another_agency_is_saved_in_none(both: Both) -> None:
    before = everything_of(both.first.agency), everything_of(both.second.agency)
    answer = both.send("/units", NEW_UNIT)
    assert answer.status_code == 409
    told = " ".join(found(answer, "//main")[0].text_content().split())
    assert (
        "This was not saved The form was made in อบต.หนึ่ง, but you changed to อบต.สอง meanwhile."
        " Nothing was saved in either." in told
    )
    assert (everything_of(both.first.agency), everything_of(both.second.agency)) == before


def test_it_is_told_in_thai(both: Both) -> None:
    answer = both.desk.client.post(
        "/units", {FIELD: str(both.first.agency.uuid)}, headers={"accept-language": "th"}
    )
    assert found(answer, "//h1")[0].text == "ยังไม่ได้บันทึกข้อมูล"
    assert "แบบนี้เปิดไว้ที่ อบต.หนึ่ง แต่ระหว่างนั้นท่านเปลี่ยนมาอยู่ที่ อบต.สอง" in text(answer)


def test_what_was_written_is_sent_again_from_the_page_and_saved_where_it_was_made(
    both: Both,
) -> None:
    page = both.send("/units", NEW_UNIT)
    (form,) = found(page, "//main//form")
    again = dict(form.form_values())
    assert {name: again[name] for name in NEW_UNIT} == NEW_UNIT
    button = form.xpath(".//button")[0]
    assert button.text == "Change back to อบต.หนึ่ง and send it there"
    answer = both.desk.client.post(form.action, {**again, button.get("name"): "1"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/units")
    assert ("กองใหม่" in units_of(both.first), "กองใหม่" in units_of(both.second)) == (True, False)
    assert found(both.desk.get("/"), "//h1")[0].text == "อบต.หนึ่ง"


def test_a_file_is_kept_in_neither_and_is_asked_for_again(both: Both) -> None:
    given = {"title": "หลักฐาน", "file": SimpleUploadedFile("a.txt", "ก".encode())}
    page = both.send("/files/add", given)
    assert page.status_code == 409
    assert "Only the file has to be chosen again." in text(page)
    again = dict(found(page, "//main//form")[0].form_values())
    form = both.desk.client.post("/files/add", {**again, GO_BACK: "1"})
    assert found(form, "//input[@name='title']/@value") == ["หลักฐาน"]
    assert found(form, "//span[contains(@class, 'agency')]")[0].text == "อบต.หนึ่ง"


def test_results_typed_in_one_agency_are_not_saved_in_another(both: Both) -> None:
    years = [a_year(who) for who in (both.first, both.second)]
    before = everything_of(both.second.agency)
    for address in (reverse("year-indicators", kwargs={"key": each.uuid}) for each in years):
        assert both.send(address, {"1": "50", "seen": "0"}).status_code == 409
    assert both.send("/years", {"fiscal_year": "2568"}).status_code == 409
    assert everything_of(both.second.agency) == before


@pytest.mark.parametrize("said", ["", KEY, "x\x00"])
def test_a_form_that_says_no_agency_or_one_of_others_is_refused(said: str, chai: Somebody) -> None:
    desk, before = Desk(chai), everything_of(chai.agency)
    for extra in ({}, {GO_BACK: "1"}):
        answer = desk.client.post("/units", {**NEW_UNIT, **extra, FIELD: said})
        assert (answer.status_code, found(answer, "//main//form")) == (409, [])
    assert everything_of(chai.agency) == before


def test_to_go_back_to_an_agency_of_others_is_refused(chai: Somebody, dao: Somebody) -> None:
    desk, before = Desk(chai), everything_of(dao.agency)
    given = {**NEW_UNIT, FIELD: str(dao.agency.uuid), GO_BACK: "1"}
    answer = desk.client.post("/units", given)
    assert (answer.status_code, dao.agency.name in text(answer)) == (409, False)
    assert everything_of(dao.agency) == before


KEYS = {
    "year-date-remove": ("key", "day"),
    "year-import": ("key", "file"),
    "year-import-drop": ("key", "file"),
    "end-acting": ("key", "post"),
    "measures-propose": ("year",),
    "measures-carry": ("year",),
    "measure-add": ("year",),
}


def test_every_address_that_writes_to_an_agency_asks_where_the_form_was_made(both: Both) -> None:
    own = {name for name, (_, write) in OWN.items() if write != 405} - OF_NO_AGENCY
    answers = {}
    for name in {*WRITES, *own}:
        keys = {key: 2568 if key == "year" else KEY for key in KEYS.get(name, ("key",))}
        try:
            address = reverse(name)
        except NoReverseMatch:
            address = reverse(name, kwargs=keys)
        answers[name] = both.send(address, {}).status_code
    assert {name: status for name, status in answers.items() if status != 409} == {}


def test_what_waited_for_the_password_is_not_saved_in_another_agency_either(both: Both) -> None:
    token = {"name": "โปรแกรม", "scopes": ["years.read"], "days": "30"}
    choose = {"agency": str(both.first.agency.uuid)}
    both.desk.client.post("/choose-agency", choose)
    waits = both.send("/account/tokens/make", token)
    assert waits.headers["Location"].startswith("/account/confirm?")
    both.desk.client.post("/choose-agency", {"agency": str(both.second.agency.uuid)})
    answer = both.send(waits.headers["Location"], {"password": PASSWORD})
    assert (answer.status_code, both.first.agency.name in text(answer)) == (409, True)
    for who in (both.first, both.second):
        with scope.agency(who.agency.pk):
            assert not Token.objects.exists()


def test_a_form_of_the_person_alone_is_saved_wherever_the_person_works(both: Both) -> None:
    assert both.send("/account/sessions", {}).status_code == 302
    assert both.send("/language/setlang/", {"language": "th"}).status_code == 302
    assert both.send("/choose-agency", {"agency": str(both.first.agency.uuid)}).status_code == 302
    assert both.send("/sign-out", {}).status_code == 302
