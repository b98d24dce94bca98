"""Write a Document as Word file: the copy that superiors correct before it is signed."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from prongsai.core.documents.model import Document, Orientation
from prongsai.core.documents.prepare import prepared
from prongsai.core.thai.numerals import thai_digits
from prongsai.formats import page
from prongsai.formats.word.blocks import Body
from prongsai.formats.word.sections import catchwords
from prongsai.formats.word.xml import (
    NAMESPACES,
    declared,
    field,
    paragraph,
    part,
    picture_id,
    run,
    twips,
    w,
)

_FOLDER = Path(__file__).parents[1] / "data" / "word"
# A fixed time in the zip, so that the same document gives the same bytes.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = NAMESPACES["r"]

_PARTS = {  # name and id of a part: what kind it is
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "numbering": "numbering",
    "header1": "header",
    "header2": "header",
}


def write_docx(document: Document) -> bytes:
    """Write a document as Word file (docx); the same document gives the same bytes.

    The contents ask Word for their page numbers when the file is opened.
    """
    ready = prepared(document)
    second = thai_digits("2") if ready.thai_digits else "2"
    body = Body(ready)
    written = _document_part(ready, body)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _properties(ready),
        "word/document.xml": written,
        "word/_rels/document.xml.rels": _document_relations(len(body.pictures)),
        "word/styles.xml": _data("styles.xml"),
        "word/settings.xml": _data("settings.xml"),
        "word/fontTable.xml": _data("fontTable.xml"),
        "word/numbering.xml": _numbering(body.numbered, ready.thai_digits),
        # A line of text here would push down the first page of a letter.
        "word/header1.xml": _header(paragraph("Gap", _stamp(ready))),
        "word/header2.xml": _header(
            paragraph("Header", run("- "), field("PAGE", second), run(" -"), _stamp(ready)),
            paragraph("HeaderRoom"),
        ),
    }
    pictures = {f"word/media/{n}.png": png for n, png in enumerate(body.pictures, start=1)}
    return _zipped({**{name: text.encode() for name, text in parts.items()}, **pictures})


def _data(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _zipped(parts: dict[str, bytes]) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _document_part(document: Document, body: Body) -> str:
    sections = page.sections(document)
    written: list[str] = []
    last = len(sections) - 1
    for number, (section, word) in enumerate(zip(sections, catchwords(document), strict=True)):
        written.extend(
            body.write(block, section.orientation, after)
            for block, after in zip_longest(section.blocks, section.blocks[1:])
        )
        written.append(paragraph("Catchword", run(word)) if word else "")
        properties = _section(section, document, first=number == 0)
        written.append(properties if number == last else paragraph("Gap", properties=properties))
    return part("w:document", [w("body", *written)])


def _section(section: page.Section, document: Document, *, first: bool) -> str:
    width, height = (twips(side) for side in page.PAPER[section.orientation])
    lies = {"orient": "landscape"} if section.orientation is Orientation.LANDSCAPE else {}
    # Later sections take over the headers. The first page of all and of each letter has no number.
    headers = (
        '<w:headerReference w:type="first" r:id="header1"/>'
        '<w:headerReference w:type="default" r:id="header2"/>'
    )
    margins = w(
        "pgMar",
        # Word knows one margin a section. On later pages its text begins below the header, which
        # ends where other pages begin.
        top=twips(page.LETTER_TOP if section.is_letter else page.TOP),
        right=twips(page.RIGHT),
        bottom=twips(page.BOTTOM),
        left=twips(page.LEFT),
        header=twips(1.25),
        footer=twips(1),
        gutter=0,
    )
    return w(
        "sectPr",
        headers if first else "",
        w("type", val="nextPage"),
        w("pgSz", w=width, h=height, **lies),
        margins,
        w("pgNumType", fmt="thaiNumbers" if document.thai_digits else "decimal"),
        w("titlePg") if first or section.is_letter else "",
    )


def _header(*paragraphs: str) -> str:
    return part("w:hdr", paragraphs)


def _stamp(document: Document) -> str:
    """Write the mark that lies across every page of a draft, as Word's own watermarks are made."""
    if not document.draft:
        return ""
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:380pt;height:120pt;rotation:310;z-index:-1;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    shape = (
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'path="m,l21600,m,21600l21600,21600e">'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
        "</v:shapetype>"
        f'<v:shape id="PowerPlusWaterMarkObject" type="#_x0000_t136" style="{place}" '
        f'o:allowincell="f" fillcolor="#e6e6e6" stroked="f" alt="{escape(document.stamp)}">'
        f"<v:textpath style=\"font-family:'TH SarabunPSK';font-size:1pt;font-weight:bold\" "
        f'string="{escape(document.stamp)}"/></v:shape>'
    )
    return w("r", w("rPr", w("noProof")), w("pict", shape))


def _numbering(lists: int, thai_digits: bool) -> str:
    """Write the two kinds of lists, and one list of numbers for each that the document has."""
    kinds = (("bullet", "–"), ("thaiNumbers" if thai_digits else "decimal", "%1."))
    abstract = [
        w(
            "abstractNum",
            w("multiLevelType", val="singleLevel"),
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val=number),
                w("lvlText", val=shown),
                w("lvlJc", val="left"),
                w("pPr", w("ind", left=twips(1.9), hanging=twips(0.65))),
                ilvl=0,
            ),
            abstractNumId=kind,
        )
        for kind, (number, shown) in enumerate(kinds)
    ]
    restart = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    bullets = w("num", w("abstractNumId", val=0), numId=1)
    numbers = [w("num", w("abstractNumId", val=1), restart, numId=n) for n in range(2, lists + 2)]
    return part("w:numbering", [*abstract, bullets, *numbers])


def _properties(document: Document) -> str:
    moment = f'<dcterms:%s xsi:type="dcterms:W3CDTF">{document.dated}T12:00:00Z</dcterms:%s>'
    author = escape(document.author)
    return declared(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:language>{escape(document.language)}</dc:language>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"{moment % ('created', 'created')}{moment % ('modified', 'modified')}</cp:coreProperties>"
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **_PARTS}.items()
    )
    return declared(
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return _relations(
        [
            ("document", f"{_RELATIONS}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]
    )


def _document_relations(pictures: int) -> str:
    parts = [(name, f"{_RELATIONS}/{kind}", f"{name}.xml") for name, kind in _PARTS.items()]
    shown = [
        (picture_id(n), f"{_RELATIONS}/image", f"media/{n}.png") for n in range(1, pictures + 1)
    ]
    return _relations(parts + shown)


def _relations(relations: list[tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return declared(f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>')
