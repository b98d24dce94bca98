from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Place
from prongsai.core.readings.source import SourceTable, Text
from prongsai.formats.read_docx import read_docx
from tests.factories.bare_word import cell, document, paragraph, table, word_file
from tests.factories.sources import texts

HEADS = ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ"]
TABLE = table([HEADS, ["ก", "ข", "ค"]])


def read(body: str, **parts: str) -> list[str | list[list[str]]]:
    return texts(read_docx(word_file(body, **parts)))


def test_paragraphs_and_tables_come_in_their_order() -> None:
    assert read(paragraph("ก") + TABLE + paragraph("ง") + paragraph("")) == [
        "ก",
        [["ก", "ข", "ค"]],
        "ง",
    ]


def test_a_file_of_word_itself_is_read() -> None:
    written = docx.Document()
    written.add_paragraph("หัวเรื่อง")
    made = written.add_table(rows=2, cols=3)
    for row, cells in zip(made.rows, (HEADS, ["๑. ก\nต่อ", "ข", "ค"]), strict=True):
        for place, text in zip(row.cells, cells, strict=True):
            place.text = text
    file = BytesIO()
    written.save(file)

    assert texts(read_docx(file.getvalue())) == ["หัวเรื่อง", [["๑. ก\nต่อ", "ข", "ค"]]]


def test_merged_cells_are_read_once() -> None:
    down, again = cell("ก", '<w:vMerge w:val="restart"/>'), cell("ก", "<w:vMerge/>")
    wide = cell("กว้าง", '<w:gridSpan w:val="2"/>')

    assert read(table([HEADS, [down, "ข", "ค"], [again, "ง", "จ"], [wide, "ฉ"]])) == [
        [["ก", "ข\nง", "ค\nจ"], ["กว้าง", "", "ฉ"]]
    ]


def test_a_row_may_begin_behind_empty_columns() -> None:
    row = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("ข") + cell("ค") + "</w:tr>"
    body = TABLE.replace("</w:tbl>", row + "</w:tbl>")

    assert read(body) == [[["ก", "ข\nข", "ค\nค"]]]


def test_breaks_tabs_and_signs_are_text() -> None:
    run = "<w:t>ก</w:t><w:br/><w:t>ข</w:t><w:tab/><w:t>ค</w:t><w:noBreakHyphen/>"
    ticks = "<w:sym w:char='F0FC'/><w:sym w:char='F0A8'/><w:sym w:char='0041'/>"

    assert read(f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r>{run}{ticks}</w:r></w:p>") == [
        "ก\nข ค-✓☐"
    ]


def test_what_was_deleted_or_stands_twice_is_not_read() -> None:
    gone = "<w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom><w:delText>ลบ</w:delText>"
    twice = "<mc:Choice><w:r><w:t>ก</w:t></w:r></mc:Choice><mc:Fallback><w:t>ก</w:t></mc:Fallback>"

    assert read(f"<w:p>{gone}{twice}</w:p><w:instrText>PAGE</w:instrText><w:t>หลง</w:t>") == ["ก"]


def test_tables_in_cells_boxes_and_frames_are_text() -> None:
    inner = f"<w:tc>{table([['ข', 'ค']])}{paragraph('ง')}</w:tc>"
    box = f"<w:p><w:r><w:txbxContent>{paragraph('กล่อง')}</w:txbxContent><w:t>นอก</w:t></w:r></w:p>"
    frame = table([["กรอบ"], [""]])

    assert read(table([HEADS, ["ก", inner, "จ"]]) + box + frame + table([])) == [
        [["ก", "ข ค\nง", "จ"]],
        "กล่อง",
        "นอก",
        "กรอบ",
    ]


def test_pages_are_known_where_word_has_written_them() -> None:
    turn = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>ข</w:t></w:r></w:p>"
    made = read_docx(word_file(paragraph("ก") + turn + TABLE))

    assert [block.place.page for block in made.blocks] == [1, 2, 2]
    assert read_docx(word_file(paragraph("ก"))).blocks == (Text(text="ก", place=Place()),)
    assert isinstance(made.blocks[2], SourceTable)


