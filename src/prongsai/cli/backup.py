"""`prongsai backup`: everything of an installation in one sealed file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.installation import open_of_any_version
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write
from prongsai.formats.os_reasons import MAKE_ROOM, is_full, reason


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "backup",
        words,
        say(
            "Keeps the database and the files in one file, sealed to a key that is kept elsewhere,"
            " while people go on working. The secret of the installation is not in it."
        ),
    )
    made.option("file", nargs="?", type=Path, metavar="FILE", help=say("the file to write"))
    made.option(
        "--to",
        action="append",
        default=[],
        metavar="RECIPIENT",
        help=say("for whom it is sealed: age1…; may be given several times"),
    )
    made.option(
        "--new-key",
        type=Path,
        metavar="FILE",
        help=say("only make a key that opens backups, and print its recipient"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Write a backup, or make a key.

    :raises Refusal: if something is not given, or the file cannot be written.
    """
    from prongsai.foundation.backups.sealed import new_key, recipients_of  # noqa: PLC0415 -- slow import

    if arguments.new_key:
        print(new_key(arguments.new_key))
        return
    if not arguments.file or not arguments.to:
        raise Refusal(
            say("a file and a recipient must be given."),
            fix=say("First prongsai backup --new-key FILE, then prongsai backup FILE --to age1…"),
        )
    recipients = dict(zip(arguments.to, recipients_of(arguments.to), strict=True))
    open_of_any_version()
    from django.conf import settings  # noqa: PLC0415 -- slow import

    from prongsai.foundation.backups.services import (  # noqa: PLC0415 -- slow import
        hash_of_file,
        write_backup,
    )

    try:
        kept = write_backup(arguments.file, recipients, settings.FOLDER)
    except OSError as error:
        raise _not_written(error).within(str(arguments.file)) from error
    told = say(
        "Written: %(file)s (%(rows)s rows, %(files)s files)",
        file=arguments.file,
        rows=sum(table.size for table in kept.tables.values()),
        files=len(kept.files),
    )
    print(write(told, words))
    print(f"SHA-256 {hash_of_file(arguments.file)}")


def _not_written(error: OSError) -> Refusal:
    fix = say("Name a folder that exists and that you may write to.")
    return Refusal(
        say("the file cannot be written (%(why)s).", why=reason(error)),
        fix=MAKE_ROOM if is_full(error) else fix,
    )
