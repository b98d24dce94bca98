from __future__ import annotations

from io import BytesIO

import docx
import pytest

from prongsai.core.documents.model import Cell, Column, Paragraph, Table
from prongsai.formats.write_docx import write_docx
from tests.factories.documents import document
from tests.factories.word_files import W, part, said

SYMBOLS = "Segoe UI Symbol"


def fonts(file: bytes) -> list[tuple[str, set[str]]]:
    """List the text of each run and the fonts that it asks for itself."""
    runs = (run for run in part(file).iter(f"{W}r") if run.find(f"{W}t") is not None)
    return [
        (
            "".join(text.text or "" for text in run.iter(f"{W}t")),
            {str(font) for named in run.iter(f"{W}rFonts") for font in named.attrib.values()},
        )
        for run in runs
    ]


def test_a_tick_is_set_in_a_font_that_has_it() -> None:
    ticked = Table("", (Column("แล้ว", 1),), ((Cell(("✓",)),),))
    file = write_docx(document(ticked))
    assert fonts(file) == [("แล้ว", set()), ("✓", {SYMBOLS})]
    (named,) = part(file).iter(f"{W}rFonts")
    scripts = sorted(str(key).removeprefix(W) for key in named.attrib)
    assert scripts == ["ascii", "cs", "eastAsia", "hAnsi"]
    assert docx.Document(BytesIO(file)).tables[0].cell(1, 0).text == "✓"


def test_a_symbol_in_a_text_is_a_run_of_its_own() -> None:
    file = write_docx(document(Paragraph("ก่อน ☑ แล้ว → ☐☒\nจบ", bold=True)))
    assert fonts(file) == [
        ("ก่อน ", set()),
        ("☑", {SYMBOLS}),
        (" แล้ว ", set()),
        ("→", {SYMBOLS}),
        (" ", set()),
        ("☐☒", {SYMBOLS}),
        ("จบ", set()),
    ]
    assert said(file) == "ก่อน☑แล้ว→☐☒จบ"
    runs = [run for run in part(file).iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert all(run.find(f"{W}rPr/{W}bCs") is not None for run in runs)


@pytest.mark.parametrize("text", ["85.50 ≥ 85 ÷ 2", "ก\u25cc\u0e48", "“ก” – ข… • ฿", "๏ ๚ ๛"])
def test_what_the_font_of_documents_has_stays_in_it(text: str) -> None:
    assert fonts(write_docx(document(Paragraph(text)))) == [(text, set())]
