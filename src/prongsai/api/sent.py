"""What was sent in a body: read strictly, and the places in it that are not as they must be."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

from django.http import HttpRequest
from ninja.parser import Parser

from prongsai.api.problems import UNKNOWN, Place
from prongsai.api.shapes import NewResults

if TYPE_CHECKING:
    from ninja import Schema


class Once(Parser):
    """A reader of JSON that takes no name twice: which of the two was meant, nobody knows."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read a body. Raises ValueError, of which ninja makes the status 400."""
        return json.loads(request.body, object_pairs_hook=_once)


def place_of(error: Mapping[str, Any]) -> Place:
    """Return the place of an error that pydantic found."""
    kind, *rest = error["loc"]
    # The first step into a body is what our function calls it.
    steps = rest[1:] if kind == "body" else rest
    where = " › ".join(map(str, (kind, *steps)))
    if error["type"] != "extra_forbidden":
        return Place(where, str(error["type"]))
    return Place(where, UNKNOWN, tuple(_shape_at(steps[:-1]).model_fields))


def _shape_at(steps: Sequence[object]) -> type[Schema]:
    """Return what is sent at a place, from the whole body down; numbers are places in a list."""
    shape: type[Schema] = NewResults
    for step in steps:
        if isinstance(step, str):
            (shape,) = get_args(shape.model_fields[step].annotation)
    return shape


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found
