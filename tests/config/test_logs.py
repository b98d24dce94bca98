from __future__ import annotations

import logging

from prongsai.config.logs import WithoutWords


def test_the_word_of_an_invitation_stands_in_no_log() -> None:
    told = ("Forbidden (%s): %s", ("no cookie", "/invitations/Zm9yLXRlc3Rz"))
    line = logging.LogRecord("django.security.csrf", logging.WARNING, "", 1, *told, None)
    written = WithoutWords().format(line)
    assert written.endswith(" WARNING django.security.csrf: Forbidden (no cookie): /invitations/…")


def test_what_broke_is_logged_with_the_way_to_it() -> None:
    try:
        raise ValueError("at /invitations/Zm9yLXRlc3Rz/")  # noqa: TRY301 -- a fault made up
    except ValueError as error:
        found = (ValueError, error, error.__traceback__)
    line = logging.LogRecord("django.request", logging.ERROR, "", 1, "broken", (), found)
    written = WithoutWords().format(line).splitlines()
    assert written[1] == "Traceback (most recent call last):"
    assert written[-1] == "ValueError: at /invitations/…/"
