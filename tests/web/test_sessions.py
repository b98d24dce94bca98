from __future__ import annotations

import re

import pytest
from allauth.usersessions.models import UserSession

from prongsai.foundation.audit.models import AuditEvent
from tests.factories.clients import Desk, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131"


def signed_in(who: Somebody, browser: str, network_address: str) -> Desk:
    desk = Desk(None)
    desk.client.defaults |= {"HTTP_USER_AGENT": browser, "REMOTE_ADDR": network_address}
    given = {"username": who.person.email, "password": PASSWORD}
    assert desk.post("/sign-in", given).status_code == 302
    return desk


@pytest.fixture
def here(anong: Somebody) -> Desk:
    return signed_in(anong, DESK, "192.0.2.1")


@pytest.fixture
def phone(anong: Somebody) -> Desk:
    return signed_in(anong, PHONE, "192.0.2.2")


def listed(desk: Desk) -> list[str]:
    page = text(desk.get("/account/sessions"))
    return [
        re.sub(r"<[^>]*>|\s+", " ", each).strip() for each in re.findall(r"<span>([^<]*)<", page)
    ]


def is_in(desk: Desk) -> bool:
    return desk.get("/units").status_code == 200


def key(of: Desk) -> int:
    row = UserSession.objects.get(session_key=of.client.session.session_key)
    return int(row.pk)


def test_the_page_tells_each_browser_and_whence(here: Desk, phone: Desk) -> None:
    page = text(here.get("/account/sessions"))
    assert listed(here) == ["Edge · Windows", "Chrome · Android"]
    assert page.count("this browser") == 1
    assert [each in page for each in ("192.0.2.1", "192.0.2.2")] == [True, True]
    assert is_in(phone)


@pytest.mark.parametrize("number", ["9" * 5_000, "9" * 30, "x"])
def test_what_is_no_session_ends_none(number: str, here: Desk, phone: Desk) -> None:
    assert here.post("/account/sessions", {"session": number}).status_code == 404
    assert (is_in(here), is_in(phone)) == (True, True)


def test_one_other_session_is_ended(here: Desk, phone: Desk, anong: Somebody) -> None:
    third = Desk(anong, by_password=True)
    assert here.post("/account/sessions", {"session": key(phone)}).status_code == 302
    assert [is_in(each) for each in (here, phone, third)] == [True, False, True]


def test_all_others_are_ended_and_it_is_written_down(
    here: Desk, phone: Desk, anong: Somebody
) -> None:
    here.post("/account/sessions")
    assert [is_in(here), is_in(phone)] == [True, False]
    assert listed(here) == ["Edge · Windows"]
    event = AuditEvent.objects.get(kind="sessions.ended")
    assert (event.chain, event.subject_key) == (anong.agency.pk, str(anong.person.uuid))


def test_the_session_of_somebody_else_is_not_ended(here: Desk, boonmee: Somebody) -> None:
    other = Desk(boonmee, by_password=True)
    here.post("/account/sessions", {"session": key(other)})
    assert is_in(other)
    assert here.post("/account/sessions", {"session": "x"}).status_code == 404
    assert AuditEvent.objects.filter(kind="sessions.ended").count() == 0


def test_a_changed_password_leaves_this_session_in_the_list(here: Desk, phone: Desk) -> None:
    new = "ฝนตกขี้หมูไหล คนจัญไรมาพบกัน"
    here.post("/account/password", {"now": PASSWORD, "password": new})
    assert [is_in(here), is_in(phone)] == [True, False]
    assert listed(here) == ["Edge · Windows"]
