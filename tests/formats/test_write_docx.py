from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Length
from hypothesis import given, settings
from lxml import etree

from prongsai.core.documents.model import (
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.formats import page
from prongsai.formats.word.blocks import twips
from prongsai.formats.write_docx import write_docx
from tests.factories.documents import (
    HOSTILE,
    document,
    documents,
    printable,
    radar,
    stress,
    table,
    without_spaces,
    written,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(file: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def said(file: bytes) -> str:
    return without_spaces("".join(text.text or "" for text in part(file).iter(f"{W}t")))


def values(element: etree._Element, name: str, attribute: str = "val") -> list[str]:
    return [found.get(W + attribute, "") for found in element.iter(W + name)]


@pytest.mark.parametrize("thai_digits", [False, True])
def test_the_file_says_what_the_document_says(thai_digits: bool) -> None:
    whole = stress(thai_digits=thai_digits)
    assert said(write_docx(whole)) == written(whole)


@settings(max_examples=100, deadline=None)
@given(documents(printable))
def test_any_text_reads_back(whole: Document) -> None:
    assert said(write_docx(whole)) == written(whole)


def test_hostile_text_stays_text() -> None:
    whole = document(
        Heading(HOSTILE), Paragraph(HOSTILE), table((HOSTILE, HOSTILE)), radar(HOSTILE)
    )
    assert said(write_docx(whole)) == written(whole)


def test_every_run_of_text_is_complex_script_in_thai() -> None:
    runs = [
        run
        for run in part(write_docx(stress(thai_digits=True))).iter(f"{W}r")
        if run.find(f"{W}t") is not None
    ]
    looks = {tuple((each.tag, each.get(f"{W}bidi")) for each in run[0]) for run in runs}
    plain = ((f"{W}cs", None), (f"{W}lang", "th-TH"))
    assert looks == {plain, ((f"{W}b", None), (f"{W}bCs", None), *plain)}


def test_styles_have_the_measures_of_the_page_for_both_scripts() -> None:
    styles = part(write_docx(document()), "word/styles.xml")
    sizes = {
        style.get(f"{W}styleId"): {*values(style, "sz"), *values(style, "szCs")}
        for style in styles.iter(f"{W}style")
    }
    assert values(styles, "rFonts", "ascii") == values(styles, "rFonts", "cs") == ["TH SarabunPSK"]
    assert sizes["Title"] == {str(2 * page.TITLE_SIZE)}
    assert sizes["Subtitle"] == {str(2 * page.COVER_SIZE)}
    assert sizes["Heading1"] == {str(2 * page.HEADING_SIZES[1])}
    assert sizes["Heading2"] == {str(2 * page.HEADING_SIZES[2])}
    assert values(styles, "ind", "firstLine")[0] == str(twips(page.FIRST_LINE))


def test_tables_have_widths_that_sum_to_the_text_and_headings_that_repeat() -> None:
    whole = part(write_docx(document(table(("ก", "ข", "ค"), columns=3))))
    widths = [int(width) for width in values(whole, "gridCol", "w")]

    assert sum(widths) == twips(page.text_width(Orientation.PORTRAIT))
    assert [int(width) for width in values(whole, "tcW", "w")] == widths * 2
    rows = [{each.tag for each in row.iterfind(f"{W}trPr/*")} for row in whole.iter(f"{W}tr")]
    assert rows == [{f"{W}cantSplit", f"{W}tblHeader"}, {f"{W}cantSplit"}]


def test_a_row_is_kept_whole_unless_it_is_tall() -> None:
    short, tall = ("ขั้นตอน",) * 12, ("ขั้นตอน",) * 13
    rows = ((Cell(short), Cell(("1",))), (Cell(("2",)), Cell(tall)))
    columns = (Column("ก", 1), Column("ข", 1))

    whole = part(write_docx(document(Table("", columns, rows))))

    kept = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in whole.iter(f"{W}tr")]
    assert kept == [True, True, False]


def test_cells_that_cover_columns_and_rows_are_merged() -> None:
    rows = ((Cell(("กว้าง",), columns=2),), (Cell(("สูง",), rows=2), Cell(("1",))), (Cell(("2",)),))
    merged = Table("", table(columns=2).columns, rows)
    read = docx.Document(BytesIO(write_docx(document(merged)))).tables[0]
    assert [[cell.text for cell in row.cells] for row in read.rows][1:] == [
        ["กว้าง", "กว้าง"],
        ["สูง", "1"],
        ["สูง", "2"],
    ]


def test_sections_lie_as_asked_and_have_page_numbers_from_the_second_page() -> None:
    blocks = (Cover(("ปก",)), Paragraph("ก"), PageBreak(Orientation.LANDSCAPE), table(("ก", "ข")))
    file = docx.Document(BytesIO(write_docx(document(*blocks, thai_digits=True))))

    lies = [(Length(s.page_width or 0), Length(s.page_height or 0)) for s in file.sections]
    lies_in_cm = [(round(width.cm, 1), round(height.cm, 1)) for width, height in lies]
    assert lies_in_cm == [(21.0, 29.7), (21.0, 29.7), (29.7, 21.0)]
    assert [s.different_first_page_header_footer for s in file.sections] == [True, False, False]
    assert [s.header.is_linked_to_previous for s in file.sections] == [False, True, True]
    assert set(values(file.element.body, "pgNumType", "fmt")) == {"thaiNumbers"}
    assert without_spaces(file.sections[0].header.paragraphs[0].text) == "-2-"


def test_each_numbered_list_begins_anew() -> None:
    lists = Listing(("ก", "ข"), numbered=True), Listing(("ค",)), Listing(("ง",), numbered=True)
    file = write_docx(document(*lists))
    assert values(part(file), "numId") == ["2", "2", "1", "3"]
    assert values(part(file, "word/numbering.xml"), "startOverride") == ["1", "1"]


def test_contents_are_a_field_that_has_its_entries_already() -> None:
    whole = document(Contents("สารบัญ"), Heading("หนึ่ง"), Heading("สอง", 2))
    read = docx.Document(BytesIO(write_docx(whole)))
    assert [(p.style.name, p.text.strip()) for p in read.paragraphs if p.style] == [
        ("TOC Heading", "สารบัญ"),
        ("toc 1", "หนึ่ง"),
        ("toc 2", "สอง"),
        ("Heading 1", "หนึ่ง"),
        ("Heading 2", "สอง"),
    ]
    codes = [code.text for code in part(write_docx(whole)).iter(f"{W}instrText")]
    assert codes == [
        ' TOC \\o "1-3" \\h \\z \\u ',
        " PAGEREF _Toc000001 \\h ",
        " PAGEREF _Toc000002 \\h ",
    ]


def test_a_chart_is_a_picture_told_in_words() -> None:
    file = write_docx(document(radar()))
    told = [each.get("descr") for each in part(file).iter(qn("wp:docPr"))]
    assert told == ["แผนภาพ 1"]
    assert said(file) == "แผนภาพ1คำอธิบาย1"


@pytest.mark.parametrize(("draft", "stamps"), [(False, 0), (True, 2)])
def test_a_draft_is_stamped_on_the_first_page_and_the_others(draft: bool, stamps: int) -> None:
    file = write_docx(document(Paragraph("ก"), draft=draft))
    headers = [
        etree.tostring(part(file, f"word/header{n}.xml"), encoding="unicode") for n in (1, 2)
    ]
    assert sum('string="ฉบับร่าง"' in header for header in headers) == stamps


def test_the_file_names_the_agency_and_no_other_author() -> None:
    read = docx.Document(BytesIO(write_docx(document()))).core_properties
    about = (read.title, read.author, read.last_modified_by, read.language, read.created)
    agency = "องค์การบริหารส่วนตำบลตัวอย่าง"
    assert about == ("รายงานทดสอบ", agency, agency, "th", datetime(2024, 2, 28, 12, tzinfo=UTC))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(stress(thai_digits=True)) == write_docx(stress(thai_digits=True))
