from __future__ import annotations

import dataclasses
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn

from prongsai.core.documents.model import (
    Align,
    Document,
    Field,
    LetterHead,
    Orientation,
    PageBreak,
    Paragraph,
    Signatures,
)
from prongsai.formats import page
from prongsai.formats.word.xml import twips
from prongsai.formats.write_docx import write_docx
from tests.factories.documents import document
from tests.factories.letters import head, letter, memo, picture, signer
from tests.factories.word_files import W, kept, part, styled, values

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as Read

DOTS = WD_TAB_LEADER.DOTS
PLAIN = WD_TAB_LEADER.SPACES
LEFT = WD_TAB_ALIGNMENT.LEFT
RIGHT = WD_TAB_ALIGNMENT.RIGHT


def paragraphs(whole: Document, style: str) -> list[Read]:
    read = docx.Document(BytesIO(write_docx(whole))).paragraphs
    return [each for each in read if each.style and each.style.name == style]


def with_lines(*lines: tuple[Field, ...]) -> Document:
    return document(LetterHead("บันทึกข้อความ", lines))


def test_the_head_is_a_title_and_a_paragraph_a_line_of_fields() -> None:
    assert styled(write_docx(document(head("มาตรการ")))) == [
        ("Letter Room", ""),
        ("Letter Title", "บันทึกข้อความ"),
        ("Letter Field", "ส่วนราชการ\tสำนักปลัด โทร. 0 2123 4567\t"),
        ("Letter Field", "ที่\t\tวันที่\t28 กุมภาพันธ์ 2567\t"),
        ("Letter Field", "เรื่อง\tมาตรการ\t"),
    ]


def test_names_of_fields_are_set_apart_by_a_style_and_values_are_text() -> None:
    (line,) = paragraphs(with_lines((Field("ที่", "ตย 1/2"), Field("วันที่", ""))), "Letter Field")
    styles = [(run.text, run.style.name) for run in line.runs if run.text.strip()]
    assert styles == [
        ("ที่", "Letter Field Name"),
        ("ตย 1/2", "Default Paragraph Font"),
        ("วันที่", "Letter Field Name"),
    ]


@pytest.mark.parametrize("values", [("ตย 70001/156", "28 กุมภาพันธ์ 2567"), ("", "")])
def test_dots_run_to_the_middle_and_to_the_margin(values: tuple[str, str]) -> None:
    fields = tuple(map(Field, ("ที่", "วันที่"), values))
    (line,) = paragraphs(with_lines(fields), "Letter Field")
    stops = [(stop.leader, stop.alignment) for stop in line.paragraph_format.tab_stops]
    places = [stop.position.twips for stop in line.paragraph_format.tab_stops]
    whole = page.text_width(Orientation.PORTRAIT)
    assert stops == [(DOTS, LEFT), (PLAIN, LEFT), (DOTS, RIGHT)]
    assert (places[0], places[2]) == (twips(whole / 2), twips(whole))
    assert places[0] < places[1] < places[2]


@pytest.mark.parametrize(
    "fields",
    [
        (Field("ที่", "สำนักปลัด" * 8), Field("วันที่", "")),
        (Field("ที่", ""), Field("วันที่", "สำนักปลัด" * 8)),
        (Field("ที่", "หนึ่ง\nสอง"), Field("วันที่", "")),
        (Field("ที่\nเลข", ""), Field("วันที่", "")),
    ],
)
def test_fields_that_do_not_fit_beside_each_other_stand_below(fields: tuple[Field, Field]) -> None:
    lines = [each.text for each in paragraphs(with_lines(fields), "Letter Field")]
    assert lines == [f"{each.name}\t{each.value}\t" for each in fields]


def test_the_lines_of_a_long_value_begin_below_its_first_word() -> None:
    (line,) = paragraphs(with_lines((Field("เรื่อง", "มาตรการ" * 40),)), "Letter Field")
    form = line.paragraph_format
    assert form.left_indent == -(form.first_line_indent or 0)
    assert 1.0 < (form.left_indent or 0) / 360_000 < 1.3
    stops = [(stop.position.twips, stop.leader) for stop in form.tab_stops]
    assert stops == [(twips(page.text_width(Orientation.PORTRAIT)), DOTS)]


def test_a_name_leaves_half_of_the_line_for_the_value() -> None:
    (line,) = paragraphs(with_lines((Field("ส่วนราชการ" * 20, ""),)), "Letter Field")
    assert line.paragraph_format.left_indent == twips(8) * 635


def test_a_line_without_fields_is_no_line() -> None:
    assert paragraphs(with_lines((), ()), "Letter Field") == []


def test_the_garuda_hangs_at_the_left_as_tall_as_asked_for() -> None:
    drawn = next(part(write_docx(letter())).iter(qn("wp:anchor")))
    (extent,), (told,) = (list(drawn.iter(qn(name))) for name in ("wp:extent", "wp:docPr"))
    origins = [*drawn.iter(qn("wp:positionH")), *drawn.iter(qn("wp:positionV"))]

    size = [round(int(extent.get(side, "")) / 360_000, 3) for side in ("cx", "cy")]
    assert size == [page.GARUDA * 3 / 4, page.GARUDA]
    assert told.get("descr") == "ตราของหน่วยงาน"
    places = [(each.get("relativeFrom"), each[0].text) for each in origins]
    assert places == [("column", "0"), ("paragraph", "0")]


