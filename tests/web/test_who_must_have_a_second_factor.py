from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from prongsai.foundation.accounts.models import Acting
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.audit.selectors import events_of
from tests.factories.authenticator import confirm, turn_on
from tests.factories.clients import Desk, found, text
from tests.factories.people import Somebody, somebody

pytestmark = pytest.mark.django_db

SET_UP = "/account/second-factor"


def asks(who: Somebody, of: str) -> None:
    """Let an agency ask a second factor, whoever did it."""
    Agency.objects.filter(pk=who.agency.pk).update(second_factor=of)


def is_held(who: Somebody) -> bool:
    """Test if somebody who signed in is led to set up a second factor from every page."""
    desk = Desk(who, by_password=True)
    led = [desk.get(page).headers.get("Location") == SET_UP for page in ("/", "/agency", "/search")]
    assert all(led) or not any(led)
    return all(led)


@pytest.mark.parametrize(
    ("of", "held"),
    [
        ("nobody", set()),
        ("administrators", {Role.ADMINISTRATOR}),
        ("writers", {*Role} - {Role.AUDITOR, Role.VIEWER, Role.OVERSEER}),
        ("everybody", {*Role}),
    ],
)
def test_who_must_is_led_there_by_what_the_roles_bring(
    of: str, held: set[Role], dao: Somebody
) -> None:
    asks(dao, of)
    people = {role: somebody(dao.agency, f"x-{role}", role) for role in Role}
    assert {role for role, who in people.items() if is_held(who)} == held


def test_who_is_led_there_reads_why_sets_it_up_and_goes_on(dao: Somebody) -> None:
    asks(dao, "everybody")
    desk = Desk(dao, by_password=True)
    page = text(desk.get(SET_UP))
    assert "อบต.หนึ่ง asks you for a second factor: set it up once, then every page opens." in page
    assert found(desk.get(SET_UP), "//nav") == []
    turn_on(desk)
    assert desk.get("/agency").status_code == 200
    assert "asks you for a second factor" not in text(desk.get(SET_UP))


def test_what_was_being_written_is_refused_and_not_swallowed(dao: Somebody) -> None:
    desk = Desk(dao, by_password=True)
    opened = desk.form("/agency")
    asks(dao, "administrators")
    before = events_of(dao.agency.pk).count()
    answer = desk.post("/agency", {**opened, "district": "เมือง"})
    assert (answer.status_code, events_of(dao.agency.pk).count()) == (403, before)
    assert "go back here, and send what you wrote again." in text(answer)
    assert Agency.objects.get(pk=dao.agency.pk).district == ""


def test_who_is_held_can_still_sign_out_and_change_the_language(dao: Somebody) -> None:
    asks(dao, "everybody")
    desk = Desk(dao, by_password=True)
    assert desk.post("/language/setlang/", {"language": "th"}).status_code == 302
    assert "กำหนดให้ท่านใช้การยืนยันตัวตนสองขั้น" in text(desk.get(SET_UP))
    assert desk.post("/sign-out").headers["Location"] == "/sign-in"


def test_who_asks_it_of_others_has_one(dao: Somebody) -> None:
    desk = Desk(dao, by_password=True)
    asked = {**desk.form("/agency"), "second_factor": "writers"}
    page = text(desk.post("/agency", asked))
    assert "You have no second factor yourself. Turn it on in your account first" in page
    assert Agency.objects.get(pk=dao.agency.pk).second_factor == "nobody"
    turn_on(desk)
    assert desk.post("/agency", asked).status_code == 302
    event = events_of(dao.agency.pk)[0]
    assert event.details is not None
    assert event.details["changes"] == {"second_factor": ["nobody", "writers"]}
    assert desk.get("/agency").status_code == 200


def test_who_turns_it_off_is_led_there_again_and_not_shut_out(dao: Somebody) -> None:
    desk = Desk(dao, by_password=True)
    turn_on(desk)
    asks(dao, "administrators")
    assert desk.post("/account/second-factor/off").status_code == 302
    assert desk.get("/agency").headers["Location"] == SET_UP
    turn_on(desk)
    assert desk.get("/agency").status_code == 200


def test_a_post_acted_for_brings_the_duty_with_the_role(dao: Somebody, boonmee: Somebody) -> None:
    asks(dao, "writers")
    assert not is_held(boonmee)
    today = timezone.localdate()
    acts = {"membership": boonmee.membership, "post": "ปลัด", "role": "clerk"}
    with scope.agency(dao.agency.pk):
        Acting.objects.create(agency=dao.agency, starts_on=today, ends_on=today, **acts)
    assert is_held(boonmee)


def test_another_agency_asks_what_it_asks(dao: Somebody, chai: Somebody) -> None:
    asks(dao, "everybody")
    assert not is_held(chai)


def test_a_program_with_a_token_is_not_asked(dao: Somebody) -> None:
    desk = Desk(dao, by_password=True)
    confirm(desk)
    made = desk.post("/account/tokens/make", {"name": "x", "scopes": ["years.read"], "days": "30"})
    word = found(made, "//p[contains(@class, 'link')]")[0].text_content().strip()
    asks(dao, "everybody")
    answer = Client().get("/api/v1/years", headers={"authorization": f"Bearer {word}"})
    assert answer.status_code == 200
