"""What a screen reader is told of every kind: all that is written, in parts that fit together."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from pypdfium2 import raw

from prongsai.formats.kinds import KINDS
from prongsai.formats.write_pdf import write_pdf
from tests.factories import letters
from tests.factories.cases import DATED, case

PARENTS = {
    "TR": {"THead", "TBody"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}


def parts(tree: list[dict[str, Any]], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every part with the kind of the one that it is in."""
    for each in tree:
        yield above, each
        yield from parts(each.get("children", []), each["type"])


@pytest.fixture(scope="module", params=KINDS)
def pdf(request: pytest.FixtureRequest) -> bytes:
    words = KINDS[request.param].words
    made = case(words, garuda=letters.picture(), emblem=letters.picture("3"))
    return write_pdf(KINDS[request.param].build(made, DATED))


def test_every_text_is_of_a_part_or_said_to_be_none(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as pages:
        texts = (page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]) for page in pages)
        marks = [raw.FPDFPageObj_CountMarks(text.raw) for page in texts for text in page]
    assert marks
    assert min(marks) >= 1


def test_parts_stand_where_they_may_and_say_what_they_must(pdf: bytes) -> None:
    with pdfplumber.open(BytesIO(pdf)) as opened:
        told = [*parts(opened.structure_tree)]
    misplaced = {
        (p["type"], above) for above, p in told if above not in PARENTS.get(p["type"], {above})
    }
    scopes = {str(p.get("attributes", {}).get("Scope")) for _, p in told if p["type"] == "TH"}
    figures = [p.get("alt_text") for _, p in told if p["type"] == "Figure"]
    levels = [int(p["type"][1]) for _, p in told if p["type"] in {"H1", "H2", "H3"}]

    assert misplaced == set()
    assert scopes == {"Column"}
    assert all(figures)
    assert all(below <= above + 1 for above, below in zip([0, *levels], levels, strict=False))


def test_the_file_says_its_language_and_shows_its_title(pdf: bytes) -> None:
    with pdfplumber.open(BytesIO(pdf)) as opened:
        catalogue = opened.doc.catalog
    assert catalogue["Lang"] == b"th"
    assert (catalogue["MarkInfo"]["Marked"], catalogue["ViewerPreferences"]["DisplayDocTitle"]) == (
        True,
        True,
    )
