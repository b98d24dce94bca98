"""XML of a Word file as text. Texts are escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}


def w(name: str, /, *content: str, **attributes: object) -> str:
    """Write an element of WordprocessingML; its attributes are of it too."""
    written = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    inside = "".join(content)
    return f"<w:{name}{written}>{inside}</w:{name}>" if inside else f"<w:{name}{written}/>"


def part(root: str, content: Iterable[str]) -> str:
    """Write a whole part, such as w:document, with the namespaces it may use."""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return declared(f"<{root}{spaces}>{''.join(content)}</{root}>")


def declared(element: str) -> str:
    """Put the XML declaration before the root element of a part."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{element}'


def run(text: str, *, bold: bool = False) -> str:
    """Write a run of text; a line feed in it is a line break.

    Without w:cs Word takes the Latin half of font, size and weight for Thai letters.
    """
    lines = (
        f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in text.split("\n")
    )
    return w("r", _run_properties(bold), "<w:br/>".join(lines)) if text else ""


def field(code: str, shown: str, *, dirty: bool = False) -> str:
    """Write a field: its code, and what is shown until Word works it out (at once if `dirty`)."""
    opening, closing = field_around(code, dirty=dirty)
    return opening + run(shown) + closing


def field_around(code: str, *, dirty: bool = False) -> tuple[str, str]:
    """Return what opens and what closes a field, whose result may be several paragraphs."""
    begin = {"fldCharType": "begin", **({"dirty": "true"} if dirty else {})}
    asked = f'<w:instrText xml:space="preserve"> {escape(code, quote=False)} </w:instrText>'
    opening = w("fldChar", **begin), asked, w("fldChar", fldCharType="separate")
    closing = w("r", w("fldChar", fldCharType="end"))
    return "".join(w("r", _run_properties(), each) for each in opening), closing


def _run_properties(bold: bool = False) -> str:
    weight = (w("b"), w("bCs")) if bold else ()
    return w("rPr", *weight, w("cs"), w("lang", bidi="th-TH"))


def paragraph(style: str, *content: str, properties: str = "") -> str:
    """Write a paragraph in a style; `properties` are further ones, in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), properties), *content)


def image(number: int, description: str, size: tuple[int, int]) -> str:
    """Write a picture: the number of its file, its description, width and height in EMU."""
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    told = f'id="{number}" name="Picture {number}" descr="{escape(description)}"'
    uri = NAMESPACES["pic"]
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr {told}/><a:graphic><a:graphicData uri="{uri}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture_id(number)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def picture_id(number: int) -> str:
    """Return the name by which the document calls a picture."""
    return f"picture{number}"
