"""`prongsai serve`: the application, for the browsers of the agency."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Iterator, Mapping
from typing import NoReturn

from prongsai.cli.commands import COMMANDS
from prongsai.cli.installation import make_installation, open_installation
from prongsai.cli.parsing import Parser
from prongsai.cli.supervisor import Command, supervised
from prongsai.core.errors import Refusal
from prongsai.core.sentences import language_of, say, write

WORKERS = 3  # sync workers: with the settings for SQLite the fastest that was measured
SECONDS = 180  # for a request: a large file over a slow line, then its cleaning
ONLY_HERE = ("127.0.0.1", "::1", "localhost")
DEMO_FOLDER = "demo-server"
_OURSELVES = ("-c", "import sys; from prongsai.cli import main; sys.exit(main())")


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "serve",
        words,
        say("Serves the application, on this machine only unless another address is given."),
    )
    made.option("--host", default="127.0.0.1", metavar="ADDRESS", help=say("where to listen"))
    made.option("--port", type=int, default=8000, metavar="NUMBER", help=say("on which port"))
    made.option(
        "--demo",
        action="store_true",
        help=say("two agencies and made-up people to try it with, in a folder of their own"),
    )
    made.option(
        "--fresh",
        action="store_true",
        help=say("with --demo: everything as it was when the demonstration was made"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> NoReturn:
    """Run the web server and what works beside it; both end cleanly when they are told to.

    :raises Refusal: if a setting is wrong, nothing is installed, or something else listens there.
    """
    if arguments.demo:
        _check_only_here(arguments.host)
        os.environ.setdefault("PRONGSAI_FOLDER", DEMO_FOLDER)
    elif arguments.fresh:
        raise Refusal(
            say("only a demonstration can be put back to its first state."),
            fix=say("Call it with --demo, or leave --fresh away."),
        )
    _check_free(arguments.host, arguments.port)
    make_installation() if arguments.demo else open_installation()
    from django.core.management import call_command  # noqa: PLC0415 -- slow import
    from django.db import connections  # noqa: PLC0415 -- slow import

    from prongsai.foundation.accounts.made_up import is_demo  # noqa: PLC0415 -- slow import

    call_command("collectstatic", interactive=False, verbosity=0)
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    lines = [*_accounts(words, fresh=arguments.fresh)] if arguments.demo else []
    if is_demo():
        _check_only_here(arguments.host)  # its passwords stand on the page of the sign-in
    at = say("Prongsai is at http://%(host)s:%(port)s", host=host, port=arguments.port)
    print("\n".join([write(at, words), *lines]))
    sys.stdout.flush()
    connections.close_all()  # from here on only the programs below use the tables
    server: Command = (
        sys.executable, "-m", "gunicorn", "prongsai.config.wsgi",
        f"--bind={host}:{arguments.port}", f"--workers={WORKERS}", "--log-level=warning",
        f"--timeout={SECONDS}", "--preload",
        "--logger-class=prongsai.config.logs.OfGunicorn",
    )  # fmt: skip
    beside = [_ourselves("worker", words)] if "worker" in COMMANDS else []
    # What prepared all this has most of Django in memory, and from here on only watches: the same
    # process goes on as a small program.
    os.execve(sys.executable, supervised(server, *beside), os.environ)  # noqa: S606 -- our own words


def _ourselves(name: str, words: Mapping[str, str]) -> Command:
    return (sys.executable, *_OURSELVES, "--lang", language_of(words), name)


def _accounts(words: Mapping[str, str], *, fresh: bool) -> Iterator[str]:
    """Make the demonstration where it is not there; yield who can sign in, and how."""
    from django.utils.translation import override  # noqa: PLC0415 -- slow import

    from prongsai.cli.demo_agencies import demo_accounts  # noqa: PLC0415 -- slow import
    from prongsai.cli.demo_first_state import see_to_first_state  # noqa: PLC0415 -- slow import

    accounts = demo_accounts()
    see_to_first_state(fresh=fresh)
    yield write(say("A demonstration with made-up people. Sign in as:"), words)
    agency = ""
    for account in accounts:
        if account.agency != agency:
            agency = account.agency
            yield f"\n{agency}"
        with override(language_of(words)):
            yield f"  {account.email:<26} {account.password:<16} {account.role.label}"
    yield ""


def _check_only_here(host: str) -> None:
    if host not in ONLY_HERE:
        raise Refusal(
            say("a demonstration is served on this machine only, not at %(host)s.", host=host),
            fix=say("Everybody would know its passwords: leave --host away."),
        )


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except (OSError, OverflowError) as error:
            raise Refusal(
                say("nobody can listen at %(host)s, port %(port)s.", host=host, port=port),
                fix=say("Something else may be there: choose another with --port."),
            ) from error
