"""Pages of what went wrong: in the reader's language, with the look of the others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponseBase
from django.test import Client

from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

TOO_MANY = dict.fromkeys(map(str, range(2_001)), "x")
Ask = Callable[[Desk], HttpResponseBase]

ERRORS: dict[str, tuple[int, str, Ask]] = {
    "nothing there": (404, "ไม่พบหน้านี้", lambda desk: desk.get("/nothing")),
    "not allowed": (403, "ท่านไม่มีสิทธิเปิดหน้านี้", lambda desk: desk.get("/overseen")),
    "a stale form": (403, "ยังไม่ได้บันทึกข้อมูล", lambda _: strict().post("/sign-in")),
    "a button": (405, "เปิดหน้านี้จากที่อยู่โดยตรงไม่ได้", lambda desk: desk.get("/choose-agency")),
    "too much": (400, "ระบบอ่านข้อมูลที่ส่งมาไม่ได้", lambda desk: desk.post("/units", TOO_MANY)),
}


def strict() -> Client:
    """A browser whose forms must prove where they come from."""
    return Client(headers={"accept-language": "th"}, enforce_csrf_checks=True)


def looks_like_ours(page: str, language: str) -> bool:
    parts = (f'<html lang="{language}">', "web/theme.js", "web/prongsai.css", 'class="navbar-brand')
    return all(part in page for part in parts)


@pytest.mark.django_db
@pytest.mark.parametrize("error", ERRORS)
def test_what_went_wrong_is_told_in_thai_on_a_page_of_ours(error: str, dao: Somebody) -> None:
    status, heading, ask = ERRORS[error]
    answer = ask(Desk(dao, language="th"))
    page = text(answer)
    assert (answer.status_code, looks_like_ours(page, "th")) == (status, True)
    assert f"<h1>{heading}</h1>" in page
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_an_error_page_keeps_the_language_the_menu_and_the_way_out(dao: Somebody) -> None:
    page = text(Desk(dao, language="en").get("/nothing"))
    assert looks_like_ours(page, "en")
    assert "<h1>There is nothing here</h1>" in page
    assert 'href="/units"' in page
    assert 'action="/sign-out"' in page


@pytest.mark.django_db
def test_a_method_that_is_refused_names_those_that_are_not(dao: Somebody) -> None:
    assert Desk(dao).get("/choose-agency").headers["Allow"] == "POST"


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_broke_is_told_without_a_database(language: str) -> None:
    # Without the mark of pytest-django every query of a test fails.
    client = Client(raise_request_exception=False, headers={"accept-language": language})
    client.cookies["session"] = "x" * 32
    answer = client.get("/")
    assert (answer.status_code, looks_like_ours(text(answer), language)) == (500, True)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert f"<h1>{'ระบบขัดข้อง' if language == 'th' else 'Something broke'}</h1>" in text(answer)
