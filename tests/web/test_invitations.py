"""A button that joins an agency may be pressed twice: the second press ends where the first did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from prongsai.foundation.accounts.models import Invitation, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import invitation_of
from prongsai.foundation.accounts.services import Post, invite, take_up
from prongsai.foundation.agencies import scope
from prongsai.web import invitations
from tests.factories.clients import Desk, found, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db
NEW = "new@example.org"


def invited(dao: Somebody, email: str = NEW) -> str:
    with scope.agency(dao.agency.pk):
        post = Post((Role.VIEWER,), "", None)
        word = invite(email=email, name="สมมติ ใหม่", post=post, by=dao.actor)
    return f"/invitations/{word}"


def pressed(client: Client, address: str, form: dict[str, str]) -> tuple[int, str | None]:
    answer = client.post(address, form)
    return answer.status_code, answer.headers.get("Location")


def form_of(page: HttpResponseBase) -> dict[str, str]:
    (token,) = found(page, "//main//input[@name='csrfmiddlewaretoken']/@value")
    return {"csrfmiddlewaretoken": token, "password": PASSWORD}


def test_a_second_press_with_the_cookies_of_the_first_leads_on(dao: Somebody) -> None:
    client, address = Client(enforce_csrf_checks=True), invited(dao)
    form = form_of(client.get(address))
    assert pressed(client, address, form) == (302, "/")
    assert pressed(client, address, form) == (302, address)
    assert client.get(address).headers["Location"] == "/"
    assert "สมมติ ใหม่" in text(client.get("/account"))


def test_a_second_press_whose_browser_dropped_the_first_answer_leads_on(dao: Somebody) -> None:
    client, address = Client(enforce_csrf_checks=True), invited(dao)
    form = form_of(client.get(address))
    before = client.cookies[settings.CSRF_COOKIE_NAME].value
    assert pressed(client, address, form) == (302, "/")
    del client.cookies[settings.SESSION_COOKIE_NAME]
    client.cookies[settings.CSRF_COOKIE_NAME] = before
    assert pressed(client, address, form) == (302, "/")
    assert "สมมติ ใหม่" in text(client.get("/account"))
    assert Person.objects.filter(email=NEW).count() == 1


def test_a_second_press_while_the_first_is_at_work_leads_on(
    dao: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, desk = invited(dao), Desk(None)
    found_open = invitation_of(address.rpartition("/")[2])
    assert found_open is not None
    take_up(invitation=found_open, person=None, password=PASSWORD)
    monkeypatch.setattr(invitations, "invitation_of", lambda _word: found_open)
    assert desk.post(address, {"password": PASSWORD}).headers["Location"] == "/"
    told = Desk(None).post(address, {"password": "another long sentence"})
    assert "was taken up already" in text(told)


def test_nobody_else_is_led_on_and_nobody_later(dao: Somebody, boonmee: Somebody) -> None:
    address = invited(dao)
    Desk(None).post(address, {"password": PASSWORD})
    for desk, form in (
        (Desk(None), {"password": "another long sentence"}),
        (Desk(None), {}),
        (Desk(boonmee, by_password=True), {"password": PASSWORD}),
    ):
        assert desk.post(address, form).status_code == 404
    assert Desk(None).get(address).status_code == 404
    with scope.agency(dao.agency.pk):
        Invitation.objects.update(taken_up_at=timezone.now() - timedelta(seconds=61))
    assert Desk(None).post(address, {"password": PASSWORD}).status_code == 404


def test_who_tries_passwords_so_is_locked_out_as_at_the_sign_in(dao: Somebody) -> None:
    address, desk = invited(dao), Desk(None)
    Desk(None).post(address, {"password": PASSWORD})
    tries = [desk.post(address, {"password": f"wrong {number} wrong"}) for number in range(5)]
    assert tries[-1].status_code == 429
    assert desk.post(address, {"password": PASSWORD}).status_code == 429


def test_who_was_signed_in_already_joins_by_two_presses_too(dao: Somebody, chai: Somebody) -> None:
    address, desk = invited(dao, chai.person.email), Desk(chai, by_password=True)
    assert [desk.post(address).headers.get("Location") for _ in range(2)] == ["/", "/"]
    assert dao.agency.name in text(desk.get("/"))
