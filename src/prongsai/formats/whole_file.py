"""Files are written whole or not at all, and nothing but a plain file is ever written over."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic_ns

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.os_reasons import MAKE_ROOM, is_full, reason


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
    # Not tempfile: it loads ten modules, and this is on the start path of every command.
    draft = place.with_name(f".{place.name[:40]}.{os.getpid()}-{monotonic_ns()}{place.suffix}")
    try:
        draft.touch(exist_ok=False)
    except OSError as error:
        raise _not_written(target, error) from error
    try:
        yield draft
        try:
            draft.replace(place)
        except OSError as error:
            raise _not_written(target, error) from error
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
                raise _not_written(target, error) from error


def _not_written(target: Path, error: OSError) -> Refusal:
    fix = say("Name a folder that exists and that you may write to.")
    return Refusal(
        say("the file cannot be written (%(why)s).", why=reason(error)),
        fix=MAKE_ROOM if is_full(error) else fix,
        where=(str(target),),
    )
