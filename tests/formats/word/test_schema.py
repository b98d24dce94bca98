"""The order of elements, as the schemas of ECMA-376 ask for it: Word calls other files damaged.

The lists hold what stands in our files, in the order of the schema (wml.xsd).
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import pairwise

import pytest
from lxml import etree

from prongsai.core.documents.model import (
    Contents,
    Cover,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
)
from prongsai.formats.write_docx import write_docx
from tests.factories.documents import document, radar, stress, table
from tests.factories.letters import memo, picture
from tests.factories.word_files import W

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr tabs spacing ind jc "
    "outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u cs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "tbl": "tblPr tblGrid tr",
    "p": "pPr *",
    "r": "rPr *",
    "sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
    "style": "name basedOn next link uiPriority qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "numbering": "abstractNum num",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang",
}
INLINE = "extent docPr graphic"
ANCHOR = "simplePos positionH positionV extent wrapNone docPr graphic"


def everything() -> Document:
    """Make a document in which every block of the model stands."""
    return document(
        *memo().blocks,
        PageBreak(Orientation.LANDSCAPE),
        *stress(thai_digits=True).blocks,
        Cover(("ปก", "รอง"), picture("3")),
        Contents("สารบัญ"),
        Heading("ก", 3),
        Paragraph("ข ✓", bold=True, spaced=True),
        picture(),
        radar(),
        table(("ก" * 3000, "ข")),
        thai_digits=True,
        draft=True,
    )


def parts() -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(write_docx(everything()))) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/")]
        return {n: etree.fromstring(archive.read(n)) for n in names if n.endswith(".xml")}


def children(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element if isinstance(child.tag, str)]


def misplaced(element: etree._Element, order: list[str]) -> list[str]:
    """List the children that the order does not have, or has before the child above them."""
    ranks = [order.index(c) if c in order else order.index("*") for c in children(element)]
    return [children(element)[n + 1] for n, (a, b) in enumerate(pairwise(ranks)) if b < a]


@pytest.mark.parametrize("name", ORDER)
def test_elements_stand_in_the_order_of_the_schema(name: str) -> None:
    found = [each for part in parts().values() for each in part.iter(W + name)]
    assert found != []
    assert [misplaced(each, ORDER[name].split()) for each in found if each is not None] == [
        [] for _ in found
    ]


def test_drawings_say_where_they_stand_in_order() -> None:
    drawings = list(parts()["word/document.xml"].iter(f"{W}drawing"))
    orders = {" ".join(children(drawing[0])) for drawing in drawings}
    assert orders == {INLINE, ANCHOR}


def test_every_style_that_is_named_is_there() -> None:
    every = parts()
    styles = {each.get(f"{W}styleId") for each in every["word/styles.xml"].iter(f"{W}style")}
    kinds = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    named = {
        each.get(f"{W}val")
        for part in every.values()
        for kind in kinds
        for each in part.iter(W + kind)
    }
    assert named - styles == set()


def test_every_cell_ends_with_a_paragraph_and_every_table_is_followed_by_one() -> None:
    """Word cannot open a cell or a body that ends with a table."""
    body = parts()["word/document.xml"][0]
    assert {children(cell)[-1] for cell in body.iter(f"{W}tc")} == {"p"}
    after = [each.getnext() for each in body if each.tag == f"{W}tbl"]
    assert [None if each is None else each.tag for each in after] == [f"{W}p", f"{W}p"]


def test_pictures_bookmarks_and_lists_have_numbers_of_their_own() -> None:
    document = parts()["word/document.xml"]
    pictures = [each.get("id") for each in document.iter("{*}docPr")]
    bookmarks = [each.get(f"{W}id") for each in document.iter(f"{W}bookmarkStart")]
    assert len(set(pictures)) == len(pictures) == 4
    assert len(set(bookmarks)) == len(bookmarks) == 2
