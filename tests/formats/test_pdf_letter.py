from __future__ import annotations

import re
import unicodedata
from collections import Counter
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from hypothesis import event, given, settings

from prongsai.core.documents.model import (
    Cover,
    Document,
    Field,
    LetterHead,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
)
from prongsai.core.errors import Refusal
from prongsai.formats import page
from prongsai.formats.write_pdf import write_pdf
from tests.factories.documents import (
    HARD,
    HOSTILE,
    document,
    on_letters,
    printable,
    readable,
    without_spaces,
)
from tests.factories.letters import (
    CHAIN,
    SENTENCE,
    head,
    letter,
    letters,
    memo,
    picture,
    png,
    signer,
)
from tests.factories.reading_back import letters_outside, pdfium, pdfium_pages, unsaid

CM = 72 / 2.54


def opened(whole: Document) -> Any:
    return pdfplumber.open(BytesIO(write_pdf(whole)))


def plain() -> Document:
    """Make a letter of letters that differ, none of them with a mark above or below."""
    fields = ((Field("ข", "ค"),), (Field("ง", "จ"), Field("ฉ", "ช")))
    return letter(Paragraph("ซ"), first=LetterHead("ก", fields, picture()))


def test_the_garuda_stands_at_the_upper_left_as_asked_for() -> None:
    with opened(plain()) as pdf:
        (shown,) = pdf.pages[0].images
    place = [round(shown[side] / CM, 2) for side in ("x0", "top", "height")]
    assert place == [page.LEFT, page.LETTER_TOP, page.GARUDA]


def test_title_and_names_of_the_fields_are_bold_and_as_large_as_the_rule_says() -> None:
    with opened(plain()) as pdf:
        fonts = {
            each["text"]: (each["fontname"].partition("+")[2], round(each["size"], 1))
            for each in pdf.pages[0].chars
        }
    title = ("Sarabun-Bold", page.sarabun(page.LETTER_TITLE))
    name = ("Sarabun-Bold", page.sarabun(page.FIELD_SIZE))
    value = ("Sarabun-Regular", page.sarabun(page.TEXT_SIZE))
    assert [fonts[each] for each in "กขคงจฉชซ"] == [
        *(title, name, value, name, value, name, value, value)
    ]


def test_the_second_field_of_a_line_begins_in_the_middle() -> None:
    with opened(plain()) as pdf:
        said = {each["text"]: each for each in pdf.pages[0].chars}
    middle = (page.LEFT + page.text_width(Orientation.PORTRAIT) / 2) * CM
    assert abs(said["ฉ"]["x0"] - middle) < 0.3 * CM
    baselines = {round(said[each]["matrix"][5], 3) for each in "งจฉช"}
    assert len(baselines) == 1


def dots(whole: Document) -> list[tuple[float, float]]:
    """Return from where to where (cm) rows of dots run."""
    with opened(whole) as pdf:
        return [(round(row["x0"] / CM, 1), round(row["x1"] / CM, 1)) for row in pdf.pages[0].lines]


def test_every_field_runs_on_dots_to_the_end_of_its_part() -> None:
    fields = ((Field("ที่", ""), Field("วันที่", "")), (Field("เรื่อง", "ก"),))
    rows = dots(document(LetterHead("บันทึกข้อความ", fields)))
    assert [end for _, end in rows] == [10.9, 19.0, 19.0]


def test_a_long_subject_is_set_in_below_its_beginning_and_each_line_has_dots() -> None:
    whole = letter(head("ก"), Paragraph("ก")), document(head(SENTENCE * 2))
    short, long = (dots(each) for each in whole)
    assert len(set(long)) == 4
    assert long[-3:] == [long[-1]] * 3
    assert short


def test_dots_are_drawn_and_not_said() -> None:
    said = pdfium(write_pdf(document(head())))
    assert "." not in said.replace("โทร.", "")
    with opened(document(head())) as pdf:
        kinds = {each["tag"] for each in pdf.pages[0].lines}
    assert kinds == {"Artifact"}


def test_a_letter_has_no_number_on_its_first_page_and_begins_lower_on_the_next() -> None:
    whole = document(Cover(("ปก",)), head(), *[Paragraph(SENTENCE * 6)] * 9)
    with opened(whole) as pdf:
        tops = [min(each["top"] for each in p.chars) / CM for p in pdf.pages]
        numbers = [re.match(r"- \d -", p.extract_text()) is not None for p in pdf.pages]
    assert numbers == [False, False, True]
    assert tops[1] < page.TOP


@pytest.mark.no_cover  # it goes the same ways again and again
def test_pages_are_filled_to_the_foot_though_the_first_begins_higher() -> None:
    with opened(letter(Paragraph(SENTENCE * 80), catchword=False)) as pdf:
        feet = [max(each["bottom"] for each in p.chars) / CM for p in pdf.pages[:-1]]
    free = [29.7 - page.BOTTOM - foot for foot in feet]
    assert all(0 <= each < 0.8 for each in free), free


def test_a_spaced_paragraph_has_six_points_above_it() -> None:
    def gap(*, spaced: bool) -> float:
        with opened(document(Paragraph("ก"), Paragraph("ข", spaced=spaced))) as pdf:
            first, second = pdf.pages[0].chars
        return float(second["top"] - first["bottom"])

    line = 0.36 * page.sarabun(page.TEXT_SIZE)
    usual = 0.66 * page.sarabun(page.TEXT_SIZE)
    assert gap(spaced=True) - gap(spaced=False) == pytest.approx(
        line + page.SPACED - usual, abs=0.01
    )


