"""A file of Word, Excel or PowerPoint, packed anew without its properties.

What is written in it stays, comments and marked changes too; who wrote these is numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.evidence.clean_authors import Authors
from prongsai.formats.evidence.kinds import TakenOut
from prongsai.formats.evidence.picture_notes import without_notes
from prongsai.formats.xml_parts import elements
from prongsai.formats.zip_parts import DAMAGE, check_packing, unpacked

_MOST_PARTS = 5_000
_LARGEST_PART = 100_000_000  # bytes, unpacked
_MOST = 300_000_000
_DEEPEST = 1  # a chart brings the workbook of its figures, which brings nothing more
_NS = "http://schemas.openxmlformats.org"
_CORE = f"{_NS}/package/2006/metadata/core-properties"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The properties, by the last word of the kind of their relation, and what stands there instead.
_PROPERTIES = {
    "core-properties": f'<cp:coreProperties xmlns:cp="{_CORE}"/>',
    "extended-properties": f'<Properties xmlns="{_NS}/officeDocument/2006/extended-properties"/>',
    "custom-properties": f'<Properties xmlns="{_NS}/officeDocument/2006/custom-properties"/>',
}
_USUAL = {
    "docProps/core.xml": "core-properties",
    "docProps/app.xml": "extended-properties",
    "docProps/custom.xml": "custom-properties",
}
_MACRO = re.compile(r"vba(?:Project|Data)|/activeX/|macrosheets/", re.IGNORECASE)
_EMBEDDED = re.compile(r"/embeddings/", re.IGNORECASE)
_EMBEDDED_KEPT = re.compile(r"\.(?:docx|xlsx|pptx)$", re.IGNORECASE)
_UNSAFE = re.compile(r"^[/\\]|\\|(?:^|/)\.\.(?:/|$)|^[a-z]:|[\0-\x1f]", re.IGNORECASE)
_FOLDER_OF_AUTHOR = re.compile(rb"<x15ac:absPath\b[^>]*/>")
_FETCHES = re.compile(r"(?:https?|ftp):|[\\/]{2}|file:[\\/]{2,}[^\\/]", re.IGNORECASE)
_LINK = "/hyperlink"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def clean_office(data: bytes, depth: int = 0) -> tuple[bytes, frozenset[TakenOut]]:
    """Return the file, and what was left out of it.

    :raises Refusal: it is damaged, unpacks to too much, has macros or things of other programs in
        it, or fetches something from elsewhere when it is opened.
    """
    out = BytesIO()
    taken, authors = frozenset[TakenOut](), Authors()
    try:
        with unpacked(data) as archive, ZipFile(out, "w", ZIP_DEFLATED) as fresh:
            _check(archive)
            emptied = _properties(archive)
            for part in archive.infolist():
                if part.is_dir():
                    continue
                content = archive.read(part)
                kept = emptied.get(part.filename) or _cleaned(
                    part.filename, content, depth, authors
                )
                if kept != content:
                    taken |= {TakenOut.DETAILS}
                fresh.writestr(ZipInfo(part.filename, _EARLIEST), kept, ZIP_DEFLATED)
    except DAMAGE as error:
        raise _damaged() from error
    return out.getvalue(), taken | ({TakenOut.AUTHORS} if authors.were_named else set())


def _check(archive: ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    # zipfile never yields more of a part than its directory says, so what is said can be trusted.
    sizes = [part.file_size for part in parts]
    if len(parts) > _MOST_PARTS or max(sizes, default=0) > _LARGEST_PART or sum(sizes) > _MOST:
        raise Refusal(
            say("The file unpacks to more than is kept."),
            fix=say("Divide the document, or copy the part that matters into a new one."),
        )
    if len({name.casefold() for name in names}) < len(names) or any(map(_UNSAFE.search, names)):
        raise _damaged()
    check_packing(archive)
    _check_what_acts(archive, names)


def _check_what_acts(archive: ZipFile, names: list[str]) -> None:
    types = " ".join(
        given.get("ContentType", "") for _, given in elements(archive, "[Content_Types].xml")
    )
    if any(map(_MACRO.search, names)) or "macroEnabled" in types or "vbaProject" in types:
        raise Refusal(
            say("The file has macros: programs that run when it is opened."),
            fix=say("Save it without macros, as .docx, .xlsx or .pptx, or as PDF."),
        )
    if any(_EMBEDDED.search(name) and not _EMBEDDED_KEPT.search(name) for name in names):
        raise Refusal(
            say("Another file is embedded in it, which nobody would see."),
            fix=say("Take it out of the document and hand it in by itself."),
        )
    if any(_FETCHES.match(target) for target in _fetched(archive, names)):
        raise Refusal(
            say("The file fetches something from elsewhere when it is opened."),
            fix=say("Break its links in the program that made it, or save it as PDF."),
        )


def _fetched(archive: ZipFile, names: list[str]) -> Iterator[str]:
    """Yield what the file points to outside of itself; links that a reader clicks are no such."""
    for name in names:
        if name.endswith(".rels"):
            for _, given in elements(archive, name):
                outside = given.get("TargetMode", "").casefold() == "external"
                if outside and not given.get("Type", "").endswith(_LINK):
                    yield given.get("Target", "").strip()


def _properties(archive: ZipFile) -> dict[str, bytes]:
    """Return the parts of the properties, each with what is to stand there."""
    found = {name: kind for name, kind in _USUAL.items() if name in archive.namelist()}
    if "_rels/.rels" in archive.namelist():
        for _, given in elements(archive, "_rels/.rels"):
            kind = given.get("Type", "").rpartition("/")[2]
            if kind in _PROPERTIES:
                found[given.get("Target", "").lstrip("/")] = kind
    return {name: (_HEAD + _PROPERTIES[kind]).encode() for name, kind in found.items()}


def _cleaned(name: str, content: bytes, depth: int, authors: Authors) -> bytes:
    if _EMBEDDED.search(name):
        if depth >= _DEEPEST:
            raise _damaged()
        return clean_office(content, depth + 1)[0]
    if name == "xl/workbook.xml":
        content = _FOLDER_OF_AUTHOR.sub(b"", content)
    return authors.numbered(name, without_notes(content))


def _damaged() -> Refusal:
    return Refusal(
        say("The file of Word, Excel or PowerPoint is damaged."),
        fix=say("Open it in the program that it was made with and save it anew."),
    )
