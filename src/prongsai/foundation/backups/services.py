"""The two writes: a backup, and an installation out of one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from prongsai import __version__
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.whole_file import write_whole
from prongsai.foundation.agencies.scope import everywhere
from prongsai.foundation.audit.selectors import faults_in_all_chains
from prongsai.foundation.backups import rows, state
from prongsai.foundation.backups.parts import Archive, Manifest, checked, members
from prongsai.foundation.backups.sealed import damaged, opened, sealing

if TYPE_CHECKING:
    from pyrage.x25519 import Identity, Recipient

FILES = "files"  # of the folder: what the agencies have handed in
LAST = "backup.json"  # of the folder: when the last backup was made
"""`prongsai doctor` looks at it."""


def write_backup(target: Path, recipients: Mapping[str, Recipient], folder: Path) -> Manifest:
    """Write everything of an installation, as it is at one moment, into one new sealed file.

    :raises Refusal: if there is such a file, or it cannot be written.
    """
    with _new_file(target) as file:
        with sealing(file, list(recipients.values())) as stream:
            manifest = _written(stream, folder)
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    told = {
        "at": manifest.made_at,
        "bytes": size,
        "sha256": hash_of_file(target),
        "recipients": list(recipients),
    }
    write_whole({folder / LAST: json.dumps(told, indent=1)})
    return manifest


def hash_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, to compare it later: anybody can seal one to a recipient."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_backup(source: Path, keys: list[Identity]) -> Manifest:
    """Read a whole backup and return its manifest.

    :raises Refusal: if a key does not open it, or it is not as it was written.
    """
    with source.open("rb") as file, opened(file, keys) as stream:
        return checked(stream)


def restore(source: Path, keys: list[Identity], manifest: Manifest, folder: Path) -> None:
    """Make an installation out of a backup that was checked, in an empty folder and database.

    :raises Refusal: if the database is not empty, or what was written is not what was kept.
    """
    if not state.is_empty():
        raise Refusal(
            say("the database is not empty."),
            fix=say("Restore into a new one; what is there is left as it is."),
        )
    draft = folder / f".{FILES}"
    with _or_nothing(draft):
        state.go_to(manifest.migrations)
        apps = state.apps_at(manifest.migrations)
        with everywhere():
            with transaction.atomic(), source.open("rb") as file, opened(file, keys) as stream:
                _load(stream, apps, draft)
            _compare(apps, manifest)
        call_command("migrate", interactive=False, verbosity=0)
        if draft.exists():
            draft.rename(folder / FILES)
    if faults := [*faults_in_all_chains()]:
        raise Refusal(
            say("the record of changes does not hold: %(count)s faults.", count=len(faults)),
            fix=say("It is restored as it was kept: see prongsai audit verify."),
        )


def _written(stream: BinaryIO, folder: Path) -> Manifest:
    last = state.steps()
    apps = state.apps_at(last)
    made_at = timezone.now().isoformat(timespec="seconds")
    archive = Archive(stream, Manifest(version=__version__, made_at=made_at, migrations=last))
    with everywhere(), rows.one_moment():
        for name, table in rows.tables_of(apps).items():
            archive.add_table(name, rows.lines_of(table))
        # After the tables: a file is written before the row that tells of it.
        for path in _files(folder / FILES):
            archive.add_file(path.relative_to(folder / FILES).as_posix(), path)
    archive.finish()
    return archive.manifest


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files that are whole: what is being written has a name with a dot in front."""
    for path in sorted(folder.rglob("[!.]*")):
        if path.is_file() and not path.is_symlink():
            yield path


@contextmanager
def _or_nothing(draft: Path) -> Iterator[None]:
    """Take back what was written of a restore that does not succeed."""
    try:
        yield
    except BaseException as error:
        shutil.rmtree(draft, ignore_errors=True)
        if connection.vendor == "sqlite":
            connection.close()
            for end in ("", "-wal", "-shm"):
                Path(f"{connection.settings_dict['NAME']}{end}").unlink(missing_ok=True)
        if isinstance(error, DatabaseError | KeyError | ValueError | TypeError):
            raise Refusal(
                say("the rows cannot be restored: %(error)s.", error=str(error).strip()),
                fix=say("Keep the backup, and report it; PostgreSQL needs a new database then."),
            ) from error
        raise


def _load(stream: BinaryIO, apps: Apps, draft: Path) -> None:
    tables = rows.tables_of(apps)
    rows.empty(tables.values())
    for (kind, name), parts in groupby(members(stream), key=lambda part: part[:2]):
        for _, _, content in parts:
            if kind == "table":
                rows.load(tables[name], content)
            elif kind == "file":
                path = draft / name
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with path.open("xb") as file:
                    shutil.copyfileobj(content, file)
    rows.go_on_counting(tables.values())


def _compare(apps: Apps, manifest: Manifest) -> None:
    """Read every table again: what was kept, and nothing else, must be there."""
    for name, table in rows.tables_of(apps).items():
        whole, count = hashlib.sha256(), 0
        for line in rows.lines_of(table):
            whole.update(line)
            count += 1
        kept = manifest.tables.get(name)
        if kept is None or (kept.size, kept.sha256) != (count, whole.hexdigest()):
            raise damaged().within(name)


@contextmanager
def _new_file(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write to; it becomes `target`, which must not be there, when it is whole."""
    _check_free(target)
    draft = target.with_name(f".{target.name[:40]}.{os.getpid()}")
    with open(draft, "xb", opener=_only_owner) as file:
        try:
            yield file
            _check_free(target)
            draft.rename(target)
        finally:
            draft.unlink(missing_ok=True)
    _settle(target.parent)


def _only_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _check_free(target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise Refusal(
            say("there is a file of this name."),
            fix=say("Choose another name: a backup is never written over."),
            where=(str(target),),
        )


def _settle(folder: Path) -> None:
    """Let the new name, too, outlive a loss of power."""
    opened_folder = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened_folder)
    finally:
        os.close(opened_folder)
