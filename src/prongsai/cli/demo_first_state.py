"""The first state of a demonstration, seen to before it is served. Imports Django."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.backups import first_state

_MIGRATES = "from prongsai.cli.installation import open_installation; open_installation()"


def see_to_first_state(*, fresh: bool) -> None:
    """Keep the first state where none is kept yet; put it back if that is asked or was begun.

    :raises Refusal: if it is asked for where it cannot be done, or somebody is at work there.
    """
    if not first_state.can_be_kept():
        if fresh:
            raise Refusal(
                say("with PostgreSQL the demonstration cannot be put back by itself."),
                fix=say("Make an empty database, remove the folder, then start again."),
            )
        return
    if not first_state.is_kept():
        first_state.keep()
    elif not first_state.is_of_this_version():
        _bring_up_to_date()
    if fresh or first_state.was_interrupted():
        first_state.put_back()


def _bring_up_to_date() -> None:
    """Let the kept rows take the steps of the tables that came since, beside the kept ones."""
    kept = first_state.kept_database()
    draft = kept.with_name(f".{kept.name}").absolute()
    shutil.copyfile(kept, draft)
    url = {"PRONGSAI_DATABASE_URL": f"sqlite:///{draft}"}
    subprocess.run([sys.executable, "-c", _MIGRATES], env={**os.environ, **url}, check=True)  # noqa: S603 -- our own words
    with closing(sqlite3.connect(draft)) as rows:
        rows.execute("PRAGMA journal_mode=DELETE")
    draft.replace(kept)
