"""Tokens of programs, and a program that calls the API with one."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client

from prongsai.foundation.accounts.models import Token
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.accounts.services.tokens import make_token
from prongsai.foundation.accounts.words import hash_of
from prongsai.foundation.agencies import scope
from tests.factories.people import Somebody


def a_word(who: Somebody, *scopes: Scope, days: int = 30, name: str = "โปรแกรมทดสอบ") -> str:
    """Make a token of somebody; all scopes if none is named."""
    with scope.agency(who.agency.pk):
        return make_token(
            membership=who.membership,
            name=name,
            scopes=scopes or tuple(Scope),
            days=days,
            by=who.actor,
        )


def token_with(word: str, who: Somebody) -> Token:
    """Return the row of a token of an agency."""
    with scope.agency(who.agency.pk):
        return Token.objects.get(word_hash=hash_of(word))


class Caller:
    """A program: it has a word or none, and speaks English if not said."""

    def __init__(self, word: str | None, *, language: str = "en") -> None:
        headers = {"accept-language": language}
        if word is not None:
            headers["authorization"] = f"Bearer {word}"
        self.client = Client(headers=headers)

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api/v1/{path}", headers=headers)

    def post(self, path: str, sent: object, **headers: str) -> Any:
        body = sent if isinstance(sent, str) else json.dumps(sent)
        kind = headers.pop("content_type", "application/json")
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(f"/api/v1/{path}", body, content_type=kind, headers=named)