def test_numbers_that_word_counts_are_written() -> None:
    levels = [
        level(0, "thaiNumbers", "%1.", "<w:start w:val='1'/>"),
        level(1, "decimal", "%1.%2", "<w:start w:val='5'/>"),
        level(2, "bullet", "x"),
        level(3, "decimal", ""),
    ]
    style = f"<w:abstractNum w:abstractNumId='7'>{''.join(levels)}</w:abstractNum>"
    own = "<w:lvlOverride><w:lvl w:ilvl='0'/></w:lvlOverride>"
    numbering = document(style + f"<w:num w:numId='2'><w:abstractNumId w:val='7'/>{own}</w:num>")
    depths = ["0", "0", "1", "1", "2", "3", "0", "1", "8", "x"]
    body = "".join(paragraph("ก", numbered("2", depth)) for depth in depths)

    assert read(body + paragraph("ข", numbered("9", "0")), numbering=numbering) == [
        *("๑. ก", "๒. ก", "๒.5 ก", "๒.6 ก", "- ก", "ก", "๓. ก", "๓.5 ก", "ก", "ก", "ข")
    ]


def level(depth: int, kind: str, text: str, start: str = "") -> str:
    kinds = f"<w:numFmt w:val='{kind}'/><w:lvlText w:val='{text}'/>"
    return f"<w:lvl w:ilvl='{depth}'>{start}{kinds}</w:lvl>"


def numbered(number: str, depth: str) -> str:
    return f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>"


def test_a_paragraph_among_properties_is_none() -> None:
    inside = "<w:tc><w:tcPr><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:tcPr></w:tc>"

    assert read(table([HEADS, [inside, "ข", "ค"]])) == [[["", "ข", "ค"]]]


def packed(**options: int) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", **options) as archive:  # type: ignore[call-overload]
        archive.writestr("word/document.xml", document(paragraph("ก")))
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        word_file("")[:-40],
        word_file("<w:p>"),
        word_file("<w:tr></w:tr>"),
        word_file("<w:p><w:tr></w:tr></w:p>"),
        word_file(f"<w:tbl>{cell('ก')}</w:tbl>"),
        word_file(table([[cell("ก", "<w:gridSpan w:val='x'/>"), "ข"]])),
        word_file("<w:txbxContent><w:p>" * 120 + "</w:p></w:txbxContent>" * 120),
        packed(compression=ZIP_BZIP2),
    ],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="The Word file is damaged, or is none"):
        read_docx(data)


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "x">]>' + document("&b;")

    with pytest.raises(Refusal, match="document type declaration"):
        read_docx(word_file("", document=bomb))


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(Refusal, match="unpacks to more than is read"):
        read_docx(word_file(" " * 33_000_000))
    with pytest.raises(Refusal, match="more than 100000 cells"):
        read_docx(word_file(table([["<w:tc/>" * 1_000]] * 101)))
    with pytest.raises(Refusal, match="more than 100000 paragraphs"):
        read_docx(word_file("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100_001))


ROW = st.lists(st.text("กขคง", min_size=1, max_size=5), min_size=3, max_size=3)
BODY = word_file(paragraph("ก") + TABLE)


@settings(max_examples=300)
@given(st.integers(0, len(BODY) - 1), st.integers(0, 255))
def test_a_spoiled_byte_is_read_or_refused(place: int, byte: int) -> None:
    assert read_or_refused(BODY[:place] + bytes([byte]) + BODY[place + 1 :])


def read_or_refused(data: bytes) -> bool:
    """Tell whether a file gives texts and tables, or a refusal that says what to do."""
    try:
        source = read_docx(data)
    except Refusal as refusal:
        return refusal.fix is not None
    return all(isinstance(block, Text | SourceTable) for block in source.blocks)


@given(st.lists(ROW, max_size=5))
def test_tables_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    assert read(table([HEADS, *rows])) == [rows]
