"""`prongsai doctor`: whether an installation is well, and what to do where it is not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from prongsai.cli.installation import folder_given, holds_something, load_settings
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say, write

if TYPE_CHECKING:
    from prongsai.cli.checkup.line import Line

    Check = Callable[[], Iterator[Line]]

SICK = 1
_LEVELS = {"ok": say("ok"), "look": say("look"), "wrong": say("wrong")}
_WIDTH = 8


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    return Parser(
        "doctor",
        words,
        say("Looks at an installation, changes nothing, and says what is wrong and what to do."),
    )


def run(_arguments: argparse.Namespace, words: Mapping[str, str]) -> int:
    """Print a line for each thing looked at; return 1 where something is wrong."""
    lines = [*_lines()]
    for line in lines:
        print(f"{write(_LEVELS[line.level.value], words):<{_WIDTH}} {write(line.what, words)}")
        if line.fix is not None:
            print(f"{'':<{_WIDTH}} → {write(line.fix, words)}")
    return SICK if any(line.level.value == "wrong" for line in lines) else 0


def _lines() -> Iterator[Line]:
    from prongsai.cli.checkup.line import ok, wrong  # noqa: PLC0415 -- slow import

    folder = folder_given()
    if not holds_something(folder):  # loading the settings would make it
        yield wrong(
            say("there is no installation in %(folder)s.", folder=folder),
            say("See PRONGSAI_FOLDER, or make one: prongsai init"),
        )
        return
    try:
        load_settings()
    except Refusal as refusal:
        yield wrong(refusal.what, refusal.fix or say("Mend it, then try again."))
        return
    yield ok(say("the settings can be used."))
    for check, name in _checks().items():
        yield from _made(check, name)


def _checks() -> dict[Check, Sentence]:
    """Return what is looked at, in order, with what it is called where that cannot be done."""
    from prongsai.cli.checkup import around, folder, tables  # noqa: PLC0415 -- slow import

    return {
        folder.permissions: say("who may read the folder"),
        folder.space: say("the room on the disk"),
        folder.fonts: say("the fonts"),
        folder.look_of_pages: say("the style sheets"),
        around.address: say("the address"),
        tables.steps: say("the version of the tables"),
        tables.safety: say("the safety of the database"),
        tables.agencies: say("the agencies"),
        tables.record: say("the record of changes"),
        tables.evidence: say("the files of evidence"),
        tables.clock: say("the clock"),
        around.worker: say("the worker"),
        around.mail: say("the mail"),
        around.backup: say("the last backup"),
    }


def _made(check: Check, name: Sentence) -> Iterator[Line]:
    """Yield what a check says; one that cannot be made says so, and the others go on."""
    from prongsai.cli.checkup.line import wrong  # noqa: PLC0415 -- slow import

    try:
        yield from check()
    except Exception as error:  # noqa: BLE001 -- whatever is broken, the others are looked at too
        yield wrong(
            say(
                "%(check)s: cannot be looked at: %(error)s.",
                check=name,
                error=str(error).strip(),
            ),
            say("Mend what is wrong above, then try again."),
        )
