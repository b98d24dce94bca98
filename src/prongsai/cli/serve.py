"""`prongsai serve`: the application, for the browsers of the agency."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Mapping

from prongsai.cli.installation import open_installation
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write

WORKERS = 3  # sync workers: with the settings for SQLite the fastest that was measured
SECONDS = 180  # for a request: a large file over a slow line, then its cleaning


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "serve",
        words,
        say("Serves the application, on this machine only unless another address is given."),
    )
    made.option("--host", default="127.0.0.1", metavar="ADDRESS", help=say("where to listen"))
    made.option("--port", type=int, default=8000, metavar="NUMBER", help=say("on which port"))
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Become the web server; it ends cleanly when it is told to.

    :raises Refusal: if a setting is wrong, or something else listens there.
    """
    _check_free(arguments.host, arguments.port)
    open_installation()
    from django.core.management import call_command  # noqa: PLC0415 -- slow import

    call_command("collectstatic", interactive=False, verbosity=0)
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    print(
        write(say("Prongsai is at http://%(host)s:%(port)s", host=host, port=arguments.port), words)
    )
    sys.stdout.flush()
    command = (
        sys.executable, "-m", "gunicorn", "prongsai.config.wsgi",
        f"--bind={host}:{arguments.port}", f"--workers={WORKERS}", "--log-level=warning",
        f"--timeout={SECONDS}",
    )  # fmt: skip
    os.execv(sys.executable, command)  # noqa: S606 -- no shell, our own words


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
