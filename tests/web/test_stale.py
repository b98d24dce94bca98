"""Forms that come with an old token: a button of the sign-in that is pressed twice leads on."""

from __future__ import annotations

import pytest
from django.http import HttpResponseBase
from django.test import Client

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from tests.factories.authenticator import code, turn_on
from tests.factories.clients import Desk, found, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db


def strict() -> Client:
    """A browser whose forms must prove where they come from."""
    return Client(headers={"accept-language": "en"}, enforce_csrf_checks=True)


def token(page: HttpResponseBase) -> dict[str, str]:
    (value,) = found(page, "(//main//input[@name='csrfmiddlewaretoken'])[1]/@value")
    return {"csrfmiddlewaretoken": value}


def given(who: Somebody) -> dict[str, str]:
    return {"username": who.person.email, "password": PASSWORD}


@pytest.mark.parametrize(
    ("after", "place"), [("", "/"), ("/units", "/units"), ("//evil.example", "/")]
)
def test_a_second_press_of_the_sign_in_ends_where_the_first_did(
    after: str, place: str, dao: Somebody
) -> None:
    client = strict()
    form = {**given(dao), **token(client.get("/sign-in")), "next": after}
    presses = [client.post("/sign-in", form) for _ in range(2)]
    assert [each.headers.get("Location") for each in presses] == [place, place]


def test_a_second_press_of_the_code_leads_to_the_start_page(dao: Somebody) -> None:
    secret, _ = turn_on(Desk(dao, by_password=True))
    client = strict()
    client.post("/sign-in", {**given(dao), **token(client.get("/sign-in"))})
    form = {"code": code(secret, later=1), **token(client.get("/sign-in/code"))}
    presses = [client.post("/sign-in/code", form) for _ in range(2)]
    assert [each.headers.get("Location") for each in presses] == ["/", "/"]


def test_a_press_with_an_old_token_does_nothing_but_lead_on(dao: Somebody, anong: Somebody) -> None:
    client = strict()
    old = token(client.get("/sign-in"))
    client.post("/sign-in", {**given(dao), **old})
    assert client.post("/sign-in", {**given(anong), **old}).headers["Location"] == "/"
    assert dao.person.name in text(client.get("/account"))
    named = {"name": "กองใหม่", "level": "division", "made_in": str(dao.agency.uuid)}
    refused = client.post("/units", {**named, **old})
    assert (refused.status_code, "This was not saved" in text(refused)) == (403, True)
    with scope.agency(dao.agency.pk):
        assert not Unit.objects.filter(name="กองใหม่").exists()


def test_a_form_from_elsewhere_is_refused_to_who_is_not_signed_in(dao: Somebody) -> None:
    for address in ("/sign-in", "/sign-in/code", "/sign-out"):
        assert strict().post(address, given(dao)).status_code == 403
