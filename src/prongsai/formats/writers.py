"""The ways to write a document, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from prongsai.core.documents.model import Document

# Each writer is imported when it is asked for: one does not wait for the fonts, the charts and the
# words of another, and two that work side by side are imported so too.

Content = bytes | str
Writer = Callable[[Document], Content | list[Content]]


def _docx(document: Document) -> Content:
    from prongsai.formats.write_docx import write_docx  # noqa: PLC0415 -- slow import

    return write_docx(document)


def _pdf(document: Document) -> Content:
    from prongsai.formats.write_pdf import write_pdf  # noqa: PLC0415 -- slow import

    return write_pdf(document)


def _html(document: Document) -> Content:
    from prongsai.formats.write_html import write_html  # noqa: PLC0415 -- slow import

    return write_html(document)


def _xlsx(document: Document) -> Content:
    from prongsai.formats.write_tables import write_xlsx  # noqa: PLC0415 -- slow import

    return write_xlsx(document)


def _csv(document: Document) -> list[Content]:
    from prongsai.formats.write_tables import write_csv  # noqa: PLC0415 -- slow import

    return [text for _, text in write_csv(document)]


WRITERS: dict[str, Writer] = {
    ".docx": _docx,
    ".pdf": _pdf,
    ".html": _html,
    ".xlsx": _xlsx,
    ".csv": _csv,
}


def write_all(document: Document, paths: Sequence[Path]) -> dict[Path, Content]:
    """Write a document as the endings of the files say, all of which WRITERS has.

    The writers work side by side: setting type is work outside of Python. Several tables in CSV are
    several files: NAME-1.csv, NAME-2.csv …
    """
    with ThreadPoolExecutor() as pool:
        written = pool.map(lambda path: WRITERS[path.suffix.lower()](document), paths)
        return {
            name: content
            for path, made in zip(paths, written, strict=True)
            for name, content in _files(path, made)
        }


def _files(path: Path, made: Content | list[Content]) -> Iterator[tuple[Path, Content]]:
    if not isinstance(made, list):
        yield path, made
    elif len(made) == 1:
        yield path, made[0]
    else:
        for number, content in enumerate(made, start=1):
            yield path.with_stem(f"{path.stem}-{number}"), content
