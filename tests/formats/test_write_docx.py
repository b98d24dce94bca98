from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from hypothesis import given, settings
from lxml import etree

from prongsai.core.documents.model import (
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Orientation,
    PageBreak,
    Paragraph,
)
from prongsai.formats import page
from prongsai.formats.word.xml import twips
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
from tests.factories.letters import letters, picture
from tests.factories.word_files import W, part, read, said, values


@pytest.mark.parametrize("thai_digits", [False, True])
def test_the_file_says_what_the_document_says(thai_digits: bool) -> None:
    whole = stress(thai_digits=thai_digits)
    assert said(write_docx(whole)) == written(whole)


@settings(max_examples=100, deadline=None)
@given(documents(printable) | letters(printable))
def test_any_text_reads_back(whole: Document) -> None:
    file = write_docx(whole)
    assert said(file) == read(file) == written(whole)


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
    assert sizes["LetterTitle"] == {str(2 * page.LETTER_TITLE)}
    assert sizes["LetterFieldName"] == {str(2 * page.FIELD_SIZE)}
    assert values(styles, "ind", "firstLine")[0] == str(twips(page.FIRST_LINE))


@pytest.mark.parametrize("indent", [False, True])
def test_a_spaced_paragraph_has_room_above_it_and_looks_like_the_others(indent: bool) -> None:
    texts = (Paragraph("ก", indent=indent), Paragraph("ข", indent=indent, spaced=True))
    plain, spaced = docx.Document(BytesIO(write_docx(document(*texts)))).paragraphs
    assert plain.style is not None
    assert spaced.style is not None
    assert spaced.style.base_style == plain.style
    assert spaced.style.paragraph_format.space_before == Pt(page.SPACED)


def test_an_emblem_stands_above_the_title_of_a_cover_which_stays_where_it_was() -> None:
    bare, shown = (Cover(("ปก", "รอง"), emblem) for emblem in (None, picture("3")))
    title = docx.Document(BytesIO(write_docx(document(bare)))).paragraphs[0]
    emblem, below = docx.Document(BytesIO(write_docx(document(shown)))).paragraphs[:2]
    (size,) = part(write_docx(document(shown))).iter(qn("wp:extent"))

    heights = (emblem.paragraph_format.space_before, below.paragraph_format.space_before)
    room = sum((each or Length(0)).cm for each in heights)
    assert title.style is not None
    assert title.paragraph_format.space_before is None
    assert round(room + int(size.get("cy", "")) / 360_000, 1) == round(
        (title.style.paragraph_format.space_before or Length(0)).cm, 1
    )


def test_a_tall_emblem_begins_at_the_top() -> None:
    whole = document(Cover(("ปก",), picture("9")))
    emblem, title = docx.Document(BytesIO(write_docx(whole))).paragraphs[:2]
    rooms = [each.paragraph_format.space_before for each in (emblem, title)]
    assert [round((each or Length(0)).cm, 1) for each in rooms] == [0, 1]


def test_sections_lie_as_asked_and_have_page_numbers_from_the_second_page() -> None:
    blocks = (Cover(("ปก",)), Paragraph("ก"), PageBreak(Orientation.LANDSCAPE), table(("ก", "ข")))
    file = docx.Document(BytesIO(write_docx(document(*blocks, thai_digits=True))))

    lies = [(Length(s.page_width or 0), Length(s.page_height or 0)) for s in file.sections]
    lies_in_cm = [(round(width.cm, 1), round(height.cm, 1)) for width, height in lies]
    assert lies_in_cm == [(21.0, 29.7), (21.0, 29.7), (29.7, 21.0)]
    assert [s.different_first_page_header_footer for s in file.sections] == [True, False, False]
    assert [s.header.is_linked_to_previous for s in file.sections] == [False, True, True]
    assert set(values(file.element.body, "pgNumType", "fmt")) == {"thaiNumbers"}
    assert without_spaces(file.sections[0].header.paragraphs[0].text) == "-๒-"


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


def test_the_file_holds_nothing_of_another_program() -> None:
    """No thumbnail, no properties of an application, no theme."""
    with zipfile.ZipFile(BytesIO(write_docx(document(picture())))) as archive:
        names = archive.namelist()
    parts = ("document", "styles", "settings", "fontTable", "numbering", "header1", "header2")
    assert sorted(names) == sorted(
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/media/1.png",
            *(f"word/{part}.xml" for part in parts),
        ]
    )


def test_without_the_font_of_documents_word_takes_its_newer_cut() -> None:
    (font,) = part(write_docx(document()), "word/fontTable.xml").iter(f"{W}font")
    assert (font.get(f"{W}name"), values(font, "altName")) == ("TH SarabunPSK", ["TH Sarabun New"])


def test_the_file_names_the_agency_and_no_other_author() -> None:
    read = docx.Document(BytesIO(write_docx(document()))).core_properties
    about = (read.title, read.author, read.last_modified_by, read.language, read.created)
    agency = "องค์การบริหารส่วนตำบลตัวอย่าง"
    assert about == ("รายงานทดสอบ", agency, agency, "th", datetime(2024, 2, 28, 12, tzinfo=UTC))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(stress(thai_digits=True)) == write_docx(stress(thai_digits=True))
