"""What a page that needs nothing else carries: its fonts, and what it allows."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache

from prongsai.formats.fonts import fonts_folder

_RANGES = {
    "thai": "U+0E01-0E5B, U+200C-200D, U+25CC",
    "latin": "U+0000-00FF, U+2000-206F, U+2190-22FF",
}


@cache
def font_faces() -> str:
    """Return the rules of a style sheet that bring Sarabun along."""
    folder = fonts_folder() / "web"
    faces = []
    for weight in (400, 700):
        for script, characters in _RANGES.items():
            font = (folder / f"sarabun-{script}-{weight}-normal.woff2").read_bytes()
            source = f"url(data:font/woff2;base64,{b64encode(font).decode()}) format('woff2')"
            faces.append(
                f"@font-face {{ font-family: Sarabun; font-weight: {weight}; src: {source}; "
                f"unicode-range: {characters}; }}"
            )
    return "\n".join(faces)


def digest(text: str) -> str:
    """Return what a policy of a page names a style sheet or a script of it by."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(style: str, *, pictures: bool = False, script: str = "") -> str:
    """Allow this style sheet, this script and what the page carries, and nothing else.

    So nothing is fetched or run, should a text slip through.
    """
    allowed = f"default-src 'none'; style-src {digest(style)}; font-src data:"
    shown = "; img-src data:" if pictures else ""
    run = f"; script-src {digest(script)}" if script else ""
    return f"{allowed}{shown}{run}; base-uri 'none'; form-action 'none'"
