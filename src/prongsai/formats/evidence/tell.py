"""What a file is, told by its bytes; a name says nothing here."""

from __future__ import annotations

import re

from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say
from prongsai.formats.decoding import decode
from prongsai.formats.evidence.kinds import Kind
from prongsai.formats.old_office import is_old
from prongsai.formats.other_texts import refuse_other_texts
from prongsai.formats.read_html import is_html
from prongsai.formats.zip_parts import DAMAGE, unpacked

_SIGNS = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,8}%PDF-1\.[0-7]|%PDF-2\.0"), Kind.PDF),
    (re.compile(rb"\xff\xd8\xff"), Kind.JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), Kind.PNG),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), Kind.WEBP),
)
# GIF, TIFF of both orders of bytes, BMP, and HEIC and AVIF as telephones make them.
_OTHER_PICTURE = re.compile(
    rb"GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|.{4}ftyp(?:hei|hev|mif1|msf1|avi[fs])", re.DOTALL
)
# Windows, Linux, macOS (four orders of bytes and the one of several machines, as Java has it),
# shell, and packages of Windows.
_PROGRAM = re.compile(
    rb"MZ|\x7fELF|[\xfe\xce\xcf]\xfa\xed[\xfe\xfa]|\xca\xfe\xba\xbe|\xfe\xed\xfa[\xce\xcf]|"
    rb"[\xce\xcf]\xfa\xed\xfe|(?:\xef\xbb\xbf)?#!|MSCF"
)
_MAIN_PARTS = {
    "word/document.xml": Kind.DOCX,
    "xl/workbook.xml": Kind.XLSX,
    "ppt/presentation.xml": Kind.PPTX,
}
_MARKUP = re.compile(r"\s*<[a-z!?/]", re.IGNORECASE)
_LOOKED_AT = 50  # lines of a text by which a table is known
_SEPARATORS = ",;\t"
_KEPT = say("Kept are PDF, JPEG, PNG, WebP, Word, Excel and PowerPoint of today, CSV and text.")
_MOST_TEXT = 100_000_000


def kind_of(data: bytes) -> Kind:
    """Tell the kind of a file.

    :raises Refusal: it is empty, or of a kind that is not kept.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Refusal(say("The file is empty."), fix=say("See whether this is the right file."))
    for sign, kind in _SIGNS:
        if sign.match(data):
            return kind
    if data.startswith(b"PK"):
        return _packed(data)
    _refuse_others(data)
    return _text(data)


def _packed(data: bytes) -> Kind:
    if not is_old(data):
        try:
            with unpacked(data) as archive:
                names = set(archive.namelist())
        except DAMAGE:
            raise _refused(say("The packed file is damaged.")) from None
        found = [kind for part, kind in _MAIN_PARTS.items() if part in names]
        if len(found) == 1:
            return found[0]
        raise Refusal(
            say("This is a packed file (.zip), not one of Word, Excel or PowerPoint."),
            fix=say("Unpack it, and hand in the files one by one."),
        )
    raise _old()


def _refuse_others(data: bytes) -> None:
    if _PROGRAM.match(data):
        raise _refused(say("This is a program. Programs are never kept."))
    if is_old(data):
        raise _old()
    if _OTHER_PICTURE.match(data):
        raise Refusal(
            say("This is a picture of a kind that is not kept (such as GIF, TIFF or HEIC)."),
            fix=say("Save it as JPEG or PNG, or set the camera of the telephone to JPEG."),
        )
    if is_html(data):
        raise Refusal(
            say("This is a page of the web (HTML)."),
            fix=say("Open it in your browser and print it to PDF."),
        )
    refuse_other_texts(data)


def _text(data: bytes) -> Kind:
    try:
        text = decode(data, _MOST_TEXT)
    except Refusal:
        raise _refused(say("The file is of a kind that is not known here.")) from None
    if _MARKUP.match(text):  # SVG among them
        raise Refusal(
            say("This is a file of %(kind)s.", kind="XML, SVG"),
            fix=say("Open it in the program that made it and save it as PDF or PNG."),
        )
    return Kind.CSV if _is_table(text) else Kind.TEXT


def _is_table(text: str) -> bool:
    """Tell whether every line has as many separators, and some: a table for people, whatever its
    headings.
    """
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    return len(lines) > 1 and any(
        len({line.count(sign) for line in lines}) == 1 and sign in lines[0] for sign in _SEPARATORS
    )


def _old() -> Refusal:
    return Refusal(
        say("This is a file of an old or another office program, or one with a password."),
        fix=say("Save it as .docx, .xlsx, .pptx or PDF, without a password."),
    )


def _refused(what: Sentence) -> Refusal:
    return Refusal(what, fix=_KEPT)
