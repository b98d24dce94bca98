"""Every text and every cell of our documents is read back as it is, in each format."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings

from prongsai.core.documents.grid import grid
from prongsai.core.documents.model import Contents, Document, Table
from prongsai.core.documents.prepare import prepared, texts_beside_tables
from prongsai.core.readings.source import Source, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_columns import load_columns
from prongsai.formats.readers import source_in
from prongsai.formats.writers import WRITERS
from tests.factories.demo import AGENCIES, demo_document
from tests.factories.documents import without_spaces
from tests.factories.plausible import Given, given_plans
from tests.factories.sources import raw, tables

TIMES = int(os.environ.get("PRONGSAI_EXAMPLES", "1"))
WITH_TEXTS = (".docx", ".html", ".xlsx")

every_kind = pytest.mark.parametrize("key", KINDS)
every_format = pytest.mark.parametrize("ending", [*WITH_TEXTS, ".csv"])


def read(document: Document, ending: str) -> list[Source]:
    """Write a document and read it; of CSV there is a file a table."""
    written = WRITERS[ending](document)
    contents = written if isinstance(written, list) else [written]
    return [source_in(text.encode() if isinstance(text, str) else text) for text in contents]


def expected_tables(document: Document) -> Iterator[tuple[tuple[str, ...], list[list[str]]]]:
    """Yield the tables of a document as a reader of ruled tables puts them together."""
    for block in prepared(document).blocks:
        if isinstance(block, Table):
            yield from tables(assemble([cells_of(block)], load_columns(), ruled=True))


def cells_of(table: Table) -> RawTable:
    rows = [[column.title for column in table.columns]]
    for spots in grid(table):
        row = [""] * len(table.columns)
        for spot in spots:
            row[spot.column] = "\n".join(filter(None, spot.cell.text)) if spot.begins else ""
        rows.append(row)
    return raw(rows)


def lost(document: Document, source: Source) -> list[str]:
    """Return the texts beside the tables that stand in no paragraph that was read.

    Contents say nothing of their own, and those of a page are left out.
    """
    said = without_spaces("".join(b.text for b in source.blocks if isinstance(b, Text)))
    blocks = tuple(b for b in document.blocks if not isinstance(b, Contents))
    words = texts_beside_tables(prepared(replace(document, blocks=blocks)))
    return [text for text in words if without_spaces(text) not in said]


def check(document: Document, ending: str) -> None:
    sources = read(document, ending)

    assert [t for each in sources for t in tables(each)] == [*expected_tables(document)]
    if ending in WITH_TEXTS:
        assert lost(document, sources[0]) == []


@every_format
@every_kind
def test_the_documents_of_the_demonstration_are_read_back(key: str, ending: str) -> None:
    check(demo_document(AGENCIES[-1], key), ending)


@every_format
@every_kind
@settings(
    max_examples=TIMES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(plan=given_plans(measures=2))
def test_a_document_of_any_plan_is_read_back(key: str, ending: str, plan: Given) -> None:
    document = KINDS[key].build(plan.case(KINDS[key].words), plan.dated)
    has_tables = any(isinstance(block, Table) for block in document.blocks)
    assume(has_tables or ending in {".docx", ".html"})  # workbooks hold tables

    check(document, ending)
