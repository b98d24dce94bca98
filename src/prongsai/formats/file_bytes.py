"""Read a file that a person named."""

from __future__ import annotations

from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.os_reasons import reason


def read_at_most(path: Path, most: int) -> bytes:
    """Read a file, of a larger one no more than `most` bytes and one.

    :raises Refusal: it is not there, or may not be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise Refusal(
            say("The file cannot be read (%(reason)s).", reason=reason(error)),
            fix=say("Check its name and that you may open it."),
            where=(path.name,),
        ) from error
