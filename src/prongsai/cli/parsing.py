"""Command lines that teach, in the reader's language."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import NoReturn

from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.interface import examples


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

    def option(self, *names: str, help: Sentence, **settings: object) -> None:
        """Add an argument with its help in the reader's language."""
        text = write(help, self._words).replace("%", "%%")
        self.add_argument(*names, help=text, **settings)  # type: ignore[arg-type]

    def format_help(self) -> str:
        """Return the help page, with examples, headed in the reader's language."""
        title = write(say("Examples:"), self._words)
        lines = "".join(f"  {line}\n" for line in examples(self._name))
        page = super().format_help().replace("usage:", write(say("Usage:"), self._words), 1)
        return f"{page}\n{title}\n{lines}"

    def error(self, message: str) -> NoReturn:
        """Refuse a command line that does not fit."""
        raise Refusal(
            say("the command line does not fit: %(message)s.", message=message),
            fix=say("See %(program)s --help.", program=self.prog),
        )
