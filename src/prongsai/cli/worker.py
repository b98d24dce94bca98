"""`prongsai worker`: do what nobody waits for, such as reminders and mail."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from prongsai.cli.installation import open_installation
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "worker",
        words,
        say("Does what waits in the background, until it is told to end (Ctrl+C)."),
    )
    made.option("--once", action="store_true", help=say("do what is due now, then end"))
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Work; beside another worker wait until that one is gone, or with --once do nothing.

    :raises Refusal: if a setting is wrong, or with --once another worker is at work.
    """
    open_installation()
    from prongsai.foundation.jobs.alone import NotAlone  # noqa: PLC0415 -- slow import
    from prongsai.foundation.jobs.work import Stop, work, work_once  # noqa: PLC0415 -- slow import

    if not arguments.once:
        stop = Stop()
        stop.listen()
        work(stop, lambda: _tell_that_it_waits(words))
        return
    try:
        count = work_once()
    except NotAlone as error:
        raise Refusal(
            say("another worker is at work."),
            fix=say("It does what is due; nothing more is to be done."),
        ) from error
    print(write(say("Jobs done: %(count)s.", count=count), words))


def _tell_that_it_waits(words: Mapping[str, str]) -> None:
    print(write(say("Another worker is at work; this one waits."), words))
    sys.stdout.flush()