def test_signers_stand_in_the_middle_of_the_right_half() -> None:
    with opened(document(Signatures((signer("ขข", "คค", rank="ก"),)))) as pdf:
        lines = pdf.pages[0].extract_text_lines()
    middles = {round((line["x0"] + line["x1"]) / 2 / CM, 1) for line in lines}
    assert [line["text"] for line in lines] == ["ก", "(ขข)", "คค"]
    assert middles == {page.LEFT + page.text_width(Orientation.PORTRAIT) * 3 / 4}


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_a_signer_is_never_split(lines: int) -> None:
    one = signer("นายก", "บรรทัดหนึ่ง", "บรรทัดสอง", rank="ร.อ.", opinions=("ความเห็น",))
    whole = document(Paragraph("ก" + "\nข" * lines), Signatures((one,) * 3))
    parts = ("ความเห็น", "ร.อ.", "(นายก)", "บรรทัดหนึ่ง", "บรรทัดสอง")
    for said in pdfium_pages(write_pdf(whole)):
        assert len({said.count(part) for part in parts}) == 1


@pytest.mark.no_cover  # it goes the same ways again and again
def test_an_opinion_longer_than_a_page_runs_over_but_the_place_to_sign_stays_whole() -> None:
    one = signer("นายก", "นิติกร", rank="ร.อ.", opinions=(SENTENCE * 60,))
    whole = document(Signatures((one,)))
    pdf = write_pdf(whole)
    assert unsaid(whole, pdfium(pdf)) == Counter()
    assert letters_outside(pdf) == []
    assert pdfium_pages(pdf)[-1].split()[-3:] == ["ร.อ.", "(นายก)", "นิติกร"]


def test_pictures_have_their_size_their_place_and_a_description() -> None:
    whole = document(Cover(("ปก",), picture("3")), Picture(png(), "ตรา", picture("2").height))
    with opened(whole) as pdf:
        shown = [(p.page_number, round(i["height"] / CM, 2)) for p in pdf.pages for i in p.images]
        told = re.findall(r"alt_text': '([^']*)'", str(list(pdf.structure_tree)))
    assert shown == [(1, 3.0), (2, 2.0)]
    assert told == ["ตราของหน่วยงาน", "ตรา"]


@pytest.mark.parametrize("size", [(1, 1), (4000, 3), (3, 4000)])
def test_a_picture_of_any_shape_stays_on_its_page(size: tuple[int, int]) -> None:
    whole = document(Picture(png(*size), "ตรา", picture("60").height), Paragraph("ก"))
    with opened(whole) as pdf:
        (shown,) = [each for p in pdf.pages for each in p.images]
    assert shown["x1"] <= (21 - page.RIGHT) * CM + 1
    assert shown["bottom"] <= (29.7 - page.BOTTOM) * CM + 1


def test_what_is_no_png_is_not_taken_for_a_picture() -> None:
    with pytest.raises(ValueError, match="'ตรา' is no PNG"):
        write_pdf(document(Picture(b"GIF89a", "ตรา", picture().height)))


def test_hostile_text_of_a_letter_stays_text() -> None:
    fields = ((Field(HOSTILE, HOSTILE), Field("ข", HOSTILE)),)
    whole = document(
        LetterHead(HOSTILE, fields), Signatures((signer(HOSTILE, HOSTILE, opinions=(HOSTILE,)),))
    )
    assert unsaid(whole, pdfium(write_pdf(whole))) == Counter()


def test_a_letter_that_lies_on_its_side_stays_on_its_page() -> None:
    whole = document(PageBreak(Orientation.LANDSCAPE), head(HARD), CHAIN)
    pdf = write_pdf(whole)
    assert unsaid(whole, pdfium(pdf)) == Counter()
    assert letters_outside(pdf) == []


@settings(max_examples=60, deadline=None)
@given(letters(readable.map(on_letters)))
def test_any_letter_reads_back_and_stays_on_its_page(whole: Document) -> None:
    pdf = write_pdf(whole)
    assert unsaid(whole, pdfium(pdf)) == Counter()
    assert letters_outside(pdf, below=0.5) == []  # a catchword stands below the text


@settings(max_examples=60, deadline=None)
@given(letters(printable.map(on_letters)))
def test_any_letter_reads_back_or_is_refused(whole: Document) -> None:
    try:
        pdf = write_pdf(whole)
    except Refusal:
        event("refused")
        pdf = b""
    # A ligature that somebody typed, such as ﬀ, may be read back as the letters that it shows.
    unread = unsaid(whole, pdfium(pdf)) if pdf else Counter[str]()
    assert all(len(unicodedata.normalize("NFKC", each)) > 1 for each in unread)


def test_a_letter_is_a_copy_for_archives_and_screen_readers() -> None:
    with opened(memo()) as pdf:
        xmp = pdf.doc.catalog["Metadata"].resolve().get_data().decode()
        kinds = Counter(re.findall(r"'type': '(\w+)'", str(list(pdf.structure_tree))))
    claims = ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<")
    assert [claim in xmp for claim in claims] == [True] * 3
    above = 1 + 4 + 4  # title, fields, paragraphs
    signers = (len(s.opinions) + bool(s.rank) + 1 + len(s.lines) for s in CHAIN.signers)
    lines = above + sum(signers)
    assert (kinds["Figure"], kinds["P"]) == (1, lines)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert write_pdf(memo()) == write_pdf(memo())
    assert without_spaces(pdfium(write_pdf(memo())))
