"""The first page of a PDF as a picture."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

_LONGEST = 1_400  # pixels of the longer side
_LARGEST_SCALE = 4.0


def first_page(data: bytes) -> bytes:
    """Draw the first page of a PDF as PNG.

    :raises Refusal: it cannot be drawn.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            page = document[0]
            scale = min(_LONGEST / max(*page.get_size(), 1), _LARGEST_SCALE)
            picture = page.render(scale=scale, may_draw_forms=False).to_pil()
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise Refusal(
            say("The first page cannot be shown."), fix=say("Download the file to look at it.")
        ) from error
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
