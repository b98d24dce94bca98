"""PDF files made by hand: what is written and drawn on each page, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence

A4 = (595, 842)


def pdf_file(*pages: str, rotate: int = 0, size: tuple[int, int] = A4) -> bytes:
    """Make a file of pages, each a content stream; the font F is Helvetica."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(pages):
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}]"
                f" /Rotate {rotate} /Resources << /Font << /F 3 0 R >> >>"
                f" /Contents {5 + 2 * number} 0 R >>"
            ),
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    return _file(objects)


def written(text: str, x: float, y: float, size: float = 10) -> str:
    """Write a text at a place, from the lower left corner."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def drawn(*lines: tuple[float, float, float, float]) -> str:
    """Draw straight lines: x, y, x, y."""
    return "".join(f"{a} {b} m {c} {d} l S\n" for a, b, c, d in lines)


def ruled(lefts: Sequence[float], bottoms: Sequence[float]) -> str:
    """Draw all lines of a table."""
    return drawn(
        *((lefts[0], y, lefts[-1], y) for y in bottoms),
        *((x, bottoms[0], x, bottoms[-1]) for x in lefts),
    )


def _file(objects: Sequence[str]) -> bytes:
    parts, places = [b"%PDF-1.4\n"], []
    for number, body in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = sum(map(len, parts))
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return b"".join(parts)
