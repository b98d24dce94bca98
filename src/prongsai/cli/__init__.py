"""The `prongsai` command: `prongsai score`, `prongsai plan`, `prongsai report` …

Each command is one module with `parser(words)` and `run(arguments, words)`. Only the module of the
command that is asked for is imported, so that a score is there before the finger is off the key.
"""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Mapping, Sequence

from prongsai import __version__
from prongsai.cli.commands import COMMANDS
from prongsai.cli.terminal import prepare
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write
from prongsai.formats.interface import LANGUAGES, catalogue
from prongsai.formats.os_reasons import MAKE_ROOM, is_full, reason

REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 for what cannot be done as asked."""
    prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        words = catalogue(_language(given))
    except Refusal as refusal:  # the language itself: said in both
        return _refused(refusal, catalogue(LANGUAGES[0]), {})
    try:
        code = _run(given, words)
        sys.stdout.flush()
    except Refusal as refusal:
        return _refused(refusal, words)
    except BrokenPipeError:  # the reader of our output, such as `head`, has gone
        return _without_output(0)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return _refused(_too_long(error), words)
        if not is_full(error):
            raise
        _refused(_no_room(error), words)
        return _without_output(REFUSED)
    return code


def _too_long(error: OSError) -> Refusal:
    return Refusal(
        say("the name of the file is too long."),
        fix=say("Give it, or the document that it is named after, a shorter name."),
        where=(str(error.filename),),
    )


def _no_room(error: OSError) -> Refusal:
    return Refusal(
        say("what the command makes cannot be written (%(why)s).", why=reason(error)), fix=MAKE_ROOM
    )


def _refused(refusal: Refusal, *catalogues: Mapping[str, str]) -> int:
    for words in catalogues:
        print(refusal.written(words), file=sys.stderr)
    return REFUSED


def _without_output(code: int) -> int:
    """Let Python not try to write what is left to an output that takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _run(given: list[str], words: Mapping[str, str]) -> int:
    name = next((word for word in given if not word.startswith("-")), None)
    if name is None:
        print(__version__ if "--version" in given else overview(words))
        return 0 if given else REFUSED
    if name not in COMMANDS:
        raise Refusal(
            say("there is no command %(name)s.", name=name),
            fix=say("The commands are: %(names)s.", names=", ".join(COMMANDS)),
        )
    given.remove(name)
    module = importlib.import_module(COMMANDS[name].module)
    parsed = module.parser(words).parse_args(given)
    return int(module.run(parsed, words) or 0)


def _language(given: list[str]) -> str:
    """Take `--lang xx` out of the command line, wherever it stands; Thai is the default."""
    chosen = LANGUAGES[0]
    for place, word in enumerate(given):
        if word == "--lang" or word.startswith("--lang="):
            chosen = word.partition("=")[2] or "".join(given[place + 1 : place + 2])
            del given[place : place + (1 if "=" in word else 2)]
            break
    if chosen not in LANGUAGES:
        raise Refusal(
            say("%(text)s is no language of this program.", text=chosen),
            fix=say("Write --lang th or --lang en."),
        )
    return chosen


def overview(words: Mapping[str, str]) -> str:
    """Return the page that `prongsai --help` prints."""
    purpose = say(
        "Prongsai: the ITA year of a public agency, from the announced result to the filed"
        " document."
    )
    more = say("prongsai COMMAND --help explains a command with examples. --lang en: in English.")
    commands = (
        f"  prongsai {name:<12} {write(command.help, words)}" for name, command in COMMANDS.items()
    )
    return "\n".join((write(purpose, words), "", *commands, "", write(more, words)))
