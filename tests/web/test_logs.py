"""What stands in the log, and what never does."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.config.logs import Lines
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

INVITED = {"name": "นางสมมติ ใหม่", "email": "new@example.org"}
FIELDS = {"at", "level", "from", "said", "method", "page", "status", "ms", "agency", "request"}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """The log as the server writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines("json"))
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_a_request_is_told_by_the_name_of_its_address(dao: Somebody, log: io.StringIO) -> None:
    client = Client()
    client.force_login(dao.person)
    client.get(reverse("units"), {"word": "secret"})
    (line,) = map(json.loads, log.getvalue().splitlines())
    assert line.keys() == FIELDS
    assert {name: line[name] for name in ("method", "page", "status", "agency")} == {
        "method": "GET", "page": "units", "status": 200, "agency": str(dao.agency.uuid),
    }  # fmt: skip


WITH_A_WORD = (
    "/invitations/the-word-of-an-invitation",
    "/password/the-word-of-a-link",
    "/calendar/the-word-of-a-link.ics",
    "/nothing/the-word-of-an-invitation?email=dao@example.org",
)


def test_who_it_was_and_what_was_written_is_never_told(
    dao: Somebody, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        try:
            dict[str, str]()["dao@example.org"]
        except KeyError as error:
            raise ValueError("สมมติ dao is wrong") from error

    client = Client(raise_request_exception=False, REMOTE_ADDR="192.0.2.77")
    for address in WITH_A_WORD:
        client.get(address)
    client.get("/sign-in", headers={"host": "the-word-of-an-invitation.example"})
    for password in ("wrong-password",) * 6 + (PASSWORD,):
        client.post(reverse("sign-in"), {"username": "dao@example.org", "password": password})
    client.force_login(dao.person)
    client.post(reverse("invite"), {**INVITED, "made_in": dao.agency.uuid})
    monkeypatch.setattr("prongsai.web.units.divisions", broken)
    assert client.get(reverse("units")).status_code == 500
    told = log.getvalue()
    for hidden in ("example", "dao", "สมมติ", "192.0.2", "the-word", "wrong-password", PASSWORD):
        assert hidden not in told
    assert {json.loads(line)["page"] for line in told.splitlines() if '"page"' in line} >= {
        "take-up", "new-password", "calendar", "-", "sign-in", "invite", "units",
    }  # fmt: skip


def test_an_error_is_told_by_its_places_and_kinds(
    dao: Somebody, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prongsai.web.units.divisions", lambda: [][1])
    client = Client(raise_request_exception=False)
    client.force_login(dao.person)
    client.get(reverse("units"))
    error, request = map(json.loads, log.getvalue().splitlines())
    assert (error["level"], error["from"], error["said"]) == ("error", "django.request", "%s: %s")
    assert error["error"][-1] == "builtins.IndexError"
    assert any(step.startswith("prongsai.web.units:") for step in error["error"])
    assert error["request"] == request["request"]


def test_lines_for_people_have_the_same_facts() -> None:
    record = logging.LogRecord("prongsai.x", logging.INFO, "", 1, "request", (), None)
    record.told = {"page": "units", "status": 200}
    record.created = 0.0
    assert Lines("text").format(record) == (
        "at=1970-01-01T00:00:00.000+00:00 level=info from=prongsai.x said=request page=units"
        " status=200"
    )


def test_who_watches_the_server_is_not_told(log: io.StringIO) -> None:
    Client().get(reverse("health"))
    assert log.getvalue() == ""
