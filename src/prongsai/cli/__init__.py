"""The `prongsai` command: `prongsai score`, `prongsai plan`, `prongsai report` …

Each command is one module with `parser(words)` and `run(arguments, words)`. Only the module of the
command that is
asked for is imported, so that a score is there before the finger is off the key.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence

from prongsai import __version__
from prongsai.cli.commands import COMMANDS
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write
from prongsai.formats.interface import LANGUAGES, catalogue

REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 for what cannot be done as asked."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = catalogue(_language(given))
    try:
        return _run(given, words)
    except Refusal as refusal:
        print(refusal.written(words), file=sys.stderr)
        return REFUSED
    except (
        BrokenPipeError
    ):  # the reader of our output, such as `head`, has gone: nothing is left to do
        sys.stdout = None
        return 0


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
        print(f"--lang {chosen}: th, en", file=sys.stderr)
        raise SystemExit(REFUSED)
    return chosen


def overview(words: Mapping[str, str]) -> str:
    """Return the page that `prongsai --help` prints."""
    lines = [
        write(
            say(
                "Prongsai: the ITA year of a public agency, from the announced result to the"
                " filed document."
            ),
            words,
        ),
        "",
    ]
    lines += [
        f"  prongsai {name:<12} {write(command.help, words)}" for name, command in COMMANDS.items()
    ]
    lines += [
        "",
        write(
            say("prongsai COMMAND --help explains a command with examples. --lang en: in English."),
            words,
        ),
    ]
    return "\n".join(lines)
