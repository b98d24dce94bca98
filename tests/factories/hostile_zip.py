"""Packed files (Word, Excel) made to harm who reads them."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.factories.bare_word import document, paragraph, table, word_file

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "word/document.xml"

GOOD = document(paragraph("ก") + table([["ข้อ", "คะแนน"], ["i1", "90"]]))


def packed(parts: Iterable[tuple[str, str | bytes]], compression: int = ZIP_DEFLATED) -> bytes:
    """Pack parts under names that may be anything, or stand twice."""
    file = BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, content in parts:
            archive.writestr(ZipInfo(name), content, compression)
    return file.getvalue()


def bomb(megabytes: int, name: str = _MAIN) -> bytes:
    """Pack a part that unpacks to so many MB of spaces."""
    file = BytesIO()
    with (
        ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w") as part,
    ):
        for _ in range(megabytes):
            part.write(b" " * 1_000_000)
    return file.getvalue()


def nested() -> bytes:
    """Pack a bomb ten times into a file, and that ten times again, beside a document."""
    inner = bomb(50, "word/a.xml")
    for _ in range(2):
        inner = packed((f"{number}.zip", inner) for number in range(10))
    return packed([(_MAIN, GOOD), ("word/embeddings/a.zip", inner)])


def overlapping(parts: int) -> bytes:
    """Let the directory name the same bytes so many times more, under other names."""
    data = packed([(_MAIN, GOOD)])
    start = data.index(b"PK\x01\x02")
    entry = data[start : data.index(b"PK\x05\x06")]
    entries = [entry] + [
        entry.replace(_MAIN.encode(), f"word/a{number:08}.xml"[: len(_MAIN)].encode())
        for number in range(parts)
    ]
    directory = b"".join(entries)
    count = len(entries) % 65_536
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    return data[:start] + directory + end


def with_false_size(size: int) -> bytes:
    """Let the directory and the part say another size than there is."""
    data = bytearray(word_file(" " * 20_000_000))
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.index(sign) + at
        data[place : place + 4] = struct.pack("<L", size)
    return bytes(data)


def encrypted() -> bytes:
    """Let the directory say that the part has a password."""
    data = bytearray(packed([(_MAIN, GOOD)]))
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


def with_document_type(declaration: str, body: str = "&a;", part: str = "document") -> bytes:
    """Begin a part of a Word file with a document type declaration."""
    parts = {"document": GOOD, part: f"<!DOCTYPE a [{declaration}]>{document(body)}"}
    return word_file("", **parts)


def laughs() -> str:
    """Declare ten entities of ten of the one before."""
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return "".join(lines) + '<!ENTITY a "&a9;">'


def linked(address: str) -> bytes:
    """Make a Word file that names an address wherever Word can: template, picture, text, frame."""
    kinds = ("attachedTemplate", "image", "hyperlink", "oleObject", "aFChunk", "frame")
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{address}" '
        'TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    fields = "".join(
        f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>"
        for code in (
            f'INCLUDEPICTURE "{address}"',
            f'INCLUDETEXT "{address}"',
            f"DDEAUTO {address}",
        )
    )
    blip = f'<w:p><w:drawing r:link="r1" href="{address}"/></w:p><w:altChunk r:id="r4"/>'
    relations = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    body = document(paragraph("ก") + fields + blip).replace(
        "<w:document ", f'<w:document xmlns:r="{_OFFICE}" '
    )
    names = ("word/_rels/document.xml.rels", "word/_rels/settings.xml.rels", "_rels/.rels")
    return packed([(_MAIN, body), *((name, relations) for name in names)])


def twice() -> bytes:
    """Pack two bodies under one name."""
    other = "word/documenx.xml"
    data = packed([(_MAIN, GOOD), (other, document(paragraph("ข")))])
    return data.replace(other.encode(), _MAIN.encode())


def with_macros() -> bytes:
    """Make a Word file with macros that would run when it is opened."""
    macro = b"\xd0\xcf\x11\xe0 Sub AutoOpen() Shell 'touch macro-ran' End Sub"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    )
    parts: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", types),
        (_MAIN, GOOD),
        ("word/vbaProject.bin", macro),
    ]
    return packed([*parts, ("word/activeX/activeX1.bin", macro)])


def workbook(sheet: str, **parts: str) -> bytes:
    """Make a workbook of one sheet from the XML inside it, and further parts of the folder xl."""
    named = {"sheet1": ("worksheet", "worksheets/sheet1.xml")}
    named.update({name: (name, f"{name}.xml") for name in parts})
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in named.items()
    )
    own = (
        f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="results" sheetId="1" r:id="sheet1"/></sheets></workbook>'
    )
    start = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    return packed(
        [
            ("_rels/.rels", start),
            ("xl/workbook.xml", own),
            (
                "xl/_rels/workbook.xml.rels",
                f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
            ),
            ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{_SPREADSHEET}">{sheet}</worksheet>'),
            *((f"xl/{name}.xml", content) for name, content in parts.items()),
        ]
    )


def linked_workbook(address: str) -> bytes:
    """Make a workbook whose formulas call an address and start a program."""
    return workbook(
        f'<sheetData><row><c><f>WEBSERVICE("{address}")</f><v>1</v></c>'
        "<c><f>cmd|'/C touch macro-ran'!A0</f><v>2</v></c></row></sheetData>",
        externalLink=f'<externalLink href="{address}"/>',
    )


def rows_of_cells(rows: int, columns: int) -> str:
    """Write the cells of a sheet, each with the number 1."""
    row = "<c><v>1</v></c>" * columns
    return "<sheetData>" + f"<row>{row}</row>" * rows + "</sheetData>"


def shared_strings(texts: int) -> str:
    """Write so many texts for a workbook, all of them long."""
    return f'<sst xmlns="{_SPREADSHEET}">' + f"<si><t>{'ก' * 1_000}</t></si>" * texts + "</sst>"
