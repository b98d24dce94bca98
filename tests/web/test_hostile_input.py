"""What nobody should send: it is refused, or shown as it is written, and runs nowhere."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponseBase
from django.utils.html import escape

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.audit.selectors import events_of, faults_in_all_chains
from tests.factories.clients import Desk, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

NAMES = (
    "{{7*7}} {{ request }} {% debug %}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE agencies_unit; --",
    "=cmd|' /C calc'!A0",
    "../../../etc/passwd",
    "%(by)s %s {0} {by.__class__}",
    "กอง\u202eกลับ\u2066ด้าน",
    "ก\u200bอ\u200cง\ufeff",
    "กอง ๆ ฯลฯ ญฺ เเ ํา 👩‍💼",
)
TOO_LONG = "ก" * 300_000


@pytest.fixture
def desk(dao: Somebody) -> Desk:
    made = Desk(dao)
    made.client.raise_request_exception = False
    return made


def added(desk: Desk, name: str) -> HttpResponseBase:
    return desk.post("/units", {"name": name, "level": "division"})


def names(who: Somebody) -> list[str]:
    with scope.agency(who.agency.pk):
        return [unit.name for unit in Unit.objects.order_by("id")]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown_as_it_was_written_and_runs_nowhere(
    name: str, dao: Somebody, desk: Desk
) -> None:
    assert added(desk, name).status_code == 302
    assert names(dao)[-1] == name
    for address in ("/units", "/audit", "/people/invite"):
        # Jinja draws the fields, and writes two of the marks by their numbers.
        page = text(desk.get(address)).replace("&#39;", "&#x27;").replace("&#34;", "&quot;")
        assert escape(name) in page
        assert name == escape(name) or name not in page
    assert [*faults_in_all_chains()] == []


def test_a_name_that_turns_the_writing_turns_only_itself(desk: Desk) -> None:
    added(desk, "กอง\u202eกลับ")
    assert "added the unit \u2068กอง\u202eกลับ\u2069" in text(desk.get("/audit"))


UNSEEN = ("", " ", "\u3000", "\u200b\u2060", "\u202e \ufeff")


@pytest.mark.parametrize("name", [*UNSEEN, "ก\x00ข", TOO_LONG, "ก" * 201])
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(
    name: str, dao: Somebody, desk: Desk
) -> None:
    before = names(dao), AuditEvent.objects.count()
    answer = added(desk, name)
    assert answer.status_code == 200
    assert "There is something to mend" in text(answer)
    assert (names(dao), AuditEvent.objects.count()) == before


@pytest.mark.parametrize("unseen", UNSEEN)
@pytest.mark.parametrize(
    "address", ["/agency", "/people/invite", "/holidays", "/account/tokens/make"]
)
def test_what_nobody_can_see_is_no_name(address: str, unseen: str, desk: Desk) -> None:
    desk.post("/account/confirm", {"password": PASSWORD})
    given = {"day": "2027-01-04", "is_off": "yes", "email": "x@example.org", "roles": ["viewer"]}
    form = {**desk.form(address), **given, "scopes": ["years.read"], "days": "30"}
    before = AuditEvent.objects.count()
    assert desk.post(address, {**form, "name": unseen}).status_code == 200
    assert AuditEvent.objects.count() == before
    assert desk.post(address, {**form, "name": "ชื่อที่เห็น"}).status_code in {200, 302}
    assert AuditEvent.objects.count() == before + 1


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/x-www-form-urlencoded", b"name=" + b"%e0" * 1_000_000, 400),
        ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 2_001), 400),
        ("application/x-www-form-urlencoded", b"name=%ff%fe&level=division", 302),
        ("application/x-www-form-urlencoded; charset=utf-16", b"name=x&level=division", 400),
        ("application/x-www-form-urlencoded; charset=none", b"name=x&level=division", 302),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken", 409),
        ("multipart/form-data", b"x", 400),
        ("application/json", b'{"name": "x", "level": "division"}', 409),
        ("text/xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 409),
    ],
)
def test_a_body_that_is_no_form_of_ours_breaks_nothing(
    kind: str, body: bytes, status: int, dao: Somebody, desk: Desk
) -> None:
    before = names(dao)
    body = body.replace(b"&level", f"&made_in={dao.agency.uuid}&level".encode())
    answer = desk.client.generic("POST", "/units", body, content_type=kind)
    assert answer.status_code == status
    assert len(names(dao)) == len(before) + (status == 302)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1@evil.example", "a b", "[::1", ""]
)
def test_a_host_that_is_not_ours_is_refused_everywhere(host: str, dao: Somebody) -> None:
    desk = Desk(dao)
    for address in ("/", "/sign-in", "/people/invite", "/nowhere"):
        answer = desk.client.get(address, headers={"host": host})
        assert answer.status_code == 400
        assert host not in text(answer) or not host


def test_a_link_of_an_invitation_is_never_of_a_host_that_was_only_forwarded(dao: Somebody) -> None:
    given = {"name": "สมมติ เอก", "email": "e@example.org", "roles": ["viewer"]}
    forwarded = {"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"}
    desk = Desk(dao)
    sent = {**given, **desk.carried()}
    page = text(desk.client.post("/people/invite", sent, headers=forwarded))
    assert "http://testserver/invitations/" in page
    assert "evil.example" not in page


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
        "http:evil.example", "javascript:alert(1)", "https://testserver@evil.example/",
        "\x01//evil.example", "/\t/evil.example", "http:///evil.example",
    ],
)  # fmt: skip
def test_nobody_is_led_to_another_site(elsewhere: str, dao: Somebody) -> None:
    given = {"username": dao.person.email, "password": PASSWORD, "next": elsewhere}
    answer = Desk(None).client.post("/sign-in", given)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    chosen = Desk(dao).client.post("/language/setlang/", {"language": "en", "next": elsewhere})
    assert chosen.headers["Location"] == "/"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"])
def test_a_method_that_no_page_has_changes_nothing(method: str, dao: Somebody, desk: Desk) -> None:
    before = names(dao), AuditEvent.objects.count()
    for address in ("/", "/units", "/people", "/audit", "/agency"):
        answer = desk.client.generic(method, address, "name=x&level=division")
        assert answer.status_code == 405
    assert (names(dao), AuditEvent.objects.count()) == before


@pytest.mark.parametrize(
    "cookie",
    [
        "session=" + "x" * 100_000,
        "session=../../etc/passwd",
        "session=\x00; csrf=\x00",
        "; ".join(f"c{n}=1" for n in range(3_000)),
        "language=../../../etc; session=",
    ],
)
def test_a_cookie_that_is_none_of_ours_is_a_stranger(cookie: str) -> None:
    answer = Desk(None).client.get("/units", headers={"cookie": cookie})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in?next=/units")


@pytest.mark.parametrize(
    "address",
    [
        "/units/../audit", "/units/%2e%2e/audit", "/static/../secret", "/static/%2e%2e/secret",
        "/static//etc/passwd", "/units/00000000-0000-0000-0000-000000000000",
        "/units/1", "/people/%00", "/invitations/%ff%fe", "/invitations/" + "x" * 10_000,
        "/.git/config", "/.env", "/admin/", "/units?page=%00", "/audit?kind={{7*7777777}}",
    ],
)  # fmt: skip
def test_an_address_that_nobody_has_tells_nothing(address: str, desk: Desk) -> None:
    answer = desk.client.get(address)
    assert answer.status_code in {200, 404}
    assert answer.status_code == 404 or "?" in address
    shown = b"".join(answer) if answer.streaming else answer.content
    assert b"Traceback" not in shown
    # What a template would make of it; long, for a form's random token must not hold it by chance.
    assert b"54444439" not in shown


def test_roles_that_were_not_offered_are_refused(dao: Somebody, boonmee: Somebody) -> None:
    address = f"/people/{boonmee.membership.uuid}"
    seen = re.findall(r'name="seen" value="([^"]*)"', text(Desk(dao).get(address)))[0]
    for roles in (["root"], ["viewer", "is_superuser"], ["{{7*7}}"], []):
        answer = Desk(dao).post(address, {"seen": seen, "roles": roles, "is_active": "0"})
        assert answer.status_code == 200
    assert [event.kind for event in events_of(dao.agency.pk)][:1] == ["unit.added"]


def test_fields_that_no_form_has_change_nothing(dao: Somebody, chai: Somebody, desk: Desk) -> None:
    more = {"agency": chai.agency.pk, "agency_id": chai.agency.pk, "uuid": "0" * 32, "place": 99}
    desk.post("/units", {"name": "กองช่าง", "level": "division", **more})
    with scope.everywhere():
        unit = Unit.objects.get(name="กองช่าง")
    assert (unit.agency_id, unit.place) == (dao.agency.pk, 2)
    assert str(unit.uuid) != more["uuid"]
