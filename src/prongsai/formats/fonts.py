"""Where the fonts of documents are. The set-up puts them there; they are never committed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

_FOLDER = Path(__file__).parents[1] / "data" / "fonts"


@cache
def fonts_folder() -> Path:
    """Return the folder of Sarabun: levelled TTF files, and WOFF2 files in its folder `web`.

    :raises Refusal: if the fonts are not in place.
    """
    if not (_FOLDER / "Sarabun-Regular.ttf").is_file():
        raise Refusal(
            say("The fonts of the documents are not in place."),
            fix=say("Run: make setup"),
            where=(str(_FOLDER),),
        )
    return _FOLDER
