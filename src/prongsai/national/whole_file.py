"""Files of a national run are written whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a name to write to; the file there becomes `target` unless something is raised.

    It stands in a folder of its own beside `target`, for scratch files too, which is removed.
    Raises Refusal where there is no such folder, or nothing may be written to it.
    """
    if not target.parent.is_dir():
        raise Refusal(
            say("There is no such folder."),
            fix=say("Make the folder, or choose another."),
            where=(str(target.parent),),
        )
    place = target.resolve()  # a link stays a link
    if place.exists() and not place.is_file():
        raise Refusal(
            say("the file cannot be written: there is a folder or a device of this name."),
            fix=say("Choose another name."),
            where=(str(target),),
        )
    try:
        scratch = tempfile.TemporaryDirectory(prefix=".prongsai-", dir=place.parent)
    except OSError as error:
        raise _not_writable(target.parent) from error
    with scratch as folder:
        draft = Path(folder) / "made.parquet"
        yield draft
        try:
            draft.replace(place)
        except OSError as error:
            raise _not_writable(target) from error


def _not_writable(path: Path) -> Refusal:
    return Refusal(
        say("Nothing can be written here."),
        fix=say("Choose a name in a folder that you may write to."),
        where=(str(path),),
    )
