"""Browsers without a screen, each of somebody at work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from django.utils import timezone, translation
from lxml import html

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.selectors import memberships_of
from prongsai.web.account.adapters import BY_PASSWORD
from prongsai.web.made_in import FIELD
from prongsai.web.middleware import IN_SESSION
from prongsai.web.templatetags.thai import day
from tests.factories.people import PASSWORD, Somebody


class Desk:
    """Somebody with a browser who has signed in, with the password if asked; None is a stranger."""

    def __init__(
        self, who: Somebody | None, *, language: str = "en", by_password: bool = False
    ) -> None:
        self.client = Client(headers={"accept-language": language})
        if who is not None and by_password:
            given = {"username": who.person.email, "password": PASSWORD}
            answer = self.client.post("/sign-in", given)
            assert answer.status_code == 302
        elif who is not None:  # in a third of the time
            self.client.force_login(who.person, BY_PASSWORD)

    def get(self, address: str) -> HttpResponseBase:
        return self.client.get(address)

    def post(self, address: str, fields: Mapping[str, object] | None = None) -> HttpResponseBase:
        return self.client.post(address, {**(fields or {}), **self.carried()})

    def carried(self) -> dict[str, str]:
        """Return what every form of a page carries: the agency where who is signed in works."""
        if settings.SESSION_COOKIE_NAME not in self.client.cookies:
            return {}
        session = self.client.session
        person = Person.objects.filter(pk=session.get(SESSION_KEY, 0)).first()
        rows = memberships_of(person, timezone.localdate()) if person else []
        here = session.get(IN_SESSION) or next((str(row.agency.uuid) for row in rows), None)
        return {} if here is None else {FIELD: here}

    def answered(self, address: str, **fields: str) -> Any:
        """Return what the script of a page is answered."""
        given = {**fields, **self.carried()}
        return self.client.post(address, given, headers={"accept": "application/json"}).json()

    def form(self, address: str, number: int = 0) -> dict[str, object]:
        """Return what a form of a page would send as it stands, the first if not said."""
        values: dict[str, list[str]] = {}
        for name, value in found(self.get(address), "//main//form")[number].form_values():
            values.setdefault(name, []).append(value)
        return {**values}


def text(answer: HttpResponseBase) -> str:
    """Return what an answer shows."""
    assert isinstance(answer, HttpResponse)
    return answer.content.decode()


def found(answer: HttpResponseBase, path: str) -> Any:
    """Return the elements of a page at an XPath; lxml's stubs do not know what they can do."""
    return html.document_fromstring(text(answer)).xpath(path)


def listed(answer: HttpResponseBase, name: str) -> list[str]:
    """Return the lines of a list of a page."""
    items = found(answer, f"//ul[@id='{name}']/li")
    return [" ".join(each.text_content().split()) for each in items]


def written(when: date) -> str:
    """Return a day as the English pages write it."""
    with translation.override("en"):
        return day(when)
