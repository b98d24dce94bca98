"""A document is written as the endings of the files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.core.documents.model import Paragraph
from prongsai.core.errors import Refusal
from prongsai.formats.write_tables import write_csv
from prongsai.formats.writers import WRITERS, write_all
from tests.factories.documents import document, table

ONE = document(Paragraph("ก"), table(("1", "2")))
TWO = document(table(("1", "2")), table(("3", "4")))
BEGINS = {
    ".docx": b"PK\x03\x04",
    ".pdf": b"%PDF-",
    ".html": b"<!DOCTYPE html>",
    ".xlsx": b"PK\x03\x04",
    ".csv": b"\xef\xbb\xbf",
}


def test_every_ending_has_its_writer_and_capitals_are_no_matter() -> None:
    paths = [Path(f"out/a{end.upper()}") for end in WRITERS]

    written = write_all(ONE, paths)

    assert list(written) == paths
    for path, content in written.items():
        content = content.encode() if isinstance(content, str) else content
        assert content.startswith(BEGINS[path.suffix.lower()])


def test_one_table_is_one_file_and_several_are_numbered() -> None:
    first, second = (text for _, text in write_csv(TWO))

    assert write_all(ONE, [Path("out/a.b.csv")]) == {Path("out/a.b.csv"): write_csv(ONE)[0][1]}
    assert write_all(TWO, [Path("out/a.b.csv")]) == {
        Path("out/a.b-1.csv"): first,
        Path("out/a.b-2.csv"): second,
    }


def test_one_refusal_refuses_all() -> None:
    with pytest.raises(Refusal) as caught:
        write_all(document(Paragraph("ก")), [Path("a.docx"), Path("a.csv")])

    assert str(caught.value) == (
        "รายงานทดสอบ: The document has no table, and this kind of file holds nothing else."
        " Write it as Word, PDF or HTML."
    )
