"""Files of other office programs that ask LibreOffice to fetch something from an address."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SAID = "ข้อความที่อ่าน"

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"'
    for name, of in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "svg": "svg-compatible",
        "script": "script",
    }.items()
)
_XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
_LINK = (
    'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" xlink:href="{address}/{name}"'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def odt(address: str) -> bytes:
    """Make a text with a picture, an object, a section and a macro that stand elsewhere."""
    framed = (
        '<draw:frame svg:width="5cm" svg:height="5cm" text:anchor-type="paragraph">{}</draw:frame>'
    )
    body = (
        f"<text:p>{SAID}</text:p><text:p>"
        + framed.format(f"<draw:image {_link(address, 'picture.png')}/>")
        + framed.format(f"<draw:object {_link(address, 'object.odt')}/>")
        + framed.format(f"<draw:floating-frame {_link(address, 'frame.html')}/>")
        + '</text:p><text:section text:name="a">'
        f"<text:section-source {_link(address, 'section.odt')}/><text:p>a</text:p></text:section>"
    )
    return _odf("text", body)


def ods(address: str) -> bytes:
    """Make a sheet with another sheet, a picture and a formula that stand elsewhere."""
    cell = '<table:table-cell office:value-type="string" {}><text:p>{}</text:p></table:table-cell>'
    formulas = (
        f"of:=WEBSERVICE(&quot;{address}/formula&quot;)",
        f"of:='{address}/other.ods'#$Sheet1.A1",
        f"of:=DDE(&quot;soffice&quot;;&quot;{address}/dde.ods&quot;;&quot;A1&quot;)",
    )
    cells = cell.format("", SAID) + "".join(
        cell.format(f'table:formula="{formula}"', "") for formula in formulas
    )
    body = (
        f'<table:table table:name="A"><table:table-source {_link(address, "linked.ods")}'
        ' table:table-name="Sheet1" table:refresh-delay="PT1S"/>'
        f"<table:table-row>{cells}</table:table-row></table:table>"
        f'<table:table table:name="B"><table:table-row>{cells}</table:table-row><table:shapes>'
        '<draw:frame svg:width="5cm" svg:height="5cm">'
        f"<draw:image {_link(address, 'picture.png')}/></draw:frame></table:shapes></table:table>"
    )
    return _odf("spreadsheet", body)


def rtf(address: str) -> bytes:
    """Make a text with a picture, a text, links and a template that stand elsewhere."""
    fields = "".join(
        rf'{{\field{{\*\fldinst {{ {code} "{address}/{code}" \\d }}}}{{\fldrslt a}}}}\par '
        for code in ("INCLUDEPICTURE", "INCLUDETEXT", "LINK Word.Document.8", "DDEAUTO soffice")
    )
    said = "".join(rf"\u{ord(letter)}?" for letter in SAID)
    return (
        rf"{{\rtf1\ansi\ansicpg874{{\*\template {address}/template.dot}}{said}\par {fields}}}"
    ).encode("ascii")


def _text(said: str) -> bytes:
    return _odf("text", f"<text:p>{said}</text:p>")


def _sheet(said: str) -> bytes:
    cell = (
        f'<table:table-cell office:value-type="string"><text:p>{said}</text:p></table:table-cell>'
    )
    row = f"<table:table-row>{cell}</table:table-row>"
    return _odf("spreadsheet", f'<table:table table:name="Sheet1">{row}</table:table>')


LINKED: dict[str, Callable[[str], bytes]] = {
    "section.odt": _text,
    "object.odt": _text,
    "linked.ods": _sheet,
    "other.ods": _sheet,
    "dde.ods": _sheet,
    "frame.html": str.encode,
    "INCLUDETEXT": str.encode,
    "formula": str.encode,
}
"""What the files link to, by name: each made with a text."""

CALLING: dict[str, Callable[[str], bytes]] = {"odt": odt, "ods": ods, "rtf": rtf}


def _link(address: str, name: str) -> str:
    return _LINK.format(address=address, name=name)


def _odf(kind: str, body: str) -> bytes:
    media = f"application/vnd.oasis.opendocument.{kind}"
    content = (
        f'<office:document-content {_SPACES} {_XLINK} office:version="1.2">'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo("mimetype"), media)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST.format(kind=media))
    return file.getvalue()
