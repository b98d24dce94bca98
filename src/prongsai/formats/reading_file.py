"""A reading as YAML or JSON, for people to look at and for commands to hand on; read back equal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Reading
from prongsai.core.sentences import say
from prongsai.formats.file_bytes import check_size
from prongsai.formats.plain_data import as_plain, from_plain
from prongsai.formats.read_yaml import parse_yaml

LARGEST = 8_000_000  # bytes: what is read of six hundred pages

_NAME, _VERSION = "prongsai_reading", 1  # the first field: by it a file is known, whatever its name
_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*)?"?prongsai_reading"?\s*:')


def write_reading_json(reading: Reading) -> str:
    """Write a reading as JSON, Thai unescaped."""
    return json.dumps(_fields(reading), ensure_ascii=False, indent=1) + "\n"


def write_reading_yaml(reading: Reading) -> str:
    """Write a reading as YAML, each value on a line of its own."""
    return "".join(_lines(_fields(reading)))


def is_reading(data: bytes) -> bool:
    """Tell whether bytes begin as a reading does."""
    return _BEGINS.match(data) is not None


def read_reading(data: bytes) -> Reading:
    """Read what `write_reading_json` or `write_reading_yaml` wrote.

    :raises Refusal: for what is neither, or was changed into something else.
    """
    check_size(data, LARGEST)
    fields = _parsed(data)
    if not isinstance(fields, Mapping) or fields.get(_NAME) != _VERSION:
        raise Refusal(
            say("This is no reading of this version of Prongsai."),
            fix=say("Let prongsai read make it anew from the document."),
        )
    return from_plain(Reading, {name: each for name, each in fields.items() if name != _NAME})


def _fields(reading: Reading) -> dict[str, object]:
    plain = as_plain(reading)
    return {_NAME: _VERSION, **(plain if isinstance(plain, dict) else {})}


def _lines(fields: Mapping[str, object]) -> Iterator[str]:
    # What is JSON on one line is YAML too.
    for name, value in fields.items():
        if isinstance(value, list):
            yield f"{name}:\n"
            yield from (f"  - {json.dumps(each, ensure_ascii=False)}\n" for each in value)
        else:
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}\n"


def _parsed(data: bytes) -> object:
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return parse_yaml(data, most=LARGEST)
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refusal(
            say("The file is no JSON, or not all of it."),
            fix=say("Let prongsai read make it anew from the document."),
        ) from error
