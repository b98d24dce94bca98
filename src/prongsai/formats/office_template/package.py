"""Look at a Word template before anything opens it: what it holds, and what it would reach for.

A template comes from outside. Read here with the standard library alone are its sizes, its parts'
kinds, its relations and fields, and where its tags stand; everything odd is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from zipfile import BadZipFile, ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.office_template.tags import TagReader
from prongsai.formats.xml_parts import elements, parse
from prongsai.formats.zip_parts import DAMAGE, check_packing, unpacked

MOST_UNPACKED = 50_000_000  # bytes
MOST_PARTS = 2_000
LARGEST_PART = 5_000_000  # bytes, of XML
SLACK = 1_000_000  # bytes that may be packed as densely as they are
DENSEST = 100  # bytes unpacked of one packed: text packs to a tenth, a bomb to a thousandth

_CONTENT_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_WORD}document.main+xml"
_FILLED = frozenset({_MAIN, *(f"{_WORD}{kind}+xml" for kind in ("header", "footer", "footnotes"))})
_OWN_DATA = "docProps/core.xml"
_OF_OWN_DATA = "application/vnd.openxmlformats-package.core-properties+xml"
_TO_OWN_DATA = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_XML = (".xml", ".rels")

_ACTIVE = re.compile(r"macroenabled|vbaproject|vbadata|activex|oleobject", re.IGNORECASE)
# Relations, by the end of their name, that bring in what is no text: code, objects, other files.
_REACHING = frozenset(
    name.casefold()
    for name in (
        *("aFChunk", "activeXControlBinary", "attachedTemplate", "attachedToolbars", "control"),
        *("extensibility", "frame", "mailMergeHeaderSource", "mailMergeSource", "oleObject"),
        *("package", "recipientData", "subDocument", "vbaProject", "webextension"),
        *("webextensiontaskpanes", "wordVbaData"),
    )
)


def check_package(content: bytes) -> Collection[str]:
    """Look through the whole of a template, and return the names of the parts that are filled.

    :raises Refusal: if it is no Word file, too large, or reaches for anything outside its text.
    """
    try:
        with unpacked(content) as archive:
            _check_sizes(archive)
            filled = _filled(archive)
            for name in archive.namelist():
                if name.lower().endswith(".rels"):
                    _check_relations(archive, name)
                elif name.lower().endswith(".xml"):
                    _check_text(archive, name, is_filled=name in filled)
            return filled
    except DAMAGE as error:
        raise damaged() from error


def damaged() -> Refusal:
    """Return the refusal of a file that is no template."""
    return Refusal(
        say("The template is damaged, or is no Word file (.docx)."),
        fix=say("Open it in Word and save it anew as .docx."),
    )


def _check_sizes(archive: ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    of_xml = (part.file_size for part in parts if part.filename.lower().endswith(_XML))
    if (
        len(parts) > MOST_PARTS
        or unpacked > min(MOST_UNPACKED, SLACK + packed * DENSEST)
        or max(of_xml, default=0) > LARGEST_PART
    ):
        raise Refusal(
            say("The template unpacks to more than is read."),
            fix=say("Leave out large pictures and whatever is not needed."),
        )
    check_packing(archive)
    if len({part.filename for part in parts}) < len(parts):  # no program does so
        raise BadZipFile


def _filled(archive: ZipFile) -> Collection[str]:
    """Return the parts that are filled, by the kinds that the package gives to its parts."""
    kinds = dict(_kinds(archive))
    if any(map(_ACTIVE.search, (*kinds.values(), *archive.namelist()))):
        raise _active()
    if _MAIN not in kinds.values():
        raise damaged()
    if _OWN_DATA in archive.namelist() and not _is_own_data(archive, kinds):
        raise BadZipFile
    # Whatever is read as XML must bear the name of XML, by which it was looked at.
    if any(_read_as_xml(kind) and not name.endswith(_XML) for name, kind in kinds.items()):
        raise BadZipFile
    return frozenset(name for name, kind in kinds.items() if kind in _FILLED)


def _is_own_data(archive: ZipFile, kinds: Mapping[str, str]) -> bool:
    """Tell whether the part named so holds the file's own data; else it would be written twice."""
    relations = (attributes.get("Type") for _, attributes in elements(archive, "_rels/.rels"))
    return kinds.get(_OWN_DATA) == _OF_OWN_DATA and _TO_OWN_DATA in relations


def _read_as_xml(kind: str) -> bool:
    return kind.lower().endswith("xml") and not kind.startswith("image/")


def _kinds(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each part with its kind; kinds given to an ending stand under .ending."""
    for name, attributes in elements(archive, _CONTENT_TYPES):
        kind = attributes.get("ContentType", "")
        if name == "Override":
            yield attributes["PartName"].removeprefix("/"), kind
        if name == "Default":
            yield f".{attributes['Extension'].lower()}", kind


def _check_relations(archive: ZipFile, part: str) -> None:
    for _, attributes in elements(archive, part):
        kind = attributes.get("Type", "").rpartition("/")[2].casefold()
        if kind in _REACHING:
            raise _active()
        outside = attributes.get("TargetMode", "").strip().casefold() not in {"", "internal"}
        if outside and kind != "hyperlink":
            raise Refusal(
                say(
                    "The template fetches something from outside: %(target)s.",
                    target=attributes.get("Target", "")[:100],
                ),
                fix=say(
                    "Put its pictures into the file, and detach it from the template that it was"
                    " made from."
                ),
            )


def _check_text(archive: ZipFile, part: str, *, is_filled: bool) -> None:
    reader = TagReader(is_filled=is_filled)
    try:
        for _ in parse(archive, part, reader):
            pass
    except Refusal as refusal:
        raise refusal.within(part) from None


def _active() -> Refusal:
    return Refusal(
        say("The template holds macros or embedded objects."),
        fix=say("Remove them, and save it as .docx."),
    )
