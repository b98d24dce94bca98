"""`prongsai close-account`: let nobody in with an account any more, or its owner again."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from prongsai.cli.installation import open_as_it_is
from prongsai.cli.parsing import Parser
from prongsai.core.sentences import say, write


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "close-account",
        words,
        say(
            "Closes an account: who has it is signed out everywhere, and every token and link of it"
            " ends for good. What the person wrote stays."
        ),
    )
    made.option("email", metavar="EMAIL", help=say("the e-mail address of the account"))
    made.option(
        "--reopen", action="store_true", help=say("open it again, with nothing that was ended")
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Close the account or open it again.

    :raises Refusal: if nobody has the address, it is so already, or an agency would be left without
        an administrator.
    """
    open_as_it_is()
    from prongsai.foundation.audit.services import Program  # noqa: PLC0415 -- slow import
    from prongsai.foundation.notices.closing import (  # noqa: PLC0415 -- slow import
        close_for_good,
        open_again,
    )

    by = Program("prongsai close-account")
    if arguments.reopen:
        person = open_again(email=arguments.email, by=by)
        done = say("The account of %(email)s is open again.", email=person.email)
    else:
        person = close_for_good(email=arguments.email, by=by)
        done = say("The account of %(email)s is closed.", email=person.email)
    print(write(done, words))
