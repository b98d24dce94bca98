"""A folder for files of a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.os_reasons import is_full


@contextmanager
def scratch_folder() -> Iterator[str]:
    """Give a folder of its own, which is removed with all that is in it.

    :raises Refusal: it cannot be made, or the disk is full before the work is done.
    """
    try:
        made = TemporaryDirectory(prefix="prongsai-")
    except OSError as error:  # on a full disk, tempfile says that there is no folder
        raise _no_room() from error
    with made as folder:
        try:
            yield folder
        except OSError as error:
            if not is_full(error):
                raise
            raise _no_room() from error


def _no_room() -> Refusal:
    return Refusal(
        say("Nothing can be written to the folder for temporary files; the disk may be full."),
        fix=say("Make room on the disk, or name another folder in TMPDIR (on Windows: TEMP)."),
    )
