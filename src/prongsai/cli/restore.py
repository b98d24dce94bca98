"""`prongsai restore`: an installation out of a backup."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from prongsai.cli.installation import folder_given, open_empty
from prongsai.cli.moments import moment_in_words
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write
from prongsai.formats.os_reasons import reason


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "restore",
        words,
        say(
            "Makes an installation out of a backup, in an empty folder and database, after all of"
            " it was checked. Everybody signs in anew."
        ),
    )
    made.option("file", type=Path, metavar="FILE", help=say("the backup"))
    made.option("--key", type=Path, required=True, metavar="FILE", help=say("the file of the key"))
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Check the backup whole, then restore it.

    :raises Refusal: if it cannot be opened, is damaged, or something is there already.
    """
    open_empty()
    from django.conf import settings  # noqa: PLC0415 -- slow import

    from prongsai.foundation.backups.sealed import keys_in  # noqa: PLC0415 -- slow import
    from prongsai.foundation.backups.services import (  # noqa: PLC0415 -- slow import
        check_backup,
        restore,
    )

    try:
        keys = keys_in(arguments.key)
        manifest = check_backup(arguments.file, keys)
        restore(arguments.file, keys, manifest, settings.FOLDER)
    except OSError as error:
        raise Refusal(
            say("it cannot be restored (%(why)s).", why=reason(error)),
            where=(str(error.filename or arguments.file),),
        ) from error
    told = say(
        "Restored into %(folder)s: %(rows)s rows, %(files)s files, as they were at %(at)s.",
        folder=folder_given(),
        rows=sum(table.size for table in manifest.tables.values()),
        files=len(manifest.files),
        at=moment_in_words(datetime.fromisoformat(manifest.made_at)),
    )
    print(write(told, words))
    print(write(say("The record of changes holds. Next: prongsai serve"), words))
