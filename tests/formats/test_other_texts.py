"""XML of office programs, web archives and mails are refused by what they are, never read."""

from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.readers import source_in
from tests.factories.sources import texts

_XML = '<?xml version="1.0"?>\n'
_EXCEL = f"{_XML}<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet>"
_ARCHIVE = (
    "From: <Saved by Blink>\r\nSubject: =?utf-8?B?4LiB?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x"\r\n\r\n--x'
)


@pytest.mark.parametrize(
    ("text", "what", "fix"),
    [
        (_EXCEL, "Excel 2003 XML", ".xlsx"),
        (f'{_XML}<?mso-application progid="Excel.Sheet"?>', "Excel 2003 XML", ".xlsx"),
        (
            f'{_XML}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
            "Word 2003 XML",
            ".docx",
        ),
        (f'{_XML}<?mso-application progid="Word.Document"?><pkg>', "Word XML", ".docx"),
        (f"{_XML}<plan><measure>ก</measure></plan>", "a file of XML", "the program that made it"),
        (_ARCHIVE, "a web archive", "save it as .html"),
        (_ARCHIVE.replace("related", "mixed"), "a mail", "attached"),
        ("Received: x\nmime-version: 1.0", "a mail", "attached"),
    ],
)
def test_what_is_a_text_and_none_to_read_is_refused(text: str, what: str, fix: str) -> None:
    for data in (text.encode(), f"\ufeff{text}".encode(), text.encode("utf-16")):
        with pytest.raises(Refusal, match=what) as refused:
            source_in(data)
        assert fix in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "มาตรการ: อบรม\nMIME-Version: 1.0",
        "Note: the mail\n\nMIME-Version: 1.0",
        "From: กองคลัง\nSubject: แผน",
        "ข้อความ <?xml version='1.0'?>",
    ],
)
def test_a_text_that_only_looks_like_one_is_read(text: str) -> None:
    assert "\n".join(map(str, texts(source_in(text.encode())))) == text.replace("\n\n", "\n")


def test_a_page_that_begins_as_xml_does_is_read() -> None:
    assert texts(source_in(f"{_XML}<html><p>ก</p></html>".encode())) == ["ก"]
