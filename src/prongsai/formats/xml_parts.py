"""The XML parts of a packed file, read in pieces; document types, and so entities, are refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn, Protocol
from xml.parsers import expat
from zipfile import ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

_CHUNK = 1 << 16


class Handler(Protocol):
    """What is told of the elements of a part, in their order."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def data(self, text: str) -> None:
        """Take some of the text of an element."""


class _Elements:
    """Keeps the elements that began, with the names that XML gives them inside their namespace."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.begun.append((local(name), attributes))

    def end(self, name: str) -> None:
        """Leave the end of an element alone."""

    def data(self, text: str) -> None:
        """Leave text alone."""


def local(name: str) -> str:
    """Return a name without the prefix of its namespace."""
    return name.rpartition(":")[2]


def parse(archive: ZipFile, part: str, handler: Handler) -> Iterator[None]:
    """Tell the handler of the part; after each piece the caller can take what came.

    :raises Refusal: for a part with a document type: no program writes one, an attacker does.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.data
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk)
            yield
    parser.Parse(b"", True)
    yield


def elements(archive: ZipFile, part: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the name and the attributes of each element of a part."""
    kept = _Elements()
    for _ in parse(archive, part, kept):
        yield from kept.begun
        kept.begun.clear()


def _refuse_document_type(*_: object) -> NoReturn:
    raise Refusal(
        say("The file holds a document type declaration, which no office program writes."),
        fix=say("Ask for the file anew from whom you have it."),
    )
