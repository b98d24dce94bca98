from __future__ import annotations

from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from django.test import override_settings

from prongsai.foundation.audit.models import AuditEvent
from tests.factories.authenticator import code, confirm, turn_on
from tests.factories.clients import Desk, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

LATER = 1  # half minutes: a code that was not used yet, and is taken already


def after_password(who: Somebody, language: str = "en") -> Desk:
    """Return a browser that is asked for the code."""
    desk = Desk(None, language=language)
    given = {"username": who.person.email, "password": PASSWORD, "next": "/units"}
    assert desk.post("/sign-in", given).headers["Location"] == "/sign-in/code"
    return desk


def answers(desk: Desk, typed: str) -> str:
    """Return where a code leads, or what is said."""
    answer = desk.post("/sign-in/code", {"code": typed})
    return answer.headers["Location"] if answer.status_code == 302 else text(answer)


def kinds(chain: int) -> list[str]:
    return list(
        AuditEvent.objects.filter(chain=chain, kind__regex="factor|codes")
        .order_by("number")
        .values_list("kind", flat=True)
    )


def test_after_the_password_a_code_is_asked_for(anong: Somebody) -> None:
    secret, _ = turn_on(Desk(anong, by_password=True))
    desk = after_password(anong)
    assert desk.get("/units").headers["Location"] == "/sign-in?next=/units"
    assert answers(desk, code(secret, later=LATER)) == "/units"
    assert desk.get("/units").status_code == 200


def test_a_code_works_once(anong: Somebody) -> None:
    secret, _ = turn_on(Desk(anong, by_password=True))
    typed = code(secret, later=LATER)
    assert answers(after_password(anong), typed) == "/units"
    assert "This code does not fit, or was used already." in answers(after_password(anong), typed)


def test_the_code_that_turned_it_on_lets_nobody_in(anong: Somebody) -> None:
    secret, _ = turn_on(Desk(anong, by_password=True))
    assert "does not fit" in answers(after_password(anong), code(secret))


def test_five_wrong_codes_end_the_tries_whoever_types_them(anong: Somebody) -> None:
    secret, _ = turn_on(Desk(anong, by_password=True))
    for _ in range(5):
        assert "รหัสไม่ถูกต้อง" in answers(after_password(anong, "th"), "000000")
    right = answers(after_password(anong, "th"), code(secret, later=LATER))
    assert "ลองหลายครั้งเกินไป" in right


def test_a_code_for_a_lost_phone_works_once_and_is_written_down(anong: Somebody) -> None:
    _, codes = turn_on(Desk(anong, by_password=True))
    assert len(set(codes)) == 10
    assert answers(after_password(anong), f"{codes[0][:4]} {codes[0][4:]}") == "/units"
    assert "does not fit" in answers(after_password(anong), codes[0])
    assert kinds(0) == ["recovery_codes.used"]


