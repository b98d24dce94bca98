"""How much one person, one program, or one address of the network, may send in a minute.

Counted in the memory of each worker of the server: with three workers up to three times as much
passes. That is enough against a program that sends without end, and needs no table and no lock.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from prongsai.foundation.accounts.models import Person

MINUTE = 60
_ONE_HOME = 64  # bits: whoever has an IPv6 address has as many as these leave
_SAFE = {"GET", "HEAD", "OPTIONS"}


def limited(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 429 to who sends too much: a person who writes, a program that calls, or an address
    where nobody is known, such as one that tries passwords or words of invitations.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        is_looking = request.method in _SAFE and not _is_of_program(request)
        if is_looking or _is_within(*_counted(request)):
            return get_response(request)
        wait = MINUTE - int(time.time()) % MINUTE
        page = render(request, "web/too_many.html", {"seconds": wait}, status=429)
        page.headers["Retry-After"] = str(wait)
        page.headers["Cache-Control"] = "no-store"
        return page

    return answer


def _counted(request: HttpRequest) -> tuple[str, int]:
    """Return whom a request counts for, and how many are let through."""
    program = getattr(request, "program", None)
    if program is not None:
        return f"token {program.token.pk}", settings.WRITES_A_MINUTE
    if isinstance(request.user, Person):
        return f"person {request.user.pk}", settings.WRITES_A_MINUTE
    return f"address {_home(request.META.get('REMOTE_ADDR', ''))}", settings.TRIES_A_MINUTE


def _is_of_program(request: HttpRequest) -> bool:
    return hasattr(request, "program")  # None where it came without a token that works


def _is_within(whom: str, limit: int) -> bool:
    cache = caches["here"]
    key = f"{whom} {int(time.time()) // MINUTE}".replace(" ", ":")
    cache.add(key, 0, 2 * MINUTE)
    try:
        return cache.incr(key) <= limit
    except ValueError:  # pushed out meanwhile, by very many others
        return True


def _home(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:  # a socket of the machine itself has none
        return "none"
    if isinstance(known, IPv6Address):
        return str(ip_network((known, _ONE_HOME), strict=False))
    return str(known)
