from __future__ import annotations

import pytest

from prongsai.foundation.audit.models import AuditEvent
from tests.factories.clients import Desk, found, text
from tests.factories.people import PASSWORD, Somebody
from tests.factories.tokens import Caller, a_word

pytestmark = pytest.mark.django_db

NEW = "ฝนตกขี้หมูไหล คนจัญไรมาพบกัน"  # of made-up people
WRONG = "ไม่ใช่รหัสผ่านนี้แน่นอน"


def test_the_account_shows_whose_it_is(anong: Somebody) -> None:
    page = text(Desk(anong, by_password=True).get("/account"))
    assert [each in page for each in (anong.person.name, anong.person.email)] == [True, True]


def test_a_stranger_sees_no_account() -> None:
    answers = [Desk(None).get(f"/account{page}") for page in ("", "/password")]
    assert [each.headers["Location"] for each in answers] == [
        "/sign-in?next=/account", "/sign-in?next=/account/password",
    ]  # fmt: skip


def test_a_password_is_changed_and_other_sessions_end(anong: Somebody) -> None:
    here, elsewhere = Desk(anong, by_password=True), Desk(anong, by_password=True)
    answer = here.post("/account/password", {"now": PASSWORD, "password": NEW})
    assert answer.headers["Location"] == "/account"
    assert "The password was changed." in text(here.get("/account"))
    assert elsewhere.get("/account").headers["Location"] == "/sign-in?next=/account"
    signed_in = [
        Desk(None).post("/sign-in", {"username": anong.person.email, "password": each}).status_code
        for each in (PASSWORD, NEW)
    ]
    assert signed_in == [200, 302]


def test_the_page_says_before_which_tokens_end_with_the_password(anong: Somebody) -> None:
    word, here = a_word(anong, name="ระบบของกรม"), Desk(anong, by_password=True)
    page = text(here.get("/account/password"))
    assert "Every token of yours ends" in page
    assert [each.strip() for each in found(here.get("/account/password"), "//main//li/text()")] == [
        "ระบบของกรม"
    ]
    here.post("/account/password", {"now": WRONG, "password": NEW})
    assert Caller(word).get("years").status_code == 200
    here.post("/account/password", {"now": PASSWORD, "password": NEW})
    assert Caller(word).get("years").status_code == 401
    assert "Tokens that end" not in text(here.get("/account/password"))


def test_a_change_of_the_password_is_written_down_without_it(anong: Somebody) -> None:
    Desk(anong, by_password=True).post("/account/password", {"now": PASSWORD, "password": NEW})
    event = AuditEvent.objects.get(kind="person.password_changed")
    assert (event.chain, event.subject_key) == (anong.agency.pk, str(anong.person.uuid))
    assert NEW not in str(event.details)


def test_without_the_old_password_nothing_changes(anong: Somebody) -> None:
    page = text(
        Desk(anong, by_password=True).post("/account/password", {"now": WRONG, "password": NEW})
    )
    assert "This is not the password that holds now." in page
    Desk(anong, by_password=True)


def test_an_easy_new_password_is_refused_in_thai(anong: Somebody) -> None:
    desk = Desk(anong, language="th", by_password=True)
    page = text(desk.post("/account/password", {"now": PASSWORD, "password": "อบต.หนึ่ง 2569"}))
    assert "รหัสผ่านมีเพียงตัวเลขและชื่อที่ผู้อื่นทราบ" in page
    Desk(anong, by_password=True)


def test_spaces_around_a_password_belong_to_it(anong: Somebody) -> None:
    Desk(anong, by_password=True).post(
        "/account/password", {"now": PASSWORD, "password": f"{NEW} "}
    )
    given = {"username": anong.person.email, "password": f"{NEW} "}
    assert Desk(None).post("/sign-in", given).status_code == 302


def test_who_guesses_the_old_password_is_held_off_as_at_the_sign_in(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    guesses = [
        desk.post("/account/password", {"now": WRONG, "password": NEW}).status_code
        for _ in range(5)
    ]
    assert guesses == [200, 200, 200, 200, 429]
    assert desk.post("/account/password", {"now": PASSWORD, "password": NEW}).status_code == 429
