"""`prongsai reset-password`: a link to a new password, for who runs the server."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from prongsai.cli.installation import open_as_it_is
from prongsai.cli.parsing import Parser
from prongsai.core.sentences import say, write


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "reset-password",
        words,
        say(
            "Prints a link with which somebody who forgot the password sets another. It works"
            " once, and for 24 hours. Hand it over to that person alone."
        ),
    )
    made.option("email", metavar="EMAIL", help=say("the e-mail address of the account"))
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Make the link and print it.

    :raises Refusal: if nobody with an open account has the address.
    """
    open_as_it_is()
    from django.conf import settings  # noqa: PLC0415 -- slow import
    from django.urls import reverse  # noqa: PLC0415 -- slow import

    from prongsai.foundation.accounts.services.password_links import (  # noqa: PLC0415 -- slow import
        make_password_link_at_the_server,
    )
    from prongsai.foundation.audit.services import Program  # noqa: PLC0415 -- slow import

    by = Program("prongsai reset-password")
    word = make_password_link_at_the_server(email=arguments.email, by=by)
    print(write(say("It works once, and for 24 hours. Hand it over to that person alone:"), words))
    print(f"{settings.ADDRESS}{reverse('new-password', args=[word])}")
    if not settings.ADDRESS:
        print(write(say("Before it stands the address of the server in the browser."), words))
