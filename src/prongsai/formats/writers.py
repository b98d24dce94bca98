"""The ways to write a document, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from prongsai.core.documents.model import Document
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_html import write_html
from prongsai.formats.write_pdf import write_pdf
from prongsai.formats.write_tables import write_csv, write_xlsx

Content = bytes | str
Writer = Callable[[Document], Content | list[Content]]


def _csv_files(document: Document) -> list[Content]:
    return [text for _, text in write_csv(document)]


WRITERS: dict[str, Writer] = {
    ".docx": write_docx,
    ".pdf": write_pdf,
    ".html": write_html,
    ".xlsx": write_xlsx,
    ".csv": _csv_files,
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
