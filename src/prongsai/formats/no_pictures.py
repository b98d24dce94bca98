"""Pictures are told by their first bytes, and refused as what they are: nothing reads them here."""

from __future__ import annotations

import re

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

# PNG, JPEG, GIF, TIFF of both orders of bytes, WebP, and HEIC as telephones make it.
_PICTURE = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei[cx]|mif1)",
    re.DOTALL,
)


def refuse_pictures(data: bytes) -> None:
    """Refuse a picture, such as the photograph of a page.

    :raises Refusal: for one, with what makes a text of it.
    """
    if _PICTURE.match(data):
        raise Refusal(
            say("This is a picture. Prongsai reads text, and no pictures of text."),
            fix=say(
                "Hand in the file that it was made of, or let a program that reads scans (OCR) make"
                " a Word file or a text of it, and compare that with the picture."
            ),
        )
