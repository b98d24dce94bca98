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


def tagged_file(content: str, tags: Sequence[tuple[str, Sequence[int]]], deep: int = 0) -> bytes:
    """Make a page of marked contents, and of tags with the marks that each has.

    The first tag stands inside of so many others.
    """
    first = 7 + deep
    own = [n for n, (_, marks) in enumerate(tags, start=first) for _ in marks]
    outer = [
        f"<< /Type /StructElem /S /Sect /P {6 + n} 0 R /K [{8 + n} 0 R] >>" for n in range(deep)
    ]
    elements = [
        f"<< /Type /StructElem /S /{name} /P {6 if n or not deep else 6 + deep} 0 R /Pg 4 0 R"
        f" /K [{' '.join(map(str, marks))}] >>"
        for n, (name, marks) in enumerate(tags)
    ]
    kids = " ".join(f"{n} 0 R" for n in (7, *range(first + 1, first + len(tags))))
    return _file(
        [
            "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>",
            "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] /StructParents 0"
                " /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>"
            ),
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            (
                f"<< /Type /StructTreeRoot /K [{kids}] /ParentTree << /Nums [0"
                f" [{' '.join(f'{n} 0 R' for n in own)}]] >> >>"
            ),
            *outer,
            *elements,
        ]
    )


def marked(mark: int, content: str, tag: str = "P") -> str:
    """Mark a piece of content, so that a tag can have it."""
    return f"/{tag} << /MCID {mark} >> BDC\n{content}EMC\n"


def locked_file() -> bytes:
    """Make a page that opens with a password only, which nobody knows."""
    key = f"<{'5a' * 32}>"
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O {key} /U {key} >>"
    whole = pdf_file(written("Text", 50, 500)).decode("latin-1")
    return whole.replace("/Root", f"{encrypt} /ID [<00> <00>] /Root").encode("latin-1")


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
