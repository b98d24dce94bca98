"""The paragraphs that a tagged PDF names: which marked content belongs to which."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

MOST_TAGS = 20_000  # of a page

# Tags inside of a paragraph; any other begins one.
_INLINE = frozenset(
    (
        *("Span", "Link", "Em", "Strong", "Sub", "Quote", "Code", "Reference", "Note", "BibEntry"),
        *("Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"),
    )
)
_LONGEST_NAME = 64  # bytes


def paragraphs_named(page: pypdfium2.PdfPage) -> dict[int, int]:
    """Return the number of the paragraph (from 1) that each marked content of a page belongs to."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        return _walked(tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _walked(tree: object) -> dict[int, int]:
    """Walk the tags from the root down, without calls inside calls: a file may nest them deep."""
    found: dict[int, int] = {}
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    waiting = [(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n), 0) for n in range(count)]
    number = 0
    while waiting and number < MOST_TAGS:
        element, paragraph = waiting.pop()
        if not element:
            continue
        number += 1
        if _name(element) not in _INLINE:
            paragraph = number
        for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, place)
            if mark >= 0:
                found.setdefault(mark, paragraph)
            else:
                waiting.append(
                    (pdfium.FPDF_StructElement_GetChildAtIndex(element, place), paragraph)
                )
    return found


def _name(element: object) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, _LONGEST_NAME)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
