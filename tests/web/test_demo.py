"""The button that begins a demonstration anew, and that no real installation has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from django.http import HttpResponseBase
from django.test import Client

from prongsai.foundation.accounts.made_up import Account
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.backups.first_state import put_back
from prongsai.web.account.adapters import BY_PASSWORD
from tests.factories.clients import found, text
from tests.factories.demo_server import demonstration_in, everything_in

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

BUTTON = "เริ่มข้อมูลตัวอย่างใหม่"
Demo = tuple[Path, tuple[Account, ...]]


@pytest.fixture
def demo(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Demo]:
    folder = tmp_path / "demo"
    with django_db_blocker.unblock(), demonstration_in(folder) as accounts:
        yield folder, accounts


def signed_in(account: Account) -> Client:
    client = Client()
    given = {"username": account.email, "password": account.password}
    assert client.post("/sign-in", given).status_code == 302
    return client


def come_in(account: Account) -> Client:
    """Return a browser of somebody, in a third of the time that the sign-in page takes."""
    client = Client()
    person = Person.objects.get(email=account.email)
    client.force_login(person, BY_PASSWORD)
    assert client.get("/account").status_code == 200  # nobody else's button would be asked
    return client


def test_one_press_puts_everything_back_and_signs_everybody_out(demo: Demo) -> None:
    folder, accounts = demo
    before = everything_in(folder)
    one, other = signed_in(accounts[0]), signed_in(accounts[1])
    Agency.objects.update(district="แก้ไข")
    answer = one.post("/demo/begin-anew")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in")
    assert everything_in(folder) == before
    assert "ข้อมูลตัวอย่างกลับเป็นเหมือนตอนเริ่มต้นแล้ว" in text(one.get("/sign-in"))
    assert [each.get("/").status_code for each in (one, other)] == [302, 302]
    assert text(signed_in(accounts[1]).get("/")).count(BUTTON) == 1


def test_the_sign_in_shows_who_is_made_up_and_lets_everybody_in_by_one_press(demo: Demo) -> None:
    _, accounts = demo
    page = text(Client().get("/sign-in"))
    for each in accounts:
        assert f'value="{each.email}"' in page
        assert f"<code>{each.password}</code>" in page
        assert f"ทดลองในฐานะ {each.role.label} · {each.name}" in page
        assert each.agency in text(signed_in(each).get("/"))
    assert BUTTON in page


def test_without_a_first_state_nothing_is_put_back(demo: Demo) -> None:
    folder, accounts = demo
    (folder / "first-state").rename(folder / "elsewhere")
    client = signed_in(accounts[0])
    before = everything_in(folder)
    assert client.post("/demo/begin-anew").status_code == 404
    assert BUTTON not in text(client.get("/"))
    assert everything_in(folder) == before


@pytest.mark.django_db
def test_a_real_installation_has_neither_the_button_nor_the_names() -> None:
    client = Client()
    page = text(client.get("/sign-in"))
    assert BUTTON not in page
    assert "made-up" not in page
    assert client.post("/demo/begin-anew").status_code == 404


def test_the_button_is_pressed_with_the_token_of_a_page_only(demo: Demo) -> None:
    folder, _ = demo
    before = everything_in(folder)
    Agency.objects.update(district="แก้ไข")
    assert Client(enforce_csrf_checks=True).post("/demo/begin-anew").status_code == 403
    assert Client().get("/demo/begin-anew").status_code == 405
    assert everything_in(folder) != before


def links(answer: HttpResponseBase) -> set[str]:
    """Return where an answer leads to in the application, without the anchors."""
    if answer.status_code == 302:
        return {answer.headers["Location"]}
    if not answer.headers["Content-Type"].startswith("text/html"):
        return set()
    return {str(each) for each in found(answer, "//a/@href | //form[@method='get']/@action")}


def walk(account: Account) -> dict[str, HttpResponseBase]:
    """Follow every link from the start page on; return what each address answered.

    The manual is for every role: not each of its links is, so that they are not followed.
    """
    client, waiting, seen = signed_in(account), ["/"], dict[str, HttpResponseBase]()
    while waiting:
        at = waiting.pop()
        answer = seen[at] = client.get(at)
        new = {urljoin(at, each).partition("#")[0] for each in links(answer) if at != "/manual"}
        waiting += sorted(new - seen.keys() - set(waiting))
    return seen


@pytest.mark.no_cover  # it goes the same ways again and again
def test_every_link_of_every_page_leads_somebody_made_up_to_a_page(demo: Demo) -> None:
    for account in demo[1]:
        seen = {at: answer.status_code for at, answer in walk(account).items()}
        broken = {at: status for at, status in seen.items() if status not in {200, 302}}
        assert broken == {}, account.email
        assert {"/manual", "/account", "/account/second-factor", "/notices/choices"} <= seen.keys()


def buttons(at: str, answer: HttpResponseBase) -> dict[tuple[str, str], dict[str, str]]:
    """Return what each button of a page sends as the page stands, by its address and its value."""
    sent: dict[tuple[str, str], dict[str, str]] = {}
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return sent
    for form in found(answer, "//form[@method='post']"):
        to = urljoin(at, form.get("action") or at)
        for button in form.xpath(".//button"):
            name, value = button.get("name") or "", button.get("value") or ""
            sent[to, value] = {**dict(form.form_values()), **({name: value} if name else {})}
    return sent


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize("who", ["admin", "ita"])
def test_every_button_of_every_page_is_answered(who: str, demo: Demo) -> None:
    (account,) = (each for each in demo[1] if each.email == f"{who}@na-thong.example")
    sent = dict[tuple[str, str], dict[str, str]]()
    for at, page in walk(account).items():
        sent |= buttons(at, page) if "what-if" not in at else {}
    answers = {}
    for (to, value), given in sent.items():
        answers[to, value] = come_in(account).post(to, given).status_code
        put_back()
    assert {to: status for to, status in answers.items() if status not in {200, 302}} == {}
    assert len(answers) > 25
