"""Lines of the log: what happened, never to whom. No Django: gunicorn's own process uses it too.

A message is written without its values, an error without its words: either may have a name, an
address or a password in it. What may be told stands in `told` of the record, and is told.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from traceback import walk_tb
from typing import TYPE_CHECKING

from gunicorn.glogging import Logger

from prongsai.config import environment as env
from prongsai.foundation.audit.request import request_id

if TYPE_CHECKING:
    from gunicorn.config import Config

FORMS = ("json", "text")
_OURS = "prongsai"


class Lines(logging.Formatter):
    """Write a record as one line: JSON for programs, text for people."""

    def __init__(self, form: str) -> None:
        """Take json or text."""
        super().__init__()
        self._form = form

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        facts = {name: value for name, value in _facts(record) if value != ""}
        error = [*_steps(record.exc_info[1])] if record.exc_info and record.exc_info[1] else []
        if self._form == "json":
            return json.dumps(facts | ({"error": error} if error else {}), ensure_ascii=False)
        line = " ".join(f"{name}={value}" for name, value in facts.items())
        return "\n".join([line, *(f"  {step}" for step in error)])


class OfGunicorn(Logger):  # type: ignore[misc]  # it says nothing of its types
    """gunicorn's own messages, as lines of ours."""

    def setup(self, cfg: Config) -> None:
        """Set up the handlers, and let them write our lines."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Lines(form()))


def form() -> str:
    """Return which form is set.

    :raises ImproperlyConfigured: if it is none of ours.
    """
    return env.one_of("LOG", FORMS)


def _facts(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    yield "at", datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    yield "level", record.levelname.lower()
    yield "from", record.name
    # A message of somebody else that has no places for values may have them in itself.
    if record.args or record.name.partition(".")[0] == _OURS:
        yield "said", str(record.msg)
    told: Mapping[str, object] = getattr(record, "told", {})
    yield from told.items()
    yield "request", request_id.get()


def _steps(error: BaseException) -> Iterator[str]:
    """Yield how an error came about, the cause first: modules, lines and kinds, no words."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _steps(before)
    for frame, line in walk_tb(error.__traceback__):
        yield f"{frame.f_globals.get('__name__')}:{line} {frame.f_code.co_name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
