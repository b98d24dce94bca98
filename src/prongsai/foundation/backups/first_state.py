"""The first state of a demonstration: kept when it is made, put back while its server runs.

A real installation has none: only `prongsai serve --demo` keeps one, beside the accounts that only
it writes, and it is put back only where the agencies are the very ones of then. SQLite only: a
copy of pages is one transaction, and whoever reads meanwhile sees the state before or after it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.db import connection

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.whole_file import whole_file
from prongsai.foundation.accounts.made_up import is_demo
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.jobs.pause import nobody_at_work, still_at_work

_ONLY_OWNER = 0o700
_PATIENCE = 20.0  # seconds, where a command writes meanwhile
_STEPS = "SELECT app, name FROM django_migrations ORDER BY app, name"
_AGENCIES = "SELECT uuid FROM agencies_agency ORDER BY uuid"


def can_be_kept() -> bool:
    """Tell whether the database is of the kind that can be put back."""
    return connection.vendor == "sqlite"


def is_kept() -> bool:
    """Tell whether this is a demonstration whose first state was kept."""
    return can_be_kept() and is_demo() and kept_database().is_file()


def kept_database() -> Path:
    """Return where the rows of the first state are."""
    return _folder() / "prongsai.sqlite3"


def keep() -> None:
    """Keep what is there now as the first state, without who is signed in; whole or not at all."""
    draft = _folder().with_name(f".{_folder().name}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=_ONLY_OWNER)
    with closing(_live()) as live, closing(sqlite3.connect(draft / kept_database().name)) as kept:
        live.backup(kept)
        kept.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        kept.execute("DELETE FROM django_session")
        kept.commit()
    (draft / "files").mkdir(mode=_ONLY_OWNER)
    for path in _files(settings.FILES_FOLDER):
        _copy(path, draft / "files" / path.relative_to(settings.FILES_FOLDER))
    shutil.rmtree(_folder(), ignore_errors=True)
    draft.rename(_folder())


def is_of_this_version() -> bool:
    """Tell whether the kept rows are at the step at which the tables are now."""
    with closing(_live()) as live, closing(_kept()) as kept:
        return live.execute(_STEPS).fetchall() == kept.execute(_STEPS).fetchall()


def was_interrupted() -> bool:
    """Tell whether somebody was putting it back and never came to the end."""
    return is_kept() and _begun().exists()


def put_back() -> None:
    """Put the first state back, rows and files, as soon as nobody is at work; all are signed out.

    Killed at any moment it leaves the rows of before or of the first state, with all their files.

    :raises Refusal: if this is not the demonstration that was kept, or somebody is at work for too
        long; then nothing is changed.
    """
    if not is_kept() or not _is_the_same():
        raise Refusal(
            say("there is no first state of this installation that could be put back."),
            fix=say("Only a demonstration has one: prongsai serve --demo."),
        )
    with nobody_at_work():
        _begun().touch()
        # First the files that the rows tell of, last those that no row tells of any more.
        kept = {path.relative_to(_folder() / "files") for path in _files(_folder() / "files")}
        for name in kept:
            _copy(_folder() / "files" / name, settings.FILES_FOLDER / name)
        _put_rows_back()
        for path in _files_of_no_row(kept):
            path.unlink()
        _begun().unlink()


def _is_the_same() -> bool:
    there = {row.hex for row in Agency.objects.values_list("uuid", flat=True)}
    with closing(_kept()) as kept:
        return there == {uuid for (uuid,) in kept.execute(_AGENCIES)}


def _put_rows_back() -> None:
    last = monotonic() + _PATIENCE

    def give_up(_status: int, _left: int, _all: int) -> None:
        if monotonic() >= last:
            raise TimeoutError

    connection.close()
    with closing(_kept()) as kept, closing(_live()) as live:
        try:
            kept.backup(live, pages=-1, progress=give_up)
        except (TimeoutError, sqlite3.OperationalError) as error:
            raise still_at_work() from error


def _folder() -> Path:
    return Path(settings.FOLDER) / "first-state"


def _begun() -> Path:
    return Path(settings.FOLDER) / "first-state.begun"


def _live() -> sqlite3.Connection:
    return sqlite3.connect(connection.settings_dict["NAME"], timeout=_PATIENCE)


def _kept() -> sqlite3.Connection:
    return sqlite3.connect(f"{kept_database().absolute().as_uri()}?mode=ro", uri=True)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files that are whole: what is being written has a name with a dot in front."""
    for path in sorted(Path(folder).rglob("[!.]*")):
        if path.is_file() and not path.is_symlink():
            yield path


def _files_of_no_row(kept: Collection[Path]) -> list[Path]:
    found = _files(settings.FILES_FOLDER)
    return [path for path in found if path.relative_to(settings.FILES_FOLDER) not in kept]


def _copy(source: Path, target: Path) -> None:
    """Copy a file whole, where it is not there; its name is the hash of what is in it."""
    if target.is_file() and target.read_bytes() == source.read_bytes():
        return
    for folder in reversed(target.parents[:3]):
        folder.mkdir(mode=_ONLY_OWNER, exist_ok=True)
    with whole_file(target) as draft:
        os.chmod(draft, 0o600)
        draft.write_bytes(source.read_bytes())
