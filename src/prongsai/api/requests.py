"""A request of a program, with the token that it came with."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Token

ROOT = "/api/"
PREFIX = "/api/v1/"


@dataclass(frozen=True, slots=True)
class Program:
    """A program at work for the owner of its token."""

    token: Token
    actor: Actor


class ApiRequest(HttpRequest):
    """A request of a program: the middleware has seen to its token, the gate to its scope."""

    program: Program


def is_for_api(request: HttpRequest) -> bool:
    """Test if a request asks the API for something."""
    return request.path_info.startswith(ROOT)


def word_in(request: HttpRequest) -> str:
    """Return the word of the token that a request came with, or nothing."""
    scheme, _, word = request.headers.get("Authorization", "").partition(" ")
    return word.strip() if scheme.lower() == "bearer" else ""
