"""The agency's own pictures: the Garuda of its letters, the emblem of its covers."""

from __future__ import annotations

import warnings
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from prongsai.core.documents.model import Align, Picture
from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say
from prongsai.formats.file_bytes import read_at_most

_MOST_BYTES = 20_000_000
_MOST_PIXELS = 50_000_000  # a page at 600 dots an inch has 35 million
_FEWEST = 40  # pixels of a side; with fewer the picture is a smudge on paper
_TALLEST = 900  # pixels; three centimetres at more than 600 dots an inch
_KINDS = ("PNG", "JPEG")


def read_picture(path: Path, *, text: str, height: Decimal, align: Align) -> Picture:
    """Read a picture, write it anew as PNG and leave out all that it carries besides.

    `text` says what it shows; `height` is in cm.

    :raises Refusal: it is no PNG or JPEG, or too small or too large to be printed.
    """
    content = read_at_most(path, _MOST_BYTES)
    try:
        return Picture(_as_png(content), text, height, align)
    except Refusal as refusal:
        raise refusal.within(path.name) from None


def _as_png(content: bytes) -> bytes:
    from PIL import Image  # noqa: PLC0415 -- slow import

    if len(content) > _MOST_BYTES:
        raise _refused(say("The picture is larger than %(size)s MB.", size=_MOST_BYTES // 10**6))
    try:
        with _unwarned(), Image.open(BytesIO(content), formats=_KINDS) as picture:
            _check_size(*picture.size)  # of its head: nothing is unpacked yet
            plain = picture.convert("RGBA")
    except Refusal:
        raise
    except Exception as error:  # a damaged picture makes Pillow raise nearly anything
        raise _refused(say("This is no PNG or JPEG picture, or it is damaged.")) from error
    if plain.height > _TALLEST:
        plain = plain.resize((round(plain.width * _TALLEST / plain.height), _TALLEST))
    written = BytesIO()
    plain.save(written, "PNG")
    return written.getvalue()


def _check_size(width: int, height: int) -> None:
    if width * height > _MOST_PIXELS or min(width, height) < _FEWEST:
        raise _refused(
            say("The picture has %(width)s × %(height)s pixels.", width=width, height=height)
        )


def _unwarned() -> warnings.catch_warnings[None]:
    """Keep Pillow from warning of large and odd pictures: the sizes are ours to judge."""
    return warnings.catch_warnings(action="ignore")


def _refused(what: Sentence) -> Refusal:
    return Refusal(
        what,
        fix=say(
            "Give a PNG or JPEG of at least %(fewest)s pixels a side and at most %(most)s"
            " megapixels.",
            fewest=_FEWEST,
            most=_MOST_PIXELS // 10**6,
        ),
    )
