"""Files of every kind, damaged by chance: the same number makes the same file again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from prongsai.formats.kinds import KINDS
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_html import write_html
from prongsai.formats.write_pdf import write_pdf
from tests.factories.bare_word import paragraph, table, word_file
from tests.factories.cases import DATED, case
from tests.factories.hostile_pdf import WORDS, lines, pages
from tests.factories.hostile_zip import workbook

Change = Callable[[Random, bytes], bytes]

_HEADINGS = ["ข้อ", "คะแนน", "มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ"]
_ROWS = [_HEADINGS, ["i1", "90.5", "ทบทวนแผน", "ม.ค. 67", "กองคลัง"], ["e2", "๘๐", "", "", ""]]
_SHEET = (
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
    '<c r="B1" t="inlineStr"><is><t>คะแนน</t></is></c></row>'
    '<row r="2"><c r="A2" t="str"><v>i1</v></c><c r="B2"><f>A2</f><v>9</v></c></row>'
    '</sheetData><mergeCells><mergeCell ref="A3:B4"/></mergeCells>'
)
_TEXTS = "<sst><si><t>ข้อ</t></si><si><r><t>a</t></r></si></sst>"
_NUMBERING = (
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt"
    " w:val='thaiNumbers'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
)
_NUMBERED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"

_NUMBERS = (
    b"0 1 -1 2 255 256 65535 65536 2147483647 -2147483648 4294967295 99999999999 1e9 .5".split()
)
_PIECES = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\r",
        b"\f",
        b"\t",
        b'"',
        b"%",
        b"&#x0;",
    ),
    *(b"<", b">", b"<!--", b"-->", b"<![", b"<?", b"</", b"<table>", b"<td colspan=99 rowspan=99>"),
    *(b"<w:p>", b"</w:p>", b"<w:tc>", b"</w:tbl>", b"<w:tbl>", b"<w:tr>", b"<row>", b'<c t="s">'),
    *(
        b"endobj",
        b"stream\n",
        b"endstream",
        b"obj",
        b"<<",
        b">>",
        b"[",
        b"]",
        b" 0 R",
        b"BT",
        b"ET",
    ),
    *(
        "\u0e33\u0e49".encode(),
        "ข้อ ๙๙๙".encode(),
        "\u2028".encode(),
        "ก".encode("cp874"),
        b"PK\x03\x04",
    ),
)
_TEXTS_IN = {
    "small.csv": "utf-8",
    "small.txt": "utf-8",
    "windows.txt": "cp874",
    "wide.txt": "utf-16",
    "small.html": "utf-8",
    "written.html": "utf-8",
}
_LETTERS = (
    *(
        "\u0e33\u0e49",
        "\u0e31",
        "๙",
        "9",
        "ข้อ",
        "i",
        "e1/survey",
        ".",
        ",",
        ";",
        '"',
        "\t",
        "\n",
        "\r",
        "\f",
    ),
    *(
        "\u2028",
        "\u200b",
        "\xa0",
        "\ufeff",
        "\U0010ffff",
        "(",
        ")",
        "✓",
        "พ.ศ. 256",
        "ม.ค. 67 -",
        "**",
    ),
    *("<br>", "<td>", "<ol>", "<!--", "&#x0;", "&nbsp;", "ลงชื่อ", "....", "ผู้เสนอ", "/๒", "- 3 -"),
)
_LONGEST = 200_000  # letters, lest repeating what was repeated fills the machine
_NUMBER = re.compile(rb"-?[0-9]+")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_ELEMENT = re.compile(rb"<([\w:]+)[^<>]*>(?:(?!<\1[\s>]).){0,2000}?</\1>", re.DOTALL)
_TOKEN = re.compile(rb"/\w+|\d+ 0 R|<<|>>|\[|\]|\d+")


@cache
def seeds() -> Mapping[str, bytes]:
    """Make a good file of each kind, with our own writers and by hand."""
    whole = KINDS["meeting"].build(case(KINDS["meeting"].words), DATED)
    small = paragraph("แผนปีงบประมาณ พ.ศ. 2567") + paragraph("ก", _NUMBERED) + table(_ROWS)
    rows = ["\t".join(row) for row in _ROWS]
    return {
        "written.docx": write_docx(whole),
        "written.html": write_html(whole).encode(),
        "written.pdf": write_pdf(whole),
        "small.docx": word_file(small, numbering=f"<w:numbering>{_NUMBERING}</w:numbering>"),
        "small.pdf": pages([WORDS, b"BT /F 9 Tf 72 700 Td (i1) Tj 90 0 Td (80.5) Tj ET"]),
        "lines.pdf": lines(12),
        "small.xlsx": workbook(_SHEET, sharedStrings=_TEXTS, styles="<styleSheet/>"),
        "small.html": _page().encode(),
        "small.csv": "\n".join(row.replace("\t", ",") for row in rows).encode(),
        "small.txt": "\n".join(["รายงานผล พ.ศ. 2567", "", *rows]).encode(),
        "windows.txt": "\n".join(["รายงานผล พ.ศ. 2567", *rows]).encode("cp874"),
        "wide.txt": "\n".join(rows).encode("utf-16"),
    }


def _page() -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _ROWS)
    return f"<!DOCTYPE html><html><body><ol><li>ก<li>ข</ol><table>{rows}</table><p>ค</body></html>"


def damaged(number: int) -> tuple[str, bytes]:
    """Return the name of a good file and the file that a number makes of it."""
    random = Random(number)  # noqa: S311 -- nothing is kept secret by it
    name = random.choice([*seeds()])
    data = seeds()[name]
    if data.startswith(b"PK") and random.random() < 0.85:
        return name, _repacked(random, data)
    if name in _TEXTS_IN and random.random() < 0.6:
        text = data.decode(_TEXTS_IN[name])
        return name, _respelled(random, text).encode(_TEXTS_IN[name], "ignore")
    return name, _changed(random, data)


def _repacked(random: Random, data: bytes) -> bytes:
    """Change one or two parts of a packed file, and pack it anew."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    read = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(random.randint(1, 2)):
        name = random.choice(read)
        change = _element if random.random() < 0.5 else _changed
        for _ in range(random.randint(1, 4)):
            parts[name] = change(random, parts[name])
    if random.random() < 0.05:
        del parts[random.choice(read)]
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _changed(random: Random, data: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 1, 2, 3, 5, 9))):
        made = random.choice(_CHANGES)(random, data)
        data = made if len(made) < 5 * _LONGEST else data
    return data


