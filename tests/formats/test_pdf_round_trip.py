"""What we write as PDF, or LibreOffice makes of our Word files, has the cells of the Word file.

Compared are letters: where a page or a column breaks a line, nobody sees whether a space was there.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.documents.model import Document
from prongsai.core.readings.source import Source, SourceTable
from prongsai.core.thai.spelling import letters
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_docx import read_docx
from prongsai.formats.read_pdf import read_pdf
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_pdf import write_pdf
from tests.factories import office
from tests.factories.cases import DATED, case
from tests.factories.plausible import given_plans

EXAMPLES = int(os.environ.get("PRONGSAI_EXAMPLES", "2"))


def cells(source: Source) -> list[str]:
    """Return the letters of all headings and cells, in their order."""
    tables = (block for block in source.blocks if isinstance(block, SourceTable))
    return [
        letters(text)
        for each in tables
        for text in (*each.headings, *(cell.text for row in each.rows for cell in row))
    ]


def share(read: Sequence[str], written: Sequence[str]) -> float:
    """Return how many of the cells are the same, at their places."""
    same = sum(one == other for one, other in zip(read, written, strict=False))
    return same / max(len(read), len(written), 1)


@pytest.mark.parametrize("key", KINDS)
@given(data=st.data())
@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_the_cells_of_any_plan_are_read(key: str, data: st.DataObject) -> None:
    plan = data.draw(given_plans())
    kind = KINDS[key]
    made = kind.build(plan.case(kind.words), plan.dated)

    assert share(cells(read_pdf(write_pdf(made))), cells(read_docx(write_docx(made)))) >= 0.99


@pytest.mark.skipif(not office.is_here(), reason="LibreOffice (soffice) is not installed.")
def test_the_cells_that_libreoffice_prints_are_read(tmp_path: Path) -> None:
    documents: dict[str, Document] = {
        key: kind.build(case(kind.words), DATED) for key, kind in KINDS.items()
    }
    files = {key: write_docx(made) for key, made in documents.items()}
    printed = office.to_pdf(files, tmp_path)
    shares = {
        key: share(cells(read_pdf(printed[key])), cells(read_docx(files[key]))) for key in KINDS
    }

    assert {key: each for key, each in shares.items() if each < 0.99} == {}
