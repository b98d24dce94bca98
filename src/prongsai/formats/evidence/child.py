"""The process that cleans or shows one file apart (`apart`)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import BinaryIO

from prongsai.core.errors import Refusal
from prongsai.formats.apart_answer import write_refusal
from prongsai.formats.apart_child import LIMITS, answer_walled_in

MOST_MEMORY = 400  # MB: a JPEG of 40 megapixels, turned and written anew


def main(answer: Callable[[bytes], bytes]) -> None:
    """Answer standard input on standard output, walled in."""

    def answered(file: BinaryIO) -> bytes:
        try:
            return answer(file.read())
        except Refusal as refusal:
            return write_refusal(refusal)

    answer_walled_in(answered, {**LIMITS, "RLIMIT_DATA": MOST_MEMORY * 1_000_000})


def cleaned(data: bytes) -> bytes:
    """Return a line of JSON that tells the kind and what was taken out, then the file itself."""
    from prongsai.formats.evidence.clean import clean  # noqa: PLC0415 -- slow import

    kept = clean(data)
    told = {"kind": kept.kind, "taken_out": kept.taken_out}
    return json.dumps(told).encode() + b"\n" + kept.data


def shown(data: bytes) -> bytes:
    """Return the first page of a PDF as PNG, behind an empty line."""
    from prongsai.formats.evidence.preview import first_page  # noqa: PLC0415 -- slow import

    return b"\n" + first_page(data)
