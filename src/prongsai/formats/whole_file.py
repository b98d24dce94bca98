"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a temporary name to write to; it becomes `target` unless something is raised.

    :raises Refusal: the folder does not exist, or nothing may be written there.
    """
    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name}.", suffix=target.suffix
        )
    except OSError as error:
        raise Refusal(
            say("the file cannot be written (%(why)s).", why=error.strerror or str(error)),
            fix=say("Name a folder that exists and that you may write to."),
            where=(str(target),),
        ) from error
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(0o666 & ~_umask())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes | str) -> None:
    """Write a file at once; a reader sees the old one or the new one, never a half."""
    with whole_file(target) as draft:
        draft.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