def test_a_head_without_a_garuda_keeps_its_room() -> None:
    bare = dataclasses.replace(head(), garuda=None)
    file = write_docx(document(bare))
    assert list(part(file).iter(qn("wp:anchor"))) == []
    assert [style for style, _ in styled(file)][:2] == ["Letter Room", "Letter Title"]


def test_opinions_stand_above_the_room_to_sign_and_who_signs_below() -> None:
    one = signer(
        "นายตัวอย่าง หนึ่งสมมติ", "ปลัด", "รักษาการแทน", rank="ร.อ.", opinions=("เห็นควรอนุมัติ", "ก")
    )
    file = write_docx(document(Paragraph("จึงเรียนมา"), Signatures((one,))))
    assert styled(file) == [
        ("Body Text First Indent", "จึงเรียนมา"),
        ("Opinion", "เห็นควรอนุมัติ"),
        ("Opinion", "ก"),
        ("Signature Room", ""),
        ("Signature", "ร.อ."),
        ("Signature", "(นายตัวอย่าง หนึ่งสมมติ)"),
        ("Signature", "ปลัด"),
        ("Signature", "รักษาการแทน"),
    ]
    whole, last = (True, True), (False, True)
    room, text = (True, False), (True, False)
    assert kept(file) == [text, whole, whole, room, whole, whole, whole, last]


def test_each_place_to_sign_is_kept_for_itself() -> None:
    chain = Signatures((signer("ก"), signer("ข")))
    assert [with_next for with_next, _ in kept(write_docx(document(chain)))] == [
        *(True, False),
        *(True, False),
    ]


def test_only_the_paragraph_right_above_is_kept_with_a_signature() -> None:
    blocks = (Paragraph("ก"), Paragraph("ข"), Signatures((signer("ค"),)), Paragraph("ง"))
    file = write_docx(document(*blocks))
    assert [with_next for with_next, _ in kept(file)] == [False, True, True, False, False]


@pytest.mark.parametrize("orientation", Orientation)
def test_signatures_are_centred_in_the_right_half(orientation: Orientation) -> None:
    chain = Signatures((signer("ก", "ปลัด", rank="ร.อ."),))
    read = paragraphs(document(PageBreak(orientation), chain), "Signature")
    style = read[0].style
    assert style is not None
    own = {each.paragraph_format.left_indent for each in read}
    indent = own.pop() or style.paragraph_format.left_indent
    assert own == set()
    assert abs(indent - twips(page.text_width(orientation) / 2) * 635) <= 635
    assert style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_what_a_signer_has_not_leaves_no_line() -> None:
    empty = dataclasses.replace(signer("ก"), opinions=("",), rank="", name="", lines=("", ""))
    assert styled(write_docx(document(Signatures((empty,))))) == [("Signature Room", "")]


def test_only_the_first_page_of_a_letter_begins_higher() -> None:
    whole = memo()
    landscape = (PageBreak(Orientation.LANDSCAPE), Paragraph("ตาราง"))
    file = write_docx(dataclasses.replace(whole, blocks=(*whole.blocks, *landscape)))
    sections = docx.Document(BytesIO(file)).sections
    tops = [round((section.top_margin or 0) / 360_000, 1) for section in sections]
    assert tops == [page.LETTER_TOP, page.TOP]
    # The header of its first page ends above that, the header of later pages where these begin.
    distance = int(values(part(file), "pgMar", "header")[0])
    assert distance + lines(file, "Gap") < twips(page.LETTER_TOP)
    assert distance + lines(file, "Header") + lines(file, "HeaderRoom") == twips(page.TOP)
    assert values(part(file, "word/header1.xml"), "pStyle") == ["Gap"]
    assert values(part(file, "word/header2.xml"), "pStyle") == ["Header", "HeaderRoom"]


def test_a_letter_that_comes_later_has_a_first_page_of_its_own() -> None:
    later = document(
        Paragraph("ก"), PageBreak(), head(), Paragraph("ข"), PageBreak(), Paragraph("ค")
    )
    sections = docx.Document(BytesIO(write_docx(later))).sections
    own = [section.different_first_page_header_footer for section in sections]
    assert own == [True, True, False]


def test_the_room_above_the_title_and_its_line_are_as_tall_as_the_garuda() -> None:
    file = write_docx(document())
    assert lines(file, "LetterTitle") == page.LETTER_TITLE_LINE * 20
    assert lines(file, "LetterRoom") + lines(file, "LetterTitle") == twips(page.GARUDA)


def lines(file: bytes, style: str) -> int:
    """Read the exact height (twips) of a style's lines."""
    styles = part(file, "word/styles.xml")
    (found,) = (each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == style)
    assert values(found, "spacing", "lineRule") == ["exact"]
    return int(values(found, "spacing", "line")[0])


def test_a_picture_of_its_own_stands_as_asked_for() -> None:
    shown = dataclasses.replace(picture("3"), align=Align.RIGHT)
    (read,) = paragraphs(document(shown), "Picture")
    assert read.alignment == WD_ALIGN_PARAGRAPH.RIGHT
