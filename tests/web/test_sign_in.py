from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.utils import timezone

from prongsai.foundation.accounts.services import end_membership
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.models import AuditEvent
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
    desk = Desk(anong, by_password=True)
    assert desk.get("/units").status_code == 200
    with scope.agency(dao.agency.pk):
        today = timezone.localdate()
        end_membership(membership=anong.membership, by=dao.actor, today=today)
        anong.membership.refresh_from_db()
        anong.membership.starts_on = anong.membership.ends_on = today.replace(year=today.year - 1)
        anong.membership.save()
    assert desk.get("/units").status_code == 403


def test_pages_of_somebody_are_kept_by_no_browser(dao: Somebody) -> None:
    assert Desk(dao, by_password=True).get("/").headers["Cache-Control"] == "no-store"


def test_pages_run_only_our_own_scripts(dao: Somebody) -> None:
    page = Desk(dao, by_password=True).get("/")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "style=" not in text(page)
    assert "<script>" not in text(page)


def test_the_server_says_that_it_is_well() -> None:
    assert text(Desk(None).get("/health")) == "ok\n"


def test_the_language_can_be_chosen(dao: Somebody) -> None:
    desk = Desk(dao, language="th", by_password=True)
    assert "หน้าแรก" in text(desk.get("/"))
    desk.post("/language/setlang/", {"language": "en"})
    assert "Start" in text(desk.get("/"))


def guess(desk: Desk, address: str, times: int) -> list[int]:
    given = {"username": address, "password": "x" * 12}
    return [desk.post("/sign-in", given).status_code for _ in range(times)]


def test_five_wrong_passwords_lock_out_even_the_right_one(dao: Somebody) -> None:
    desk = Desk(None)
    assert guess(desk, dao.person.email, 5) == [200, 200, 200, 200, 429]
    given = {"username": dao.person.email, "password": PASSWORD}
    assert desk.post("/sign-in", given).status_code == 429
    assert "_auth_user_id" not in desk.client.session


def test_who_is_locked_out_is_told_how_many_seconds_are_left(dao: Somebody) -> None:
    desk, given = Desk(None), {"username": dao.person.email, "password": PASSWORD}
    guess(desk, dao.person.email, 5)
    assert 880 <= int(desk.post("/sign-in", given).headers["Retry-After"]) <= 900
    ten = timedelta(minutes=10)
    AccessAttempt.objects.update(attempt_time=timezone.now() - ten)
    stopped = desk.post("/sign-in", given)
    assert (stopped.status_code, stopped.headers["Cache-Control"]) == (429, "no-store")
    assert 280 <= int(stopped.headers["Retry-After"]) <= 300


def test_an_address_in_other_capitals_gives_no_new_tries(dao: Somebody) -> None:
    desk = Desk(None)
    guess(desk, dao.person.email, 4)
    assert guess(desk, dao.person.email.upper(), 1) == [429]


def test_an_address_without_an_account_is_locked_out_alike(dao: Somebody) -> None:
    desk = Desk(None, language="th")
    assert guess(desk, "nobody@example.org", 5) == [200, 200, 200, 200, 429]
    guess(desk, dao.person.email, 5)
    shown = []
    for address in ("nobody@example.org", dao.person.email):
        page = text(desk.post("/sign-in", {"username": address, "password": "x" * 12}))
        shown.append(page.split('<main id="main"')[1])
    assert shown[0] == shown[1]
    assert "ลองหลายครั้งเกินไป" in shown[0]


def test_the_lock_holds_off_who_guesses_and_not_the_person(dao: Somebody) -> None:
    guess(Desk(None), dao.person.email, 5)
    elsewhere = Desk(None)
    elsewhere.client.defaults["REMOTE_ADDR"] = "192.0.2.7"
    given = {"username": dao.person.email, "password": PASSWORD}
    assert elsewhere.post("/sign-in", given).status_code == 302


def test_who_signs_in_has_all_tries_again(dao: Somebody) -> None:
    guess(Desk(None), dao.person.email, 4)
    Desk(dao, by_password=True)
    assert guess(Desk(None), dao.person.email, 4) == [200, 200, 200, 200]


def test_the_lock_opens_after_a_quarter_of_an_hour(dao: Somebody) -> None:
    guess(Desk(None), dao.person.email, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert Desk(dao, by_password=True).get("/").status_code == 200


def test_no_password_that_was_tried_is_kept(dao: Somebody) -> None:
    given = {"username": dao.person.email, "password": "ความลับสมมติที่พิมพ์ผิด"}
    Desk(None).post("/sign-in", given)
    kept = str(AccessAttempt.objects.values().get())
    assert dao.person.email in kept
    assert given["password"] not in kept


def test_a_sign_in_is_written_down_and_a_failed_one_is_not(dao: Somebody) -> None:
    guess(Desk(None), dao.person.email, 1)
    Desk(dao, by_password=True)
    events = AuditEvent.objects.filter(kind="person.signed_in")
    assert [(each.chain, each.subject_key) for each in events] == [(0, str(dao.person.uuid))]
