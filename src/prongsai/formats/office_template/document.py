"""Fill the parts of a Word template: docxtpl's ways with XML, our language, and bounds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError
from lxml import etree

from prongsai.core.documents.template_fields import Entry
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.office_template.language import TemplateLanguage, too_deep
from prongsai.formats.office_template.package import damaged
from prongsai.formats.zip_parts import DAMAGE

MOST_WRITTEN = 10_000_000  # characters of XML that a part may become
LONGEST_PROPERTY = 255  # characters, which is what python-docx takes

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # in the zip: the same template and fields give the same bytes
# docxtpl and python-docx walk through trees that they have not looked at, so anything may lack.
_DAMAGE = (*DAMAGE, AttributeError, TypeError, etree.LxmlError)


def fill(
    content: bytes, parts: Collection[str], fields: Entry, spelled: Callable[[str], str]
) -> bytes:
    """Return the file with the fields filled into some of its parts.

    :raises Refusal: if it cannot be read, or asks for what is not of the language.
    """
    language = TemplateLanguage(fields, spelled)
    try:
        return _repacked(
            content, lambda name, part: _filled(part, language, fields) if name in parts else part
        )
    except TemplateSyntaxError as error:
        raise Refusal(
            say("The tags of the template do not fit together (%(why)s).", why=error.message),
            fix=say("Give each for its endfor and each if its endif, and close what it opened."),
        ) from error
    except RecursionError as error:
        raise too_deep() from error
    except _DAMAGE as error:
        raise damaged() from error


def signed(content: bytes, title: str, author: str, dated: date) -> bytes:
    """Return the file with title, author and dates of its own data set.

    :raises Refusal: if it cannot be read.
    """
    file = BytesIO()
    try:
        document = Document(BytesIO(content))
        data = document.core_properties
        data.title, data.author = title[:LONGEST_PROPERTY], author[:LONGEST_PROPERTY]
        data.last_modified_by = data.author
        data.created = data.modified = datetime.combine(dated, time(12))
        data.revision = 1
        document.save(file)
    except _DAMAGE as error:
        raise damaged() from error
    return _repacked(file.getvalue(), lambda _, part: part)


def _repacked(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    whole = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(whole, "w") as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            new.writestr(ZipInfo(name, _LONG_AGO), part, ZIP_DEFLATED)
    return whole.getvalue()


def _filled(part: bytes, language: TemplateLanguage, fields: Entry) -> bytes:
    ways = DocxTemplate(BytesIO())  # which is never opened: only its ways with XML are asked for
    ways.docx_ids_index = 1000
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    source = etree.tostring(etree.fromstring(part, parser), encoding="unicode")
    template = language.from_string(ways.patch_xml(source))
    xml = ways.resolve_listing(_bounded(template.generate(fields)))
    _check_whole(xml)
    tree = ways.fix_tables(xml)
    ways.fix_docpr_ids(tree)
    _mend(tree)
    return etree.tostring(tree, encoding="UTF-8", standalone=True)


def _bounded(pieces: Iterable[str]) -> str:
    written, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > MOST_WRITTEN:
            raise Refusal(
                say("The filled template is larger than %(most)s characters.", most=MOST_WRITTEN),
                fix=say("Put fewer loops into each other."),
            )
        written.append(piece)
    return "".join(written)


def _check_whole(xml: str) -> None:
    """Refuse XML that is cut: docxtpl would mend it by leaving out what does not fit."""
    try:
        etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise Refusal(
            say("A loop or a condition begins in one place of the document and ends in another."),
            fix=say(
                "Begin and end it in the same paragraph, or both in rows ({%%tr … %%}) or"
                " paragraphs ({%%p … %%}) of their own."
            ),
        ) from error


def _mend(root: Any) -> None:
    """Take out rows and tables that a loop left empty; give empty cells the paragraph they need."""
    for outer, inner in (("tr", "tc"), ("tbl", "tr")):
        for each in list(root.iter(_W + outer)):
            if next(each.iter(_W + inner), None) is None:
                each.getparent().remove(each)
    for cell in list(root.iter(_W + "tc", _W + "hdr", _W + "ftr")):
        if len(cell) == 0 or cell[-1].tag != _W + "p":
            etree.SubElement(cell, _W + "p")
