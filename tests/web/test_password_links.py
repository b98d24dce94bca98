"""A forgotten password: a link that works once, and never leads its maker further."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone

from prongsai.foundation.accounts.models import PasswordLink
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.audit.selectors import events_of
from prongsai.foundation.notices.smtp import Server
from tests.factories.authenticator import confirm, turn_on
from tests.factories.clients import Desk, text
from tests.factories.mail_server import Box, mail_server
from tests.factories.people import Somebody, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]

NEW = "ฝนตกขี้หมูไหล 2570"
OVER = "This link opens nothing any more"


@pytest.fixture
def box(settings: LazySettings) -> Iterator[Box]:
    with mail_server() as made:
        settings.MAIL_SERVER = Server(host="127.0.0.1", port=made.port)
        settings.MAIL_FROM, settings.ADDRESS = "ita@example.go.th", "https://ita.example.go.th"
        yield made


def page_of(who: Somebody) -> str:
    return f"/people/{who.membership.uuid}/password"


def at_work(who: Somebody) -> Desk:
    """Return the browser of who has just given the password again."""
    desk = Desk(who, by_password=True)
    confirm(desk)
    return desk


def link_for(who: Somebody, by: Somebody) -> str:
    shown = re.search(r"http://testserver(/password/\S+)</p>", text(at_work(by).post(page_of(who))))
    assert shown is not None
    return shown.group(1)


def signs_in(who: Somebody, password: str) -> int:
    given = {"username": who.person.email, "password": password}
    return Desk(None).post("/sign-in", given).status_code


def kinds(who: Somebody) -> list[str]:
    return [each.kind for each in events_of(who.agency.pk) if "password" in each.kind]


def test_a_link_sets_a_new_password_once_and_signs_nobody_in(
    dao: Somebody, boonmee: Somebody
) -> None:
    elsewhere, stranger = Desk(boonmee, by_password=True), Desk(None)
    address = link_for(boonmee, dao)
    assert boonmee.person.email in text(stranger.get(address))
    assert stranger.post(address, {"password": NEW}).headers["Location"] == "/sign-in"
    assert stranger.get("/account").status_code == 302
    assert elsewhere.get("/account").status_code == 302
    assert (signs_in(boonmee, NEW), kinds(dao)) == (
        302,
        ["password_link.used", "password_link.made"],
    )
    again = stranger.post(address, {"password": "อีกคำหนึ่งที่ยาวพอ"})
    assert (again.status_code, OVER in text(again)) == (404, True)


def test_the_second_factor_is_asked_all_the_same(dao: Somebody, boonmee: Somebody) -> None:
    turn_on(Desk(boonmee, by_password=True))
    Desk(None).post(link_for(boonmee, dao), {"password": NEW})
    desk = Desk(None)
    answer = desk.post("/sign-in", {"username": boonmee.person.email, "password": NEW})
    assert answer.headers["Location"] == "/sign-in/code"
    assert desk.get("/account").status_code == 302


def test_an_easy_password_is_refused_and_the_link_stays(dao: Somebody, boonmee: Somebody) -> None:
    address = link_for(boonmee, dao)
    for password in ("password1234", "short", boonmee.person.email):
        assert "alert-danger" in text(Desk(None).post(address, {"password": password}))
    assert Desk(None).get(address).status_code == 200


def test_a_link_works_for_a_day_and_a_later_one_takes_its_place(
    dao: Somebody, boonmee: Somebody
) -> None:
    first, second = link_for(boonmee, dao), link_for(boonmee, dao)
    assert [Desk(None).get(each).status_code for each in (first, second)] == [404, 200]
    kept = PasswordLink.objects.get()
    assert timedelta(hours=23) < kept.expires_at - timezone.now() <= timedelta(hours=24)
    PasswordLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Desk(None).get(second).status_code == 404


def test_a_link_that_is_withdrawn_opens_nothing(dao: Somebody, boonmee: Somebody) -> None:
    address, desk = link_for(boonmee, dao), Desk(dao, by_password=True)
    assert "A link to a new password waits until" in text(
        desk.get(f"/people/{boonmee.membership.uuid}")
    )
    desk.post(f"{page_of(boonmee)}/withdraw")
    assert Desk(None).get(address).status_code == 404
    assert kinds(dao) == ["password_link.withdrawn", "password_link.made"]
    again = desk.client.post(f"{page_of(boonmee)}/withdraw", desk.carried(), follow=True)
    said = text(again)
    assert "No link waits for สมมติ boonmee." in said


def test_no_word_of_a_link_is_kept_or_told_in_the_record(dao: Somebody, boonmee: Somebody) -> None:
    word = link_for(boonmee, dao).rpartition("/")[2]
    told = [str(each.details) for each in events_of(dao.agency.pk)]
    assert word not in f"{PasswordLink.objects.values().get()}{told}"


def test_another_administrator_is_refused_where_no_mail_is_sent(dao: Somebody) -> None:
    other = somebody(dao.agency, "other", Role.ADMINISTRATOR)
    page = text(at_work(dao).get(page_of(other)))
    assert f"prongsai reset-password {other.person.email}" in page
    assert "Make the link" not in page
    refused = text(at_work(dao).post(page_of(other)))
    assert "Who runs the server makes one there: prongsai reset-password" in refused
    assert not PasswordLink.objects.exists()


def test_the_link_of_another_administrator_is_mailed_and_not_shown(dao: Somebody, box: Box) -> None:
    other = somebody(dao.agency, "other", Role.ADMINISTRATOR)
    page = text(at_work(dao).post(page_of(other)))
    ((address, letter),) = box.taken
    assert ("/password/" in page.partition("<main")[2], address) == (False, other.person.email)
    mailed = re.search(r"https://ita.example.go.th(/password/\S+)", letter.get_content())
    assert mailed is not None
    assert Desk(None).post(mailed.group(1), {"password": NEW}).status_code == 302
    assert signs_in(other, NEW) == 302


def test_a_mail_that_is_not_taken_leaves_no_link_that_nobody_has(dao: Somebody, box: Box) -> None:
    other = somebody(dao.agency, "other", Role.ADMINISTRATOR)
    box.answers = ["550 no"]
    desk = at_work(dao)
    said = text(desk.client.post(page_of(other), desk.carried(), follow=True))
    assert "The mail server did not take the link: it was withdrawn." in said
    assert not PasswordLink.objects.exists()


def test_a_colleagues_link_is_shown_and_mailed(dao: Somebody, boonmee: Somebody, box: Box) -> None:
    address = link_for(boonmee, dao)
    assert [to for to, _letter in box.taken] == [boonmee.person.email]
    assert f"https://ita.example.go.th{address}\n" in box.taken[0][1].get_content()


def test_the_own_account_and_one_of_another_agency_get_no_link(
    dao: Somebody, chai: Somebody
) -> None:
    assert "Nobody makes a link for the own account." in text(at_work(dao).post(page_of(dao)))
    assert at_work(dao).post(page_of(chai)).status_code == 404
