"""How a line of the log is written: a line, and no secret of an address in it."""

from __future__ import annotations

import logging
import re

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Who reads the log must not come to join an agency.
_WORD = re.compile(r"(/invitations/)[^/\s'\"]+")


class WithoutWords(logging.Formatter):
    """Writes what happened, without the word of an invitation that stands in its address."""

    def __init__(self) -> None:
        """Take the form of all our lines."""
        super().__init__(_FORM)

    def format(self, record: logging.LogRecord) -> str:
        """Write a line, and where something broke the way to it."""
        return _WORD.sub(r"\1…", super().format(record))
