"""The number of the request that is answered now, for its events and for the lines of the log."""

from __future__ import annotations

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
