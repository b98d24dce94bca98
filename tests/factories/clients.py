"""Browsers without a screen, each of somebody at work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from lxml import html

from tests.factories.people import PASSWORD, Somebody


class Desk:
    """Somebody with a browser, who has signed in with the password; None is a stranger."""

    def __init__(self, who: Somebody | None, *, language: str = "en") -> None:
        self.client = Client(headers={"accept-language": language})
        if who is not None:
            given = {"username": who.person.email, "password": PASSWORD}
            answer = self.client.post("/sign-in", given)
            assert answer.status_code == 302

    def get(self, address: str) -> HttpResponseBase:
        return self.client.get(address)

    def post(self, address: str, fields: Mapping[str, object] | None = None) -> HttpResponseBase:
        return self.client.post(address, fields or {})

    def answered(self, address: str, **fields: str) -> Any:
        """Return what the script of a page is answered."""
        return self.client.post(address, fields, headers={"accept": "application/json"}).json()

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
