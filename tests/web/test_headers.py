"""What each answer tells the browser beside its page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.factories.clients import Desk
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db

PAGES = ("/", "/sign-in", "/units", "/people/invite", "/nowhere", "/health")
BEHIND_HTTPS = """
import json, django
django.setup()
from django.test import Client
told = Client(headers={"host": "127.0.0.1", "x-forwarded-proto": "https"}).get("/sign-in")
open_way = Client(headers={"host": "127.0.0.1"}).get("/sign-in")
print(json.dumps([dict(told.headers), told.cookies.output(), open_way.headers["Location"]]))
"""


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_tells_the_browser_what_it_may_do(address: str, dao: Somebody) -> None:
    headers = Desk(dao, by_password=True).get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == headers["Cross-Origin-Opener-Policy"] == "same-origin"
    policy = set(headers["Content-Security-Policy"].split("; "))
    assert {"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} <= policy
    assert "script-src 'self'" in policy
    assert "charset=utf-8" in headers["Content-Type"]
    assert not [name for name in headers if name.lower().startswith("access-control-")]


def test_cookies_are_read_by_no_script_and_sent_by_no_other_site(dao: Somebody) -> None:
    desk = Desk(dao, by_password=True)
    desk.get("/units")
    desk.post("/language/setlang/", {"language": "en"})
    kept = desk.client.cookies
    assert set(kept) == {"session", "csrf", "language"}
    assert {(each["httponly"], each["samesite"]) for each in kept.values()} == {(True, "Lax")}


def test_behind_https_cookies_and_addresses_are_only_of_https(tmp_path: Path) -> None:
    given = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "prongsai.config.settings",
        "PRONGSAI_FOLDER": str(tmp_path),
        "PRONGSAI_HTTPS": "true",
    }
    run = [sys.executable, "-W", "ignore", "-c", BEHIND_HTTPS]
    done = subprocess.run(run, env=given, capture_output=True, text=True, check=True)
    headers, cookies, led_to = json.loads(done.stdout)
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert cookies.startswith("Set-Cookie: __Host-csrf=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookies.split("; "))
    assert led_to == "https://127.0.0.1/sign-in"


@pytest.mark.parametrize("address", ["/units", "/choose-agency", "/sign-out"])
def test_a_form_without_its_token_is_refused(address: str, dao: Somebody) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(dao.person)
    answer = strict.post(address, {"name": "กองช่าง", "level": "division"})
    assert answer.status_code == 403
    assert strict.get("/units").status_code == 200


def test_a_session_that_was_ended_opens_nothing_again(dao: Somebody) -> None:
    desk = Desk(dao, by_password=True)
    kept = desk.client.cookies["session"].value
    desk.post("/sign-out")
    stolen = Client(headers={"cookie": f"session={kept}"})
    assert stolen.get("/units").headers["Location"] == "/sign-in?next=/units"
