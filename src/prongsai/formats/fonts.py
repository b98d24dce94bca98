"""Where the fonts of documents are. The set-up puts them there; they are never committed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say


@cache
def fonts_folder() -> Path:
    """Return the folder of Sarabun: levelled TTF files, and WOFF2 files in its folder `web`.

    :raises Refusal: if the fonts are not in place.
    """
    folder = Path(str(files("prongsai"))) / "data" / "fonts"
    if not (folder / "Sarabun-Regular.ttf").is_file():
        raise Refusal(
            say("The fonts of the documents are not in place."),
            fix=say("Run: make setup"),
            where=(str(folder),),
        )
    return folder
