"""Files are written whole or not at all, and nothing but a plain file is ever written over."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.os_reasons import reason


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a temporary name to write to; it becomes `target` unless something is raised.

    A link is followed: what it points to is written, and it stays a link.

    :raises Refusal: the target is a folder or a device, its folder does not exist, or nothing may
        be written there.
    """
    place = target.resolve()
    if place.exists() and not place.is_file():
        raise Refusal(
            say("the file cannot be written: there is a folder or a device of this name."),
            fix=say("Choose another name."),
            where=(str(target),),
        )
    try:
        handle, name = tempfile.mkstemp(
            dir=place.parent, prefix=f".{place.name[:40]}.", suffix=place.suffix
        )
    except OSError as error:
        raise Refusal(
            say("the file cannot be written (%(why)s).", why=reason(error)),
            fix=say("Name a folder that exists and that you may write to."),
            where=(str(target),),
        ) from error
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(0o666 & ~_umask())
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def write_whole(contents: Mapping[Path, bytes | str]) -> None:
    """Write files, all of them or none; a reader sees the old one or the new one, never a half.

    :raises Refusal: one of them cannot be written.
    """
    with ExitStack() as drafts:
        for target, content in contents.items():
            draft = drafts.enter_context(whole_file(target))
            data = content.encode("utf-8") if isinstance(content, str) else content
            try:
                draft.write_bytes(data)
            except OSError as error:
                raise Refusal(
                    say("the file cannot be written (%(why)s).", why=reason(error)),
                    fix=say("Name a folder that exists and that you may write to."),
                    where=(str(target),),
                ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
