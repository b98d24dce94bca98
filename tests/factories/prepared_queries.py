"""The queries of the application that are written once (ADR 32), wherever a module knows one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from prongsai.foundation.agencies import prepared

Query = Callable[..., Any]


def prepared_queries() -> Iterator[tuple[ModuleType, str, Query]]:
    """Yield each loaded module that knows a prepared query, its name there, and the query."""
    for module in [each for name, each in sys.modules.items() if name.startswith("prongsai.")]:
        for name, each in [*vars(module).items()]:
            made_in = getattr(getattr(each, "__code__", None), "co_filename", "")
            if made_in == prepared.__file__ and hasattr(each, "__wrapped__"):
                yield module, name, each


def plainly(query: Query) -> Query:
    """Return what asks the same as a prepared query, and writes it anew each time."""

    def ask(*values: Any, **named: Any) -> Any:
        rows = list(query.__wrapped__(*values, **named))  # type: ignore[attr-defined]
        return next(iter(rows), None) if query.__code__.co_name == "ask_one" else rows

    return ask
