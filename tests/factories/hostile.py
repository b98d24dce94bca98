"""Files made to harm who reads them: each name, what makes it, and how it must end.

READ: there is a source. Other texts stand in the refusal. ANY: read or refused, nobody minds.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.factories import hostile_pdf as of_pdf
from tests.factories import hostile_zip as of_zip
from tests.factories.bare_word import document, paragraph, table, word_file

READ = "read"
ANY = ""

Hostile = tuple[Callable[[], bytes], str]

_DAMAGED = "The Word file is damaged"
_TYPE = "document type declaration"
_LONG = "more than 100000 paragraphs"
_NO_TEXT = "This is not a text that can be read"


def _deep(name: str, count: int) -> bytes:
    return word_file(f"<w:{name}>" * count + f"</w:{name}>" * count)


def _repeated(piece: str, size: int) -> Callable[[], bytes]:
    return lambda: (piece * (size // len(piece.encode()))).encode()


PATHS = ("../../written", "/written", "C:\\written", "word/../../written", "a\\..\\written")


WORD: dict[str, Hostile] = {
    "bomb of 300 MB": (lambda: of_zip.bomb(300), "unpacks to more than is read"),
    "bomb just within": (lambda: word_file(" " * 31_000_000), ANY),
    "bomb of numbering": (
        lambda: word_file("", numbering=" " * 5_000_000),
        "unpacks to more than is read",
    ),
    "bombs in bombs": (of_zip.nested, READ),
    "overlapping parts": (lambda: of_zip.overlapping(4_000), READ),
    "size said too small": (lambda: of_zip.with_false_size(1_000), _DAMAGED),
    "size said too large": (lambda: of_zip.with_false_size(2**32 - 2), "unpacks to more"),
    # Where its memory ends differs: it is told as taking too much, or as damaged.
    "half a million parts": (lambda: of_zip.overlapping(500_000), "damaged"),
    "other packing": (lambda: of_zip.packed([("word/document.xml", " ")], 14), _DAMAGED),
    "password": (of_zip.encrypted, _DAMAGED),
    "entities of entities": (lambda: of_zip.with_document_type(of_zip.laughs()), _TYPE),
    "entities in numbering": (
        lambda: of_zip.with_document_type(of_zip.laughs(), part="numbering"),
        _TYPE,
    ),
    "entity of a file": (
        lambda: of_zip.with_document_type('<!ENTITY a SYSTEM "file:///etc/passwd">'),
        _TYPE,
    ),
    "macros": (of_zip.with_macros, READ),
    "a million cells": (lambda: word_file(table([["<w:tc/>" * 1_000]] * 1_000)), "100000 cells"),
    "a hundred thousand cells": (lambda: word_file(table([["<w:tc/>" * 100]] * 1_000)), ANY),
    "ever wider rows": (
        lambda: word_file(
            table([["<w:tc><w:tcPr><w:gridSpan w:val='99'/></w:tcPr></w:tc>"] * 99] * 999)
        ),
        ANY,
    ),
    "a million paragraphs": (
        lambda: word_file("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 900_000),
        _LONG,
    ),
    "a million elements, each in another": (lambda: _deep("x", 1_000_000), ANY),
    "tables in tables": (
        lambda: word_file("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000),
        _DAMAGED,
    ),
    "an attribute of 10 MB": (lambda: word_file(f"<w:p w:a='{'a' * 10_000_000}'/>"), ANY),
    "a hundred thousand attributes": (
        lambda: word_file("<w:p " + " ".join(f"w:a{n}=''" for n in range(100_000)) + "/>"),
        ANY,
    ),
    "a paragraph of 30 MB": (lambda: word_file(paragraph("ก" * 10_000_000)), ANY),
    "a name of 10 MB": (lambda: word_file(f"<w:{'a' * 10_000_000}/>"), ANY),
    "no text of XML": (lambda: word_file(paragraph("\x00\x01")), _DAMAGED),
    "half a pair of letters": (lambda: word_file(paragraph("&#xD800;")), _DAMAGED),
    "many numbered lists": (
        lambda: word_file(
            "",
            numbering=document(
                "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='"
                + "9" * 5_000
                + "'/></w:lvl></w:abstractNum>"
            ),
        ),
        _DAMAGED,
    ),
    "parts with paths": (
        lambda: of_zip.packed(
            [
                ("word/document.xml", of_zip.GOOD),
                *((name, "written") for name in PATHS),
            ]
        ),
        READ,
    ),
    "the body twice": (
        of_zip.twice,
        ANY,
    ),
    "before it another file": (lambda: b"PK" + b"\0" * 999 + word_file(paragraph("ก")), ANY),
}

TEXT: dict[str, Hostile] = {
    "nothing": (lambda: b"", ANY),
    "50 MB of one line": (lambda: b"a" * 50_000_000, "The text has 50 MB"),
    "2 MB of one line": (lambda: b"a " * 999_999, READ),
    "2 MB of tabs": (lambda: b"a" + b"\t" * 1_999_998, "more than 1000 columns"),
    "a million cells": (lambda: (b"1\t" * 99 + b"\n") * 10_000, "more than 100000 cells"),
    "2 MB of pages": (lambda: b"\f" * 1_999_999, _LONG),
    "2 MB of lines": (lambda: b"a\n\n" * 666_666, _LONG),
    "2 MB of old lines": (lambda: b"a\r\r" * 666_666, _LONG),
    "NUL": (lambda: b"a\0b", _NO_TEXT),
    "half pairs in UTF-8": (lambda: b"\xed\xa0\x80 \xed\xb0\x80", _NO_TEXT),
    "half pairs in UTF-16": (lambda: b"\xff\xfe\x00\xd8a\0", _NO_TEXT),
    "half pairs as entities": (lambda: b"&#xD800; &#xDFFF; &#0; &#x110000; &#9999999;", READ),
    "half a letter in UTF-16": (lambda: b"\xff\xfea", _NO_TEXT),
    "2 MB of marks": (_repeated("\u0e49\u0e34", 1_999_999), ANY),
    "2 MB of sara am": (_repeated("\u0e33\u0e49", 1_999_999), ANY),
    "2 MB of open tags": (_repeated("<b ", 1_999_999), ANY),
    "2 MB of open entities": (_repeated("&#1", 1_999_999), ANY),
    "2 MB of spaces": (_repeated(" ", 1_999_999), ANY),
    "2 MB of figures": (_repeated("9", 1_999_999), READ),
    "formulas": (lambda: b"=cmd|'/C touch macro-ran'!A0\tx\n@SUM(1)\ty\n", READ),
    "a program": (lambda: b"\x7fELF\x02\x01\x01" + b"\0" * 999, _NO_TEXT),
    "a packed text": (lambda: b"\x1f\x8b\x08" + bytes(range(256)), _NO_TEXT),
}

HTML: dict[str, Hostile] = {
    "a hundred thousand boxes, each in another": (
        lambda: b"<!DOCTYPE html><html><body>" + b"<div>" * 100_000 + b"a",
        ANY,
    ),
    "tables in tables": (
        lambda: b"<html>" + b"<table><tr><td>" * 20_000 + b"a",
        "more than 100 tables",
    ),
    "a cell over everything": (
        lambda: b"<html><table><tr><td colspan=1000000000 rowspan=1000000000>a<td>b</table>",
        ANY,
    ),
    "wide cells in many rows": (
        lambda: b"<html><table>" + b"<tr><td colspan=1000 rowspan=65534>a" * 10_000 + b"</table>",
        ANY,
    ),
    "a million cells": (lambda: b"<html><table>" + (b"<tr>" + b"<td>" * 100) * 10_000, ANY),
    "entities of entities": (
        lambda: f"<!DOCTYPE html [{of_zip.laughs()}]><html><p>&a;</p></html>".encode(),
        ANY,
    ),
    "one attribute": (lambda: b"<html><p " + b"a=" * 900_000, ANY),
    "open comments": (lambda: b"<html>" + b"<!--" * 400_000, ANY),
    "open marks": (lambda: b"<html>" + b"<![CDATA[" * 200_000, ANY),
}

SHEET: dict[str, Hostile] = {
    "a million cells": (lambda: of_zip.workbook(of_zip.rows_of_cells(10_000, 100)), ANY),
    "a cell at the far end": (
        lambda: of_zip.workbook(
            '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
        ANY,
    ),
    "a merged sheet": (
        lambda: of_zip.workbook(
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
        ANY,
    ),
    "long texts, each named a thousand times": (
        lambda: of_zip.workbook(
            "<sheetData>" + '<row><c t="s"><v>0</v></c></row>' * 20_000 + "</sheetData>",
            sharedStrings=of_zip.shared_strings(1),
        ),
        "more than 5000000 characters",
    ),
    "30 MB of texts": (
        lambda: of_zip.workbook("<sheetData/>", sharedStrings=of_zip.shared_strings(10_000)),
        ANY,
    ),
    "entities of entities": (
        lambda: of_zip.workbook(
            "<sheetData/>", sharedStrings=f"<!DOCTYPE a [{of_zip.laughs()}]><sst>&a;</sst>"
        ),
        ANY,
    ),
    "300 MB of a sheet": (lambda: of_zip.bomb(300, "xl/worksheets/sheet1.xml"), ANY),
}

CSV: dict[str, Hostile] = {
    "an open quotation mark": (lambda: b'code,score\n"' + b"a,b\n" * 400_000, ANY),
    "a million cells": (lambda: b"1,2,3,4,5,6,7,8,9,0\n" * 99_000, ANY),
    "ten thousand columns": (lambda: b"a," * 10_000 + b"\n" + b"1," * 10_000, ANY),
    "formulas": (lambda: b"code,score\n=cmd|'/C touch macro-ran'!A0,1\n@SUM(1),2\n", ANY),
    "quotation marks": (lambda: b"code,score\n" + b'"' * 1_900_000, ANY),
}

PDF: dict[str, Hostile] = {
    "ten thousand pages": (lambda: of_pdf.pages([of_pdf.WORDS] * 10_000), "10000 pages"),
    "ten thousand pages said, one there": (
        lambda: of_pdf.pages([of_pdf.WORDS]).replace(b"/Count 1", b"/Count 10000"),
        ANY,
    ),
    "cut in two": (lambda: (made := of_pdf.pages([of_pdf.WORDS] * 9))[: len(made) // 2], ANY),
    "its end cut off": (lambda: of_pdf.pages([of_pdf.WORDS] * 9)[:-200], ANY),
    "only its first line": (lambda: b"%PDF-1.7\n", "The PDF is damaged"),
    "first line, then bytes": (
        lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9_999,
        "The PDF is damaged",
    ),
    "pages that hold themselves": (of_pdf.own_parents, ANY),
    "a form that draws itself": (of_pdf.own_form, ANY),
    "forms of forms": (of_pdf.forms_of_forms, ANY),
    "a table before itself": (of_pdf.own_table, ANY),
    "a content of 400 MB": (lambda: of_pdf.flate_bomb(400), ANY),
    "a content packed nine times": (lambda: of_pdf.flate_bomb(100, 9), ANY),
    "another length than said": (
        lambda: of_pdf.with_content(of_pdf.stream(of_pdf.WORDS, length=2**31 - 1)),
        ANY,
    ),
    "a million letters": (lambda: of_pdf.letters(1_000_000), ANY),
    "a hundred thousand lines": (lambda: of_pdf.lines(100_000), ANY),
    "lists in lists": (
        lambda: of_pdf.with_content(of_pdf.stream(of_pdf.DEEP), {9: of_pdf.DEEP}),
        ANY,
    ),
    "a packed file too": (lambda: of_pdf.pages([of_pdf.WORDS]) + word_file(paragraph("ก")), ANY),
}

OLD: dict[str, Callable[[], bytes]] = {
    "an empty old file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5_000,
    "groups in groups of rich text": lambda: b"{\\rtf1" + b"{\\a" * 100_000,
}
"""What LibreOffice opens; what memory it takes is its own."""

KINDS = {"Word": WORD, "text": TEXT, "HTML": HTML, "sheet": SHEET, "CSV": CSV, "PDF": PDF}
EVERY: dict[str, Hostile] = {
    f"{kind}: {name}": each for kind, files in KINDS.items() for name, each in files.items()
}


def _page(address: str) -> bytes:
    """Name an address wherever a page can."""
    return f"""<!DOCTYPE html><html><head><meta http-equiv="refresh" content="0;url={address}">
        <base href="{address}"><link rel="stylesheet" href="{address}">
        <script src="{address}"></script><style>@import url({address})</style></head><body><p>a</p>
        <img src="{address}"><iframe src="{address}"></iframe><object data="{address}"></object>
        <script>fetch("{address}")</script></body></html>""".encode()


CALLING: dict[str, Callable[[str], bytes]] = {
    "a Word file": of_zip.linked,
    "an entity": lambda to: of_zip.with_document_type(f'<!ENTITY a SYSTEM "{to}">'),
    "a document type": lambda to: word_file("", document=f'<!DOCTYPE a SYSTEM "{to}">'),
    "a page": _page,
    "a workbook": of_zip.linked_workbook,
    "a PDF": of_pdf.with_actions,
}
"""What names an address that must not be called."""
