from __future__ import annotations

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.services import end_membership
from prongsai.foundation.agencies import scope
from tests.factories.clients import Desk, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db


def test_a_stranger_is_led_to_the_sign_in_and_back(dao: Somebody) -> None:
    desk = Desk(None)
    assert desk.get("/units").headers["Location"] == "/sign-in?next=/units"
    given = {"username": dao.person.email, "password": PASSWORD, "next": "/units"}
    assert desk.post("/sign-in", given).headers["Location"] == "/units"


def test_a_wrong_password_and_an_unknown_address_are_told_alike(dao: Somebody) -> None:
    desk = Desk(None)
    wrong = desk.post("/sign-in", {"username": dao.person.email, "password": "x" * 12})
    unknown = desk.post("/sign-in", {"username": "nobody@example.org", "password": "x" * 12})
    shown = [text(each).split("alert-danger")[1].split("</div>")[0] for each in (wrong, unknown)]
    assert shown[0] == shown[1]


def test_an_address_in_capitals_is_the_same(dao: Somebody) -> None:
    given = {"username": dao.person.email.upper(), "password": PASSWORD}
    assert Desk(None).post("/sign-in", given).status_code == 302


def test_who_has_left_sees_nothing_of_the_agency(dao: Somebody, anong: Somebody) -> None:
    desk = Desk(anong)
    assert desk.get("/units").status_code == 200
    with scope.agency(dao.agency.pk):
        today = timezone.localdate()
        end_membership(membership=anong.membership, by=dao.actor, today=today)
        anong.membership.refresh_from_db()
        anong.membership.starts_on = anong.membership.ends_on = today.replace(year=today.year - 1)
        anong.membership.save()
    assert desk.get("/units").status_code == 403


def test_pages_of_somebody_are_kept_by_no_browser(dao: Somebody) -> None:
    assert Desk(dao).get("/").headers["Cache-Control"] == "no-store"


def test_pages_run_only_our_own_scripts(dao: Somebody) -> None:
    page = Desk(dao).get("/")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "style=" not in text(page)
    assert "<script>" not in text(page)


def test_the_server_says_that_it_is_well() -> None:
    assert text(Desk(None).get("/health")) == "ok\n"


def test_the_language_can_be_chosen(dao: Somebody) -> None:
    desk = Desk(dao, language="th")
    assert "หน้าแรก" in text(desk.get("/"))
    desk.post("/language/setlang/", {"language": "en"})
    assert "Start" in text(desk.get("/"))
