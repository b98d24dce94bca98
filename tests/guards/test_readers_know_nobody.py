"""Readers read shapes: a reader that names an agency of a model document reads that file alone."""

from __future__ import annotations

import re

from tests.guards.sources import PACKAGE, place

AGENCIES = re.compile("นาโคก|นาทอง|บางครก|แม่ชะนิง|แม่ชะเมิง|นครปฐม|f88619|be4a4e|7d0fad|e4ecda|2f99b3")
READERS = (
    *(PACKAGE / "core" / "readings").rglob("*.py"),
    *(PACKAGE / "formats").glob("read*.py"),
    *(PACKAGE / "formats").glob("docx_*.py"),
    *(PACKAGE / "data" / "readings").glob("*.yaml"),
)


def test_no_reader_names_an_agency_or_a_file() -> None:
    found = [
        f"{place(path, number)}: {line.strip()}"
        for path in READERS
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if AGENCIES.search(line)
    ]

    assert found == []
