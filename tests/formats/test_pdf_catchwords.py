from __future__ import annotations

import re

from hypothesis import event, given, settings
from hypothesis import strategies as st

from prongsai.core.documents.model import (
    Block,
    Contents,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signatures,
)
from prongsai.formats.write_pdf import write_pdf
from tests.factories.documents import document, radar, table, without_spaces
from tests.factories.letters import CHAIN, SENTENCE, head, letter, memo, picture, signer
from tests.factories.reading_back import pdfium_pages

FULL = Paragraph("\n".join(f"บรรทัด {n}" for n in range(40)))
"""More lines than the first page of a letter holds, fewer than two pages do."""


def catchwords(whole: Document) -> list[str]:
    """Return the catchword of every page, empty where it has none."""
    return catchwords_of(pdfium_pages(write_pdf(whole)))


def catchwords_of(pages: list[str]) -> list[str]:
    feet = [said.split("\r\n")[-1].strip() for said in pages]
    return [foot if re.fullmatch(r"/.* \.\.\.", foot) else "" for foot in feet]


def beginnings(whole: Document) -> list[str]:
    """Return how the pages begin below their number, without the dash of a list."""
    return beginnings_of(pdfium_pages(write_pdf(whole)))


def beginnings_of(pages: list[str]) -> list[str]:
    return [re.sub(r"^(-[\d๐-๙]+-)?–?", "", without_spaces(said)) for said in pages]


def second_page(*blocks: Block, lines: int) -> list[str]:
    """Return the catchwords of a letter whose blocks come after some lines."""
    return catchwords(letter(Paragraph("\n".join("ก" * lines)), *blocks))


def test_a_memo_says_at_its_foot_which_signer_comes_next() -> None:
    assert catchwords(memo()) == ["/ร.อ. ...", ""]


def test_an_opinion_comes_before_the_signer() -> None:
    one = signer("นายก", "นิติกร", opinions=("เห็นควรอนุมัติ",))
    assert second_page(Signatures((one,)), lines=30) == ["/เห็นควร ...", ""]


def test_a_paragraph_that_runs_over_goes_on_with_its_next_word() -> None:
    said = catchwords(letter(FULL))
    assert said == [f"/บรรทัด {re.findall('[0-9]+', beginnings(letter(FULL))[1])[0]} ...", ""]


def test_a_listing_says_the_number_of_its_entry_in_the_digits_of_the_document() -> None:
    entries = Listing(("\n".join("ก" * 33), "ต่อไป"), numbered=True)
    said = [catchwords(letter(entries, thai_digits=thai)) for thai in (False, True)]
    assert said == [["/2. ต่อไป ...", ""], ["/๒. ต่อไป ...", ""]]


def test_headings_and_tables_are_told_by_their_words() -> None:
    rows = table(("ข้อ ก", "ข้อ ข"))
    assert [second_page(each, lines=32) for each in (Heading("ข้อเท็จจริง"), rows)] == [
        ["/ข้อเท็จจริง ...", ""],
        ["/ตารางทดสอบ ...", ""],
    ]


def test_a_table_that_runs_over_goes_on_with_the_first_words_of_a_row() -> None:
    rows = [(f"ข้อ {n}", "เนื้อหา\n" * 4) for n in range(1, 9)]
    whole = letter(table(*rows))
    (said, _) = catchwords(whole)
    first = re.search(r"ข้อ[0-9]", beginnings(whole)[1])
    assert first is not None
    assert without_spaces(said) == f"/{first[0]}..."


def test_what_has_no_words_to_say_has_no_catchword() -> None:
    tall = "\n".join("ก" * 90)
    assert [
        second_page(picture("3"), Paragraph("ข"), lines=30),
        second_page(radar(), Paragraph("ข"), lines=30),
        catchwords(letter(table(("ข้อ", tall), ("ต่อ", "ไป")))),  # amid a row
        catchwords(letter(table((tall, "ข้อ")))),
    ] == [["", ""], ["", ""], ["", "", ""], ["", "", ""]]


def test_a_letter_that_is_still_to_be_signed_goes_on_over_a_page_break() -> None:
    signed = Signatures((signer("นายก"),))
    wholes = (
        letter(Paragraph("ก"), PageBreak(), Paragraph("ข"), signed, PageBreak(), Paragraph("ค")),
        letter(Paragraph("ก"), PageBreak(), picture("3"), signed),
        letter(Paragraph("ก"), PageBreak(), Contents("สารบัญ"), signed),
        letter(Paragraph("ก"), PageBreak(), head(), signed),
    )
    assert [catchwords(whole) for whole in wholes] == [
        ["/ข ...", "", ""],
        *([["", ""]] * 3),
    ]


def test_only_letters_have_catchwords_and_only_before_a_page_of_the_same_letter() -> None:
    plain = document(FULL, FULL)
    others = (
        letter(Paragraph("ก"), PageBreak(), FULL, FULL),
        letter(Paragraph("ก"), PageBreak(), head(), Paragraph("ข")),
        letter(FULL, catchword=False),
        letter(Contents("สารบัญ"), FULL, Heading("หัวข้อ")),
        plain,
    )
    assert [set(catchwords(whole)) for whole in others] == [{""}] * 5


words = st.sampled_from([*SENTENCE.split(), "หน้าที่", "ITA", "2567", "www.example.go.th", "o39", "ก"])
texts = st.lists(words, min_size=1, max_size=120).map(" ".join)
signers = st.builds(lambda name, post: signer(name, post), words, texts)
blocks = st.one_of(
    st.builds(Paragraph, texts, indent=st.booleans(), spaced=st.booleans(), bold=st.booleans()),
    st.builds(Heading, texts),
    st.builds(Listing, st.lists(texts, min_size=1, max_size=9).map(tuple), st.booleans()),
    st.builds(Signatures, st.lists(signers, min_size=1, max_size=4).map(tuple)),
    st.just(CHAIN),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, min_size=2, max_size=12), st.booleans())
def test_a_catchword_is_always_how_the_next_page_begins(
    written: list[Block], thai_digits: bool
) -> None:
    pages = pdfium_pages(write_pdf(letter(*written, thai_digits=thai_digits)))
    said = [without_spaces(each)[1:].removesuffix("...") for each in catchwords_of(pages)]
    event(f"{len(said)} pages")
    assert said[-1] == ""
    assert all(said[:-1])
    following = beginnings_of(pages)[1:]
    assert [begin[: len(word)] for word, begin in zip(said, following, strict=False)] == said[:-1]
