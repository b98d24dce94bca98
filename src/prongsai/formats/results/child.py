"""The process that reads the results of one file apart (`apart`)."""

from __future__ import annotations

import json
from typing import BinaryIO

from prongsai.core.errors import Refusal
from prongsai.formats.apart_answer import write_refusal
from prongsai.formats.apart_child import LIMITS, answer_walled_in
from prongsai.formats.plain_data import as_plain
from prongsai.formats.results.found import Found


def main() -> None:
    """Read a framework and a file on standard input, answer on standard output."""
    answer_walled_in(answered, LIMITS)


def answered(file: BinaryIO) -> bytes:
    """Return the answer to a framework, on the first line, and a file behind it."""
    edition, _, data = file.read().partition(b"\n")
    try:
        found = found_in(data, edition.decode())
    except Refusal as refusal:
        return write_refusal(refusal)
    return b"\n" + json.dumps(as_plain(found), ensure_ascii=False).encode()


def found_in(data: bytes, edition: str) -> Found:
    """Return what a file says of results: a result sheet, a reading, or any document.

    :raises Refusal: it is of a kind that is not read, damaged, or has nothing of results.
    """
    from prongsai.formats.edition_text import edition_in  # noqa: PLC0415 -- slow import
    from prongsai.formats.results.document import found_in_document  # noqa: PLC0415 -- slow import
    from prongsai.formats.results.sheet import sheet_in  # noqa: PLC0415 -- slow import

    return sheet_in(data, edition_in(edition)) or found_in_document(data)
