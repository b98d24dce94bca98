"""Command lines that teach, in the reader's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from typing import NoReturn

from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.interface import examples

# What argparse says, in English only, and what we say for it.
_MESSAGES: tuple[tuple[str, Callable[..., Sentence]], ...] = (
    (
        r"the following arguments are required: (?P<names>.+)",
        lambda names: say("%(names)s must be given", names=names),
    ),
    (
        r"argument (?P<name>.+): expected one argument",
        lambda name: say("%(name)s needs a value", name=name),
    ),
    (
        r"argument (?P<name>.+): invalid choice: .(?P<given>.*). \(choose from (?P<names>.+)\)",
        lambda name, given, names: say(
            "%(name)s cannot be “%(given)s”; choose from %(names)s",
            name=name,
            given=given,
            names=names.replace("'", ""),
        ),
    ),
    (
        r"argument (?P<name>.+): invalid int value: .(?P<given>.*).",
        lambda name, given: say(
            "%(name)s cannot be “%(given)s”; write a whole number", name=name, given=given
        ),
    ),
    (
        r"argument (?P<name>.+): invalid .+ value: .(?P<given>.*).",
        lambda name, given: say("%(name)s cannot be “%(given)s”", name=name, given=given),
    ),
    (
        r"argument (?P<name>.+): not allowed with argument (?P<other>.+)",
        lambda name, other: say(
            "%(name)s and %(other)s cannot both be given", name=name, other=other
        ),
    ),
    (
        r"unrecognized arguments: (?P<names>.+)",
        lambda names: say("nothing is called %(names)s here", names=names),
    ),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the reader's language and refuses as everything else does."""

    def __init__(self, name: str, words: Mapping[str, str], purpose: Sentence) -> None:
        """Make the parser of `prongsai NAME`. Its examples stand in data/texts/examples.yaml."""
        super().__init__(
            prog=f"prongsai {name}",
            description=write(purpose, words),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._name = name
        self._words = words
        self._positionals.title = write(say("what to give"), words)
        self._optionals.title = write(say("options"), words)
        self.option("--help", "-h", action="help", help=say("show this page"))

    def option(
        self,
        *names: str,
        help: Sentence,
        group: argparse._ActionsContainer | None = None,
        **settings: object,
    ) -> None:
        """Add an argument, to a group if given, with its help in the reader's language."""
        text = write(help, self._words).replace("%", "%%")
        (group or self).add_argument(*names, help=text, **settings)  # type: ignore[arg-type]

    def format_help(self) -> str:
        """Return the help page, with examples, headed in the reader's language."""
        title = write(say("Examples:"), self._words)
        lines = "".join(f"  {line}\n" for line in examples(self._name))
        page = super().format_help().replace("usage:", write(say("Usage:"), self._words), 1)
        return f"{page}\n{title}\n{lines}"

    def error(self, message: str) -> NoReturn:
        """Refuse a command line that does not fit."""
        raise Refusal(
            say("the command line does not fit: %(message)s.", message=_translated(message)),
            fix=say("See %(program)s --help.", program=self.prog),
        )


def _translated(message: str) -> Sentence | str:
    """Say what argparse says; in its own words where the table has none."""
    for pattern, said in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return said(**found.groupdict())
    return message
