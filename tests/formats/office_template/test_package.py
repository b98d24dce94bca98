"""Hostile and damaged files: refused before anything opens them."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.office_template.package import check_package
from tests.factories.office_templates import MAIN, replaced, tampered, template

PLAIN = template("{{ agency }}", rows=[["{%tr if agency %}"]], header="{{ agency }}")
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"

DAMAGED = (
    "The template is damaged, or is no Word file (.docx)."
    " Open it in Word and save it anew as .docx."
)
TOO_LARGE = (
    "The template unpacks to more than is read."
    " Leave out large pictures and whatever is not needed."
)
ACTIVE = "The template holds macros or embedded objects. Remove them, and save it as .docx."
DOCTYPE = (
    "The file holds a document type declaration, which no office program writes."
    " Ask for the file anew from whom you have it."
)


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        check_package(content)
    return str(caught.value)


def related(kind: str, target: str, mode: str = "") -> bytes:
    """Add a relation to the main part of the plain template."""
    more = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="{target}" {mode}/>'
    return replaced(PLAIN, "</Relationships>", f"{more}</Relationships>", RELATIONS)


def typed(name: str, kind: str) -> bytes:
    """Say in the plain template of which kind a part is."""
    more = f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return replaced(PLAIN, "</Types>", f"{more}</Types>", TYPES)


def test_the_parts_that_are_filled_are_the_text_and_its_headers() -> None:
    assert sorted(check_package(PLAIN)) == [MAIN, "word/header1.xml"]


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04", PLAIN[:-100], PLAIN[:2000]])
def test_what_is_no_zip_is_damaged(content: bytes) -> None:
    assert refused(content) == DAMAGED


def test_a_zip_without_a_text_is_no_word_file() -> None:
    assert refused(tampered(PLAIN, {TYPES: None})) == DAMAGED
    assert refused(tampered(PLAIN, {TYPES: b"<Types/>"})) == DAMAGED
    assert refused(replaced(PLAIN, "document.main", "template.main", TYPES)) == DAMAGED


def test_parts_packed_in_an_odd_way_or_twice_are_damaged() -> None:
    file = BytesIO(PLAIN)
    with ZipFile(file, "a", ZIP_BZIP2) as archive:
        archive.writestr("word/extra.xml", b"<x/>")
    assert refused(file.getvalue()) == DAMAGED

    file = BytesIO(PLAIN)
    with warnings.catch_warnings(action="ignore"), ZipFile(file, "a") as archive:
        archive.writestr(MAIN, b"<x/>")
    assert refused(file.getvalue()) == DAMAGED


@pytest.mark.parametrize(
    "parts",
    [
        {"word/media/image1.png": bytes(40_000_000)},  # 40 kB packed
        {f"word/media/{n}.png": b"" for n in range(2_001)},
        {"word/styles.xml": b"<a>" + b"x" * 5_000_000 + b"</a>"},
        {"word/_rels/x.RELS": b"<a>" + b"x" * 5_000_000 + b"</a>"},
    ],
    ids=["bomb", "many", "large", "large relations"],
)
def test_what_unpacks_to_too_much_is_refused(parts: dict[str, bytes]) -> None:
    assert refused(tampered(PLAIN, parts)) == TOO_LARGE


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        '<!DOCTYPE x SYSTEM "http://a.example/x.dtd"><x/>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
    ],
    ids=["file", "address", "laughs"],
)
@pytest.mark.parametrize(
    "name", [MAIN, "word/header1.xml", "word/styles.xml", "docProps/core.xml", "_rels/.rels", TYPES]
)
def test_a_document_type_is_refused_in_every_part(name: str, doctype: str) -> None:
    assert refused(tampered(PLAIN, {name: doctype.encode()})).endswith(DOCTYPE)


@pytest.mark.parametrize(
    "content",
    [
        typed("word/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
        replaced(
            PLAIN,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            TYPES,
        ),
        tampered(PLAIN, {"word/vbaProject.bin": b"x"}),
        related("vbaProject", "vbaProject.bin"),
        related("oleObject", "embeddings/oleObject1.bin"),
        related("package", "embeddings/a.xlsx"),
        related("aFChunk", "a.html"),
        related("attachedTemplate", "a.dotx"),
        related("webextensiontaskpanes", "a.xml"),
    ],
)
def test_macros_and_embedded_objects_are_refused(content: bytes) -> None:
    assert refused(content) == ACTIVE


@pytest.mark.parametrize(
    "mode", ['TargetMode="External"', 'TargetMode=" external"', 'TargetMode="x"']
)
def test_what_is_fetched_from_outside_is_refused(mode: str) -> None:
    assert refused(related("image", "http://a.example/x.png", mode)) == (
        "The template fetches something from outside: http://a.example/x.png."
        " Put its pictures into the file, and detach it from the template that it was made from."
    )


@pytest.mark.parametrize(
    "content",
    [
        related("hyperlink", "https://a.example", 'TargetMode="External"'),
        related("image", "media/image1.png", 'TargetMode="Internal"'),
        related("image", "media/image1.png"),
        typed("word/media/a.svg", "image/svg+xml"),
        tampered(PLAIN, {"docProps/core.xml": None}),
    ],
)
def test_links_and_pictures_of_its_own_are_allowed(content: bytes) -> None:
    assert MAIN in check_package(content)


def test_xml_under_another_name_is_damaged() -> None:
    assert refused(typed("word/media/image1.png", "application/vnd.a.main+xml")) == DAMAGED


def test_own_data_that_are_none_are_damaged() -> None:
    other = replaced(PLAIN, "package.core-properties+xml", "other+xml", TYPES)
    loose = replaced(PLAIN, "metadata/core-properties", "other", "_rels/.rels")

    assert (refused(other), refused(loose)) == (DAMAGED, DAMAGED)


def field(instruction: str) -> bytes:
    """Put a field of Word into the plain template; a comma divides its runs."""
    texts = (f"<w:instrText>{escape(text)}</w:instrText>" for text in instruction.split(","))
    begin, separate, end = (
        f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")
    )
    return in_body(f"<w:r>{begin}{''.join(texts)}{separate}{end}</w:r>")


def simple_field(instruction: str) -> bytes:
    """Put a field of Word that is an element of its own into the plain template."""
    return in_body(f"<w:fldSimple w:instr={quoteattr(instruction.replace(',', ''))}/>")


def in_body(xml: str) -> bytes:
    return replaced(PLAIN, "<w:body>", f"<w:body><w:p>{xml}</w:p>")


@pytest.mark.parametrize("make", [field, simple_field])
@pytest.mark.parametrize(
    "instruction", [" PAGE ", "PA,GE", ' hyperlink "x"', "NUMPAGES \\* ARABIC"]
)
def test_fields_that_show_what_is_there_are_allowed(
    make: Callable[[str], bytes], instruction: str
) -> None:
    assert MAIN in check_package(make(instruction))


@pytest.mark.parametrize("make", [field, simple_field])
@pytest.mark.parametrize(
    ("instruction", "name"),
    [
        ('DDEAUTO c:\\x "a"', "DDEAUTO"),
        ("DDE,AUTO c:\\x", "DDEAUTO"),
        ('INCLUDETEXT "/etc/passwd"', "INCLUDETEXT"),
        ('includepicture "http://a.example/x.png"', "INCLUDEPICTURE"),
        ("QUOTE 68 68 69", "QUOTE"),
        ("", ""),
    ],
)
def test_fields_that_fetch_or_start_something_are_refused(
    make: Callable[[str], bytes], instruction: str, name: str
) -> None:
    assert refused(make(instruction)).startswith(
        f"{MAIN}: The template holds a field of Word that is not allowed: {name}."
    )


def test_a_field_of_word_without_a_beginning_says_nothing() -> None:
    xml = '<w:r><w:fldChar w:fldCharType="end"/><w:instrText>DDE</w:instrText></w:r>'

    assert MAIN in check_package(in_body(xml))
