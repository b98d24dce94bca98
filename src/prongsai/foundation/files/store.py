"""The bytes of the evidence, in the folder of the installation.

Of each agency apart: so no agency's removal touches another's, and one can be taken out whole.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import UUID

from django.conf import settings

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.os_reasons import reason

_ONLY_OWNER = 0o600
_ONLY_OWNERS_FOLDER = 0o700
_HASH = re.compile(r"[0-9a-f]{64}")
_DRAFT = re.compile(r"\.[0-9a-f]{16}")
_LOG = logging.getLogger(__name__)


def hash_of(data: bytes) -> str:
    """Return the name by which bytes are kept."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def kept(agency: UUID, data: bytes) -> Iterator[None]:
    """Keep bytes; if what follows fails, those that were not there before are gone again.

    :raises Refusal: if they cannot be written; then nothing of them is left.
    """
    target = _path(agency, hash_of(data))
    is_there = _holds(target, data)
    if not is_there:
        try:
            _write(target, data)
        except OSError as error:
            raise Refusal(
                say("The server could not keep the file (%(why)s).", why=reason(error)),
                fix=say("Nothing was saved. Tell who runs the server, then hand it in again."),
            ) from error
    try:
        yield
    except BaseException:
        if not is_there:
            target.unlink(missing_ok=True)
        raise


def read(agency: UUID, sha256: str) -> bytes:
    """Return bytes that were kept.

    :raises Refusal: if they are not there, or are not those that were kept.
    """
    try:
        data = _path(agency, sha256).read_bytes()
    except OSError as error:
        _LOG.error("evidence %s of agency %s: %s", sha256, agency, error)
        raise _lost() from error
    if hash_of(data) != sha256:
        _LOG.error("evidence %s of agency %s is not what was kept", sha256, agency)
        raise _lost()
    return data


def drop(agency: UUID, sha256: str) -> bool:
    """Delete bytes that no row has any more; where that fails the log says which are left."""
    try:
        _path(agency, sha256).unlink(missing_ok=True)
    except OSError:
        _LOG.exception("evidence %s of agency %s could not be deleted", sha256, agency)
        return False
    return True


def hashes(agency: UUID, before: float) -> Iterator[str]:
    """Yield the hashes of the bytes of an agency that were written before a moment."""
    for path in _written(agency, before):
        if _HASH.fullmatch(path.name) and path.parent.name == path.name[:2]:
            yield path.name


def drop_drafts(agency: UUID, before: float) -> int:
    """Delete what was not written to its end before a moment; return how many files that were."""
    drafts = [path for path in _written(agency, before) if _DRAFT.fullmatch(path.name)]
    for path in drafts:
        path.unlink(missing_ok=True)
    return len(drafts)


def _written(agency: UUID, before: float) -> Iterator[Path]:
    """Yield the files of an agency where we write them; a link is not ours, nor anything deeper."""
    for path in sorted((Path(settings.FILES_FOLDER) / str(agency)).glob("[0-9a-f][0-9a-f]/*")):
        try:
            told = path.lstat()
        except FileNotFoundError:
            continue  # removed just now
        if stat.S_ISREG(told.st_mode) and told.st_mtime < before:
            yield path


def _path(agency: UUID, sha256: str) -> Path:
    return Path(settings.FILES_FOLDER) / str(agency) / sha256[:2] / sha256


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.read_bytes() == data
    except OSError:
        return False


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all, and let the disk have it before anybody relies on it."""
    for folder in reversed(target.parents[:3]):
        folder.mkdir(mode=_ONLY_OWNERS_FOLDER, exist_ok=True)
    draft = target.with_name(f".{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OWNER)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Let the disk have the new name; not every system can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lost() -> Refusal:
    return Refusal(
        say("The server has the file no more, or it was changed there."),
        fix=say("Tell who runs the server: the backup has it."),
    )
