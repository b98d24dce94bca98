"""The clock of the server is set back: nothing opens again, nothing is told in another order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.models import Invitation
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.services import Post, invite
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.selectors import events_of, faults_in_all_chains
from tests.factories.clients import Desk, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db
Clock = Callable[[timedelta], None]
DAY = timedelta(days=1)


@pytest.fixture
def step(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the clock forward or back from what it really is."""
    real = timezone.now

    def by(difference: timedelta) -> None:
        for place in ("django.utils.timezone.now", "axes.handlers.proxy.now"):
            monkeypatch.setattr(place, lambda: real() + difference)

    return by


def test_the_record_is_told_in_the_order_of_its_chain_and_not_of_its_clock(
    dao: Somebody, step: Clock
) -> None:
    desk = Desk(dao)
    for number, back in enumerate((0, 3, 1, 2)):
        step(-back * timedelta(hours=1))
        desk.post("/units", {"name": f"กอง {number}", "level": "division"})
    told = [event.details["subject"] for event in events_of(dao.agency.pk)[:4] if event.details]
    assert told == ["กอง 3", "กอง 2", "กอง 1", "กอง 0"]
    page = text(desk.get("/audit")).split("<ol")[1]
    assert sorted(told, key=page.index) == told
    assert [*faults_in_all_chains()] == []


def test_who_is_signed_in_stays_so_and_no_longer_than_the_session_lasts(
    dao: Somebody, step: Clock
) -> None:
    desk = Desk(dao, by_password=True)
    step(-2 * DAY)
    assert desk.get("/audit").status_code == 403  # the membership begins tomorrow
    step(timedelta(0))
    assert desk.get("/audit").status_code == 200
    step(timedelta(hours=13))
    assert desk.get("/audit").status_code == 302


def test_an_invitation_that_was_taken_up_opens_no_second_time(dao: Somebody, step: Clock) -> None:
    with scope.agency(dao.agency.pk):
        post = Post((Role.VIEWER,))
        word = invite(email="e@example.org", name="สมมติ เอก", post=post, by=dao.actor)
    stranger = Desk(None)
    assert stranger.post(f"/invitations/{word}", {"password": PASSWORD}).status_code == 302
    step(-DAY)
    assert Desk(None).get(f"/invitations/{word}").status_code == 404
    with scope.everywhere():
        assert Invitation.objects.count() == 1


def test_who_guessed_too_often_stays_locked_out(dao: Somebody, step: Clock) -> None:
    desk = Desk(None)
    wrong = {"username": dao.person.email, "password": "x" * 12}
    for _ in range(5):
        desk.post("/sign-in", wrong)
    right = {**wrong, "password": PASSWORD}
    for back in (timedelta(minutes=30), DAY, 400 * DAY):
        step(-back)
        assert desk.post("/sign-in", right).status_code == 429
    step(timedelta(minutes=16))
    assert desk.post("/sign-in", right).status_code == 302
