"""Small pictures of pages, as text: what they look like from afar, for comparing by a test.

A page is 32 x 45 digits, each the darkness of a square of about 6.5 mm: 0 is white, f is half black
or more. Called as a module this renews the pictures that are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from prongsai.core.thai.style import Style
from prongsai.formats.kinds import KINDS
from prongsai.formats.write_pdf import write_pdf
from tests.factories import letters
from tests.factories.cases import DATED, PLAN, case

KEPT = Path(__file__).parents[1] / "golden" / "pages.txt"
_LONG, _SHORT = 45, 32
_DIGITS = "0123456789abcdef"
_FULL = 128  # of 255: text is rarely darker than half black
_ROUNDING = 1  # a picture is the same if no digit is farther off

Pictures = dict[str, tuple[str, ...]]


def pictures(kind: str) -> Pictures:
    """Draw the first and the middle page of a kind of document, in Thai digits."""
    plan = replace(PLAN, style=Style(thai_digits=True))
    made = case(KINDS[kind].words, plan, garuda=letters.picture(), emblem=letters.picture("3"))
    with pypdfium2.PdfDocument(write_pdf(KINDS[kind].build(made, DATED))) as pages:
        shown = sorted({0, len(pages) // 2})
        return {f"{kind}, page {n + 1} of {len(pages)}": seen(pages[n]) for n in shown}


def seen(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    """Draw a page as rows of digits."""
    wide = page.get_width() > page.get_height()
    columns, rows = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    large = page.render(scale=2, grayscale=True).to_pil().convert("L")
    small = large.resize((columns, rows), Image.Resampling.BOX)
    return tuple(
        "".join(_digit(small.getpixel((x, y))) for x in range(columns)) for y in range(rows)
    )


def _digit(light: object) -> str:
    assert isinstance(light, int)
    return _DIGITS[min(15, (255 - light) * 16 // _FULL)]


def differing(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[str]:
    """Yield the rows in which two pictures differ by more than rounding, each below the other."""
    if [*map(len, one)] != [*map(len, other)]:
        yield "The pages have different sizes."
        return
    for n, (left, right) in enumerate(zip(one, other, strict=True), start=1):
        pairs = zip(left, right, strict=True)
        if any(abs(int(a, 16) - int(b, 16)) > _ROUNDING for a, b in pairs):
            yield f"row {n:2}: {left}\n     is {right}"


def kept() -> Pictures:
    """Read the pictures that are kept."""
    read: dict[str, list[str]] = {}
    for line in KEPT.read_text("utf-8").splitlines():
        if line.startswith("="):
            rows = read.setdefault(line.strip("= "), [])
        elif line and not line.startswith("#"):
            rows.append(line)
    return {name: tuple(rows) for name, rows in read.items()}


def keep() -> None:
    """Draw all pictures anew and keep them."""
    lines = ['# What the pages look like. Made by "make pictures"; look at the pages first.']
    for kind in KINDS:
        for name, rows in pictures(kind).items():
            lines += ["", f"== {name} ==", *rows]
    KEPT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    keep()
