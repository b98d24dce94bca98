"""Files whose bytes are a text, and whose text is none that anybody reads: XML, mail, web archives.

Read as plain text they would give a reading of tags. They are refused by what they are.
"""

from __future__ import annotations

import re

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

_LOOKED_AT = 4_000  # bytes, in which such a file says what it is
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_IN_WORD = say("Open it in Word and save it as .docx.")
_IN_EXCEL = say("Open it in Excel and save it as .xlsx.")
_IN_ITS_OWN = say("Open it in the program that made it and save it as .docx, .xlsx or PDF.")
_XML = (
    ("urn:schemas-microsoft-com:office:spreadsheet", "Excel 2003 XML", _IN_EXCEL),
    ('progid="Excel.Sheet"', "Excel 2003 XML", _IN_EXCEL),
    ("schemas.microsoft.com/office/word/2003/wordml", "Word 2003 XML", _IN_WORD),
    ("schemas.microsoft.com/office/2006/xmlPackage", "Word XML", _IN_WORD),
    ('progid="Word.Document"', "Word XML", _IN_WORD),
)
# The lines at the top of a mail or a web archive (RFC 5322, 2.2): names, and what goes on below.
_HEADERS = re.compile(r"(?:(?:[!-9;-~]{1,70}[ \t]?:|[ \t])[^\r\n]*(?:\r?\n|\Z))+")
_IS_MAIL = re.compile(r"^MIME-Version[ \t]?:", re.IGNORECASE | re.MULTILINE)
_IS_ARCHIVE = re.compile(r"^Content-Type[ \t]?:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def refuse_other_texts(data: bytes) -> None:
    """Refuse XML of office programs, web archives (.mht) and mails (RFC 2557, RFC 5322).

    :raises Refusal: for these, with how to save them anew.
    """
    start = data[:_LOOKED_AT]
    name = "utf-16" if start.startswith(_UTF16) else "utf-8-sig"
    top = start.decode(name, "replace").lstrip()
    if top.startswith("<?xml"):
        raise _xml(top)
    headers = _HEADERS.match(top)
    if headers is None or not _IS_MAIL.search(headers.group()):
        return
    if _IS_ARCHIVE.search(headers.group()):
        raise Refusal(
            say("This is a web archive (.mht): a page and its pictures in one file."),
            fix=say("Open it in your browser or in Word and save it as .html, .docx or PDF."),
        )
    raise Refusal(
        say("This is a mail, saved as a file."),
        fix=say("Save what is attached to it, and hand that in."),
    )


def _xml(top: str) -> Refusal:
    for mark, kind, fix in _XML:
        if mark in top:
            return Refusal(say("This is a file of %(kind)s.", kind=kind), fix=fix)
    return Refusal(say("This is a file of %(kind)s.", kind="XML"), fix=_IN_ITS_OWN)