def _respelled(random: Random, text: str) -> str:
    """Change a text by its letters and lines, so that it stays a text."""
    for _ in range(random.choice((1, 2, 4, 9, 30))):
        start = random.randrange(len(text) + 1)
        end = start + int(2 ** random.uniform(0, 7))
        piece = random.choice((text[start:end], random.choice(_LETTERS), text.split("\n")[-1]))
        piece *= random.choice((0, 1, 1, 2, 20))
        if len(text) + len(piece) < _LONGEST:
            text = text[:start] + piece + text[random.choice((start, end)) :]
    return text


def _flip(random: Random, data: bytes) -> bytes:
    made = bytearray(data or b"\0")
    for _ in range(random.randint(1, 8)):
        made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made)


def _range(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + int(2 ** random.uniform(0, 11)))


def _leave_out(random: Random, data: bytes) -> bytes:
    start, end = _range(random, data)
    return data[:start] + data[end:]


def _cut(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _repeat(random: Random, data: bytes) -> bytes:
    start, end = _range(random, data)
    return data[:start] + data[start:end] * random.choice((2, 2, 3, 50)) + data[end:]


def _move(random: Random, data: bytes) -> bytes:
    start, end = _range(random, data)
    rest = data[:start] + data[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


def _splice(random: Random, data: bytes) -> bytes:
    other = random.choice([*seeds().values()])
    start, end = _range(random, other)
    place = random.randrange(len(data) + 1)
    return data[:place] + other[start:end] + data[place:]


def _insert(random: Random, data: bytes) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(_PIECES) * random.choice((1, 1, 1, 40)) + data[place:]


def _replace_one(pattern: re.Pattern[bytes], by: Callable[[Random, list[bytes]], bytes]) -> Change:
    """Make a change that puts something else in the place of one of what a pattern finds."""

    def change(random: Random, data: bytes) -> bytes:
        found = [*pattern.finditer(data)]
        if not found:
            return _flip(random, data)
        one = random.choice(found)
        new = by(random, [each.group() for each in found])
        return data[: one.start()] + new + data[one.end() :]

    return change


def _element(random: Random, data: bytes) -> bytes:
    """Leave out, repeat, move or nest a whole element, so that its file stays well-formed."""
    one = _ELEMENT.search(data, random.randrange(len(data) + 1)) or _ELEMENT.search(data)
    other = _ELEMENT.search(data, random.randrange(len(data) + 1))
    if one is None or other is None:
        return _flip(random, data)
    place = random.choice(
        (other.start(), other.end(), one.start(), data.find(b">", one.start()) + 1)
    )
    piece = random.choice((one, other)).group()
    if random.random() < 0.4 and place <= one.start():
        data = data[: one.start()] + data[one.end() :]
    return data[:place] + piece * random.choice((0, 1, 1, 2, 30)) + data[place:]


_CHANGES: tuple[Change, ...] = (
    *(_flip, _leave_out, _cut, _repeat, _move, _splice, _insert),
    _replace_one(_NUMBER, lambda random, _: random.choice(_NUMBERS)),
    _replace_one(_TAG, lambda _random, _found: b""),
    _replace_one(_TAG, lambda random, found: random.choice(found)),
    _replace_one(_TAG, lambda random, found: random.choice(found) * random.choice((2, 200))),
    _replace_one(_TOKEN, lambda random, found: random.choice(found)),
    _replace_one(_TOKEN, lambda _random, _found: b" "),
)
