"""`prongsai close-account`: nothing of an account works any more, nor after it is opened again."""

from __future__ import annotations

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.accounts.selectors import token_of
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.notices.services import link_calendar
from tests.cli.conftest import Run
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.tokens import a_word

pytestmark = pytest.mark.django_db


@pytest.fixture
def dao(monkeypatch: pytest.MonkeyPatch) -> Somebody:
    """The only administrator of an agency."""
    monkeypatch.setattr("prongsai.cli.close_account.open_as_it_is", lambda: None)
    return somebody(an_agency("อบต.หนึ่ง"), "dao", Role.ADMINISTRATOR)


@pytest.fixture
def boonmee(dao: Somebody) -> Somebody:
    """Looks on in the agency."""
    return somebody(dao.agency, "boonmee", Role.VIEWER)


def works(word: str) -> bool:
    return token_of(word, timezone.localdate()) is not None


def test_sessions_and_tokens_end_and_do_not_come_back(run: Run, boonmee: Somebody) -> None:
    word, desk = a_word(boonmee, Scope.YEARS_READ), Desk(boonmee, by_password=True)
    done = run("close-account", "Boonmee@example.org", "--lang", "en")
    assert (done.printed, done.code) == ("The account of boonmee@example.org is closed.\n", 0)
    assert (desk.get("/account").status_code, works(word)) == (302, False)
    again = run("close-account", "boonmee@example.org", "--reopen", "--lang", "en")
    assert again.printed == "The account of boonmee@example.org is open again.\n"
    assert (desk.get("/account").status_code, works(word)) == (302, False)
    assert Desk(boonmee, by_password=True).get("/account").status_code == 200
    told = AuditEvent.objects.filter(chain=boonmee.agency.pk, kind__startswith="account.")
    assert list(told.order_by("number").values_list("kind", flat=True)) == [
        "account.closed", "account.reopened",
    ]  # fmt: skip


@pytest.mark.parametrize("is_closed_by_hand", [False, True])
def test_the_link_of_a_calendar_ends_and_a_new_one_is_asked_for(
    is_closed_by_hand: bool, run: Run, boonmee: Somebody
) -> None:
    with scope.agency(boonmee.agency.pk):
        word = link_calendar(person=boonmee.person, by=boonmee.actor)
    address = f"/calendar/{word}.ics"
    assert Desk(None).get(address).status_code == 200
    if is_closed_by_hand:
        Person.objects.filter(pk=boonmee.person.pk).update(is_active=False)
    else:
        run("close-account", "boonmee@example.org", "--lang", "en")
    assert run("close-account", "boonmee@example.org", "--reopen", "--lang", "en").code == 0
    assert Desk(None).get(address).status_code == 404
    choices = text(Desk(boonmee, by_password=True).get("/notices/choices"))
    assert "Make a link for the calendar" in choices


def test_an_account_that_was_closed_by_hand_gets_no_token_back(run: Run, boonmee: Somebody) -> None:
    word = a_word(boonmee, Scope.YEARS_READ)
    Person.objects.filter(pk=boonmee.person.pk).update(is_active=False)
    assert run("close-account", "boonmee@example.org", "--reopen", "--lang", "en").code == 0
    assert not works(word)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("dao@example.org",), "nobody else in อบต.หนึ่ง can give roles."),
        (("nobody@example.org",), "nobody has the address nobody@example.org."),
        (("dao@example.org", "--reopen"), "the account of dao@example.org is open."),
    ],
)
@pytest.mark.usefixtures("dao")
def test_what_cannot_be_done_is_refused(run: Run, given: tuple[str, ...], why: str) -> None:
    before = list(Person.objects.values())
    done = run("close-account", *given, "--lang", "en")
    assert (done.printed, done.code, done.refused.startswith(why)) == ("", 2, True)
    assert list(Person.objects.values()) == before