def test_codes_for_a_lost_phone_are_shown_once(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    _, codes = turn_on(desk)
    again = text(desk.get("/account/codes"))
    assert "The codes were shown already." in again
    assert [each for each in codes if each in again] == []


def test_new_codes_take_the_place_of_the_old(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    _, codes = turn_on(desk)
    assert desk.post("/account/codes/new").headers["Location"] == "/account/codes"
    assert "10" in text(desk.get("/account/second-factor"))
    assert "does not fit" in answers(after_password(anong), codes[0])
    assert kinds(anong.agency.pk) == ["second_factor.turned_on", "recovery_codes.made"]


def test_it_is_turned_off_again(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    turn_on(desk)
    assert desk.post("/account/second-factor/off").headers["Location"] == "/account/second-factor"
    assert "The second factor is off." in text(desk.get("/account/second-factor"))
    assert Authenticator.objects.count() == 0
    Desk(anong, by_password=True).get("/units")
    assert kinds(anong.agency.pk) == ["second_factor.turned_on", "second_factor.turned_off"]


@pytest.mark.parametrize("page", ["second-factor/on", "second-factor/off", "codes", "codes/new"])
def test_the_password_is_asked_again_before_anything_changes(anong: Somebody, page: str) -> None:
    desk = Desk(anong, by_password=True)
    if page != "second-factor/on":
        turn_on(desk)
        desk = by_lost_phone_code(anong)
    asked = unquote(desk.get(f"/account/{page}").headers["Location"])
    assert asked == f"/account/confirm?next=/account/{page}"
    given = {"password": PASSWORD, "next": f"/account/{page}"}
    assert desk.post("/account/confirm", given).headers["Location"] == f"/account/{page}"
    assert desk.get(f"/account/{page}").status_code == 200


def by_lost_phone_code(who: Somebody) -> Desk:
    """Return a browser of somebody who came in by a code for a lost phone."""
    codes = Authenticator.objects.get(user=who.person, type="recovery_codes").wrap()
    desk = after_password(who)
    assert answers(desk, codes.get_unused_codes()[0]) == "/units"
    return desk


def test_who_guesses_the_password_there_is_held_off_as_at_the_sign_in(anong: Somebody) -> None:
    desk = Desk(anong, language="th", by_password=True)
    given = {"password": "ไม่ใช่รหัสผ่านนี้แน่นอน", "next": "/account/second-factor/on"}
    tries = [desk.post("/account/confirm", given) for _ in range(5)]
    assert [each.status_code for each in tries] == [200, 200, 200, 200, 429]
    assert "รหัสผ่านปัจจุบันไม่ถูกต้อง" in text(tries[0])


def test_the_secret_is_kept_sealed(anong: Somebody) -> None:
    secret, codes = turn_on(Desk(anong, by_password=True))
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert [each for each in (secret, *codes) if each in kept] == []


def test_with_another_secret_of_the_installation_no_code_fits(anong: Somebody) -> None:
    secret, codes = turn_on(Desk(anong, by_password=True))
    with override_settings(SECRET_KEY="another secret of an installation, made up for this test"):  # noqa: S106
        desk = after_password(anong)
        for typed in (code(secret, later=LATER), codes[0]):
            assert "does not fit" in answers(desk, typed)


def test_an_administrator_removes_it_for_a_lost_phone(dao: Somebody, anong: Somebody) -> None:
    phone = Desk(anong, by_password=True)
    turn_on(phone)
    desk, address = Desk(dao, by_password=True), f"/people/{anong.membership.uuid}/second-factor"
    assert address in text(desk.get(f"/people/{anong.membership.uuid}"))
    assert desk.post(address).headers["Location"].startswith("/account/confirm")
    confirm(desk)
    assert desk.post(address).headers["Location"] == f"/people/{anong.membership.uuid}"
    assert phone.get("/units").headers["Location"] == "/sign-in?next=/units"
    assert Desk(anong, by_password=True).get("/units").status_code == 200
    assert kinds(dao.agency.pk) == ["second_factor.turned_on", "second_factor.removed"]


def test_nobody_else_and_of_nobody_elses_agency(
    dao: Somebody, anong: Somebody, chai: Somebody
) -> None:
    turn_on(Desk(anong, by_password=True))
    address = f"/people/{anong.membership.uuid}/second-factor"
    desk = Desk(chai, by_password=True)
    confirm(desk)
    assert desk.post(address).status_code == 404
    desk = by_lost_phone_code(anong)
    confirm(desk)
    assert desk.post(f"/people/{dao.membership.uuid}/second-factor").status_code == 403


def test_ones_own_and_one_that_is_not_there_are_refused(dao: Somebody, anong: Somebody) -> None:
    desk = Desk(dao, by_password=True)
    confirm(desk)
    said = [
        text(desk.post(f"/people/{each.membership.uuid}/second-factor")) for each in (dao, anong)
    ]
    assert "Nobody removes the own second factor here." in said[0]
    assert "สมมติ anong has no second factor." in said[1]
