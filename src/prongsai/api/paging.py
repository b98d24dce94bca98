"""Long lists by pages: a cursor says after what the next page begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Annotated, TypeVar

from ninja import Query

Row = TypeVar("Row")

PAGE = ("limit", "cursor")
Limit = Annotated[int, Query(ge=1, le=100, description="how many at most")]
NumberCursor = Annotated[
    str | None, Query(pattern=r"^[0-9]{1,9}$", description="`next` of the page before")
]
KeyCursor = Annotated[
    str | None,
    Query(pattern=r"^[a-z0-9-]{1,80}$", description="`next` of the page before"),
]


def page_of(
    rows: Iterable[Row], limit: int, cursor_of: Callable[[Row], object]
) -> tuple[list[Row], str | None]:
    """Return the first rows, and the cursor of what comes after them, None where nothing does."""
    found = list(islice(rows, limit + 1))
    shown = found[:limit]
    return shown, str(cursor_of(shown[-1])) if len(found) > limit else None
