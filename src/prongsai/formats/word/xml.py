"""XML of a Word file as text. Texts are escaped here and nowhere else."""

from __future__ import annotations

import re
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

# Arrows, boxes, ticks and stars, which TH SarabunPSK has not; a dotted circle carries Thai marks.
_SYMBOLS = re.compile("([\u2190-\u21ff\u2300-\u23ff\u2500-\u25cb\u25cd-\u27bf\u2b00-\u2bff]+)")
_SYMBOL_FONT = "Segoe UI Symbol"

_TWIPS_PER_CM = 1440 / 2.54
_EMU_PER_CM = 360_000


def twips(cm: float) -> int:
    """Return a length (cm) in twentieths of a point, as Word counts it."""
    return round(cm * _TWIPS_PER_CM)


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


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    """Write a run of text, in a style of letters if one is named; a line feed is a line break.

    Without w:cs Word takes the Latin half of font, size and weight for Thai letters. Symbols are
    runs of their own, in a font that has them.
    """
    parts = enumerate(_SYMBOLS.split(text))
    return "".join(
        w("r", _run_properties(bold=bold, style=style, symbol=n % 2 == 1), _lines(part))
        for n, part in parts
        if part
    )


def _lines(text: str) -> str:
    lines = (
        f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in text.split("\n")
    )
    return "<w:br/>".join(lines)


def tab() -> str:
    """Write a step to the next tab stop, with the leader of that stop."""
    return w("r", _run_properties(), w("tab"))


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


def _run_properties(*, bold: bool = False, style: str = "", symbol: bool = False) -> str:
    named = w("rStyle", val=style) if style else ""
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _SYMBOL_FONT)
    font = w("rFonts", **fonts) if symbol else ""
    weight = (w("b"), w("bCs")) if bold else ()
    return w("rPr", named, font, *weight, w("cs"), w("lang", bidi="th-TH"))


def paragraph(style: str, *content: str, properties: str = "") -> str:
    """Write a paragraph in a style; `properties` are further ones, in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), properties), *content)


def image(
    number: int, description: str, size: tuple[float, float], *, floating: bool = False
) -> str:
    """Write a picture: the number of its file, its description, its width and height in cm.

    It stands in the line as a letter does, or, `floating`, at the left of its paragraph, whose text
    takes no notice of it.
    """
    wide, tall = (round(side * _EMU_PER_CM) for side in size)
    extent = f'cx="{wide}" cy="{tall}"'
    told = f'id="{number}" name="Picture {number}" descr="{escape(description)}"'
    shape = f"<wp:docPr {told}/>{_graphic(picture_id(number), told, extent)}"
    away = 'distT="0" distB="0" distL="0" distR="0"'
    if not floating:
        inside = f"<wp:inline {away}><wp:extent {extent}/>{shape}</wp:inline>"
    else:
        nowhere = "<wp:posOffset>0</wp:posOffset>"
        inside = (
            f'<wp:anchor {away} simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
            'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column">{nowhere}</wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph">{nowhere}</wp:positionV>'
            f"<wp:extent {extent}/><wp:wrapNone/>{shape}</wp:anchor>"
        )
    return w("r", f"<w:drawing>{inside}</w:drawing>")


def _graphic(file: str, told: str, extent: str) -> str:
    return (
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{file}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>"
    )


def picture_id(number: int) -> str:
    """Return the name by which the document calls a picture."""
    return f"picture{number}"
