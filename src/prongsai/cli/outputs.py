"""Where a command writes: never over what it reads, and never over work that a person has done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.os_reasons import reason


def add_output(parser: Parser) -> None:
    """Add the argument that names a file to write to, for commands that else use the screen."""
    parser.option(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help=say("write to a file instead of the screen"),
    )


def add_replace(parser: Parser) -> None:
    """Add the argument that allows writing over a file that is there."""
    parser.option("--replace", action="store_true", help=say("write over a file that is there"))


def check_outputs(outputs: Iterable[Path], inputs: Iterable[Path | None]) -> None:
    """Refuse to write over what the command reads."""
    read = [each for each in inputs if each is not None and each.exists()]
    for output in outputs:
        if any(output.exists() and output.samefile(each) for each in read):
            raise Refusal(
                say("this would overwrite what the command reads."),
                fix=say("Choose another name."),
                where=(str(output),),
            )


def check_new(output: Path, *, replace: bool, endings: Sequence[str]) -> None:
    """Refuse a file that a person may have worked on, and an ending that does not fit."""
    if output.suffix.lower() not in endings:
        raise Refusal(
            say("the ending %(suffix)s does not fit.", suffix=output.suffix or "–"),
            fix=say("Use one of %(endings)s.", endings=", ".join(endings)),
            where=(str(output),),
        )
    if output.exists() and not replace:
        raise Refusal(
            say("there is a file of this name, and somebody may have worked on it."),
            fix=say("Choose another name, or add --replace to write over it."),
            where=(str(output),),
        )


def make_folder(folder: Path) -> None:
    """Make a folder that is not there.

    :raises Refusal: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            say("the folder cannot be made (%(why)s).", why=reason(error)),
            fix=say("Name a folder that you may write to."),
            where=(str(folder),),
        ) from error
