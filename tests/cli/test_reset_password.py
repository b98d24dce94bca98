"""`prongsai reset-password`: the link of who runs the server."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from prongsai.foundation.accounts.models import PasswordLink
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import password_link_of
from prongsai.foundation.audit.models import AuditEvent
from tests.cli.conftest import Run
from tests.factories.people import Somebody, an_agency, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def dao(monkeypatch: pytest.MonkeyPatch) -> Somebody:
    """The only administrator of an agency."""
    monkeypatch.setattr("prongsai.cli.reset_password.open_as_it_is", lambda: None)
    return somebody(an_agency("อบต.หนึ่ง"), "dao", Role.ADMINISTRATOR)


def test_it_prints_a_link_that_opens_the_account(
    run: Run, dao: Somebody, settings: LazySettings
) -> None:
    settings.ADDRESS = "https://ita.example.go.th"
    done = run("reset-password", "DAO@example.org", "--lang", "en")
    said, link = done.printed.splitlines()
    start, _, word = link.rpartition("/")
    assert said == "It works once, and for 24 hours. Hand it over to that person alone:"
    assert (done.code, start) == (0, "https://ita.example.go.th/password")
    opened = password_link_of(word)
    assert opened is not None
    assert opened.person == dao.person
    event = AuditEvent.objects.get(chain=dao.agency.pk, kind="password_link.made")
    assert event.details is not None
    assert event.details["by"] == "prongsai reset-password"


def test_without_an_address_of_the_server_it_says_what_stands_before(
    run: Run, dao: Somebody
) -> None:
    done = run("reset-password", dao.person.email, "--lang", "th")
    _, link, more = done.printed.splitlines()
    assert link.startswith("/password/")
    assert more == "ให้เติมที่อยู่ของเครื่องแม่ข่ายที่ใช้เปิดในเบราว์เซอร์ไว้ข้างหน้า"


@pytest.mark.usefixtures("dao")
def test_an_address_that_nobody_has_is_refused(run: Run) -> None:
    done = run("reset-password", "nobody@example.org", "--lang", "en")
    assert (done.printed, done.code) == ("", 2)
    assert done.refused == (
        "nobody with an open account has the address nobody@example.org."
        " See how it is written; a closed account is opened again first.\n"
    )
    assert not PasswordLink.objects.exists()
