"""Evidence as it comes back from the process that cleans it: what is kept, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import docx
import openpyxl
import pikepdf
import pytest
from PIL import Image

from prongsai.core.errors import Refusal
from prongsai.formats import apart_process
from prongsai.formats.evidence.apart import clean_apart, first_page_apart
from prongsai.formats.evidence.kinds import Kind, TakenOut
from tests.factories import evidence, hostile_pdf, hostile_zip
from tests.factories.hostile import EVERY
from tests.factories.pictures import without_dots

DETAILS, SCRIPTS = TakenOut.DETAILS, TakenOut.SCRIPTS
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WORD, WORKBOOK = evidence.word(), evidence.workbook()
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/%s" Target="%s" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize("kind", [Kind.JPEG, Kind.PNG, Kind.WEBP])
def test_a_photo_is_turned_upright_and_says_no_more_where_it_was_taken(kind: Kind) -> None:
    name = "JPEG" if kind is Kind.JPEG else kind.name
    given = evidence.photo(name)
    assert evidence.CAMERA.encode() in given

    kept = clean_apart(given)

    assert (kept.kind, kept.taken_out) == (kind, (DETAILS,))
    assert evidence.CAMERA.encode() not in kept.data
    with Image.open(BytesIO(kept.data)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((60, 80), {})
        red, white = picture.convert("RGB").getpixel((30, 10)), picture.getpixel((30, 70))
    assert isinstance(red, tuple)
    assert red[0] > 200 > red[1]
    assert isinstance(white, tuple)
    assert min(white[:3]) > 240


def test_what_stands_behind_a_picture_is_not_kept() -> None:
    kept = clean_apart(evidence.photo() + b"<script>PK\x03\x04")
    assert b"script" not in kept.data


def test_a_pdf_names_nobody_runs_nothing_and_hides_nothing() -> None:
    kept = clean_apart(evidence.pdf(photo_in_it=True))

    assert kept.kind is Kind.PDF
    assert kept.taken_out == (TakenOut.ATTACHMENTS, DETAILS, SCRIPTS)
    with pikepdf.open(BytesIO(kept.data)) as pdf:
        parts = b"".join(
            each.read_raw_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
        )
        whole = repr([*pdf.objects, pdf.trailer]).encode() + parts
        links = [dict(each.get("/A", {})) for each in pdf.pages[0].Annots]
    for gone in (evidence.AUTHOR, evidence.CAMERA, "alert", "calc.exe", "plan.txt", "AttachedText"):
        assert gone.encode() not in whole
    assert [str(link.get("/URI")) for link in links] == ["None", "https://example.go.th/ita"]


def test_the_picture_in_a_pdf_looks_as_before() -> None:
    given = evidence.pdf(photo_in_it=True)
    before, after = first_page_apart(given), first_page_apart(clean_apart(given).data)
    assert before == after


def test_a_pdf_that_may_not_be_printed_may_be_and_that_is_said() -> None:
    locked = evidence.pdf(encryption=pikepdf.Encryption(owner="geheim", user=""))
    kept = clean_apart(locked)
    assert TakenOut.PROTECTION in kept.taken_out
    with pikepdf.open(BytesIO(kept.data)) as pdf:
        assert not pdf.is_encrypted


def test_a_digital_signature_that_will_hold_no_more_is_told() -> None:
    with pikepdf.open(BytesIO(evidence.pdf())) as pdf:
        value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"x")
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="s", V=value)
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[pdf.make_indirect(field)])
        out = BytesIO()
        pdf.save(out)
    assert TakenOut.SIGNATURE in clean_apart(out.getvalue()).taken_out


def test_a_word_file_keeps_its_words_and_loses_its_author() -> None:
    kept = clean_apart(WORD)

    assert (kept.kind, kept.taken_out) == (Kind.DOCX, (DETAILS,))
    made = docx.Document(BytesIO(kept.data))
    assert made.paragraphs[0].text == "ประกาศเจตนารมณ์"
    assert made.core_properties.author == ""
    whole = evidence.unpacked(kept.data)
    assert [name for name in (evidence.AUTHOR, evidence.CAMERA) if name.encode() in whole] == []


def test_an_excel_file_keeps_its_formulas_and_loses_its_author() -> None:
    given = evidence.with_part(WORKBOOK, "xl/embeddings/figures.xlsx", evidence.workbook())
    kept = clean_apart(given)

    assert kept.kind is Kind.XLSX
    assert openpyxl.load_workbook(BytesIO(kept.data))["Sheet"]["A1"].value == "=1+1"
    assert evidence.AUTHOR.encode() not in evidence.unpacked(kept.data)


def test_the_folder_of_the_author_is_not_kept() -> None:
    path = b'<x15ac:absPath url="C:\\Users\\SomebodysOwnName\\"/>'
    given = evidence.with_part(WORKBOOK, "xl/workbook.xml", b"<workbook>" + path + b"</workbook>")
    assert b"<workbook></workbook>" in evidence.unpacked(clean_apart(given).data)


def test_the_same_file_is_cleaned_to_the_same_bytes() -> None:
    for given in (WORD, evidence.pdf(), evidence.photo()):
        assert clean_apart(given).data == clean_apart(given).data


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("วันที่,เรื่อง\n1,ก\n2,ข\n".encode(), Kind.CSV),
        ("รายงานการประชุม\n".encode("cp874"), Kind.TEXT),
    ],
)
def test_a_text_stays_as_it_is(given: bytes, kind: Kind) -> None:
    kept = clean_apart(given)
    assert (kept.kind, kept.taken_out, kept.data) == (kind, (), given)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "The file is empty."),
    "a program of Windows": (lambda: b"MZ\x90\0" * 100, "This is a program."),
    "a program of Linux": (lambda: b"\x7fELF" + b"\0" * 100, "This is a program."),
    "a script": (lambda: b"#!/bin/sh\nrm -r x\n", "This is a program."),
    "a page": (lambda: b"<!doctype html><script>alert(1)</script>", "page of the web"),
    "a page that says PDF": (lambda: b"<html><!-- %PDF-1.7 --><script>x</script>", "page of the"),
    "SVG": (lambda: b'<svg xmlns="x" onload="alert(1)"/>', "file of XML, SVG"),
    "SVG behind its head": (lambda: b'<?xml version="1.0"?><svg/>', "This is a file of XML."),
    "HEIC": (lambda: b"\0\0\0\x18ftypheic" + b"\0" * 50, "picture of a kind that is not kept"),
    "GIF and script": (lambda: b"GIF89a=1;alert(1)//", "picture of a kind that is not kept"),
    "a packed file": (lambda: hostile_zip.packed([("a.txt", "a")]), "a packed file (.zip)"),
    "an old file": (lambda: OLD, "an old or another office program"),
    "bytes": (lambda: bytes(range(256)), "of a kind that is not known here"),
    "a bomb": (lambda: with_types(hostile_zip.bomb(150)), "unpacks to more than is kept"),
    "macros": (hostile_zip.with_macros, "has macros"),
    "hidden macros": (lambda: evidence.with_part(WORD, "word/VBAPROJECT.bin", b""), "has macros"),
    "an object": (lambda: evidence.with_part(WORD, "word/embeddings/o.bin", b""), "embedded in it"),
    "bombs in bombs": (lambda: with_types(hostile_zip.nested()), "embedded in it"),
    "paths": (lambda: evidence.with_part(WORD, "../../written", b""), "PowerPoint is damaged"),
    "a template": (lambda: fetching("attachedTemplate", "http://127.0.0.1:9/a"), "fetches someth"),
    "a share": (lambda: fetching("oleObject", "\\\\127.0.0.1\\a"), "fetches something"),
    "a password": (
        lambda: evidence.pdf(encryption=pikepdf.Encryption(owner="a", user="b")),
        "with a password only",
    ),
    "half a PDF": (lambda: b"%PDF-1.7\n" + b"\xff" * 50, "The PDF is damaged."),
    "half a photo": (lambda: evidence.photo()[:400], "The picture is damaged, or"),
    "too many dots": (lambda: without_dots(50_000, 50_000), "more than 40 megapixels"),
    "a long thread of dots": (lambda: without_dots(100_000, 1), "more than 20000 pixels"),
}  # fmt: skip


def with_types(data: bytes) -> bytes:
    return evidence.with_part(data, "[Content_Types].xml", b"<Types/>")


def fetching(kind: str, target: str) -> bytes:
    relations = (RELATIONS % (kind, target)).encode()
    return evidence.with_part(WORD, "word/_rels/settings.xml.rels", relations)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_kept_is_refused_with_what_to_do(name: str) -> None:
    make, what = REFUSED[name]
    with pytest.raises(Refusal) as caught:
        clean_apart(make())
    assert what in str(caught.value)
    assert caught.value.fix is not None


def test_a_link_that_a_reader_clicks_is_kept() -> None:
    assert clean_apart(fetching("hyperlink", "https://example.go.th")).kind is Kind.DOCX


@pytest.mark.parametrize("name", [name for name in EVERY if name.startswith("PDF")])
def test_a_hostile_pdf_is_cleaned_or_refused(name: str) -> None:
    with suppress(Refusal):
        assert clean_apart(EVERY[name][0]()).data.startswith(b"%PDF-")


def test_actions_that_lead_to_actions_are_taken_out() -> None:
    kept = clean_apart(hostile_pdf.with_actions("http://127.0.0.1:9/"))
    assert kept.taken_out == (SCRIPTS,)
    assert b"127.0.0.1" not in kept.data


@pytest.mark.parametrize(
    "said",
    [
        b'{"read": {}}', b"nothing", b"[]\n", b'{"kind": "exe", "taken_out": []}\nMZ',
        b'{"kind": "pdf", "taken_out": 1}\n', b'{"kind": "pdf"}\n', b"[" * 100_000 + b"\n",
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart_process._Child, "answer", lambda _: said)
    with pytest.raises(Refusal):
        clean_apart(b"a")


def test_a_picture_that_is_none_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart_process._Child, "answer", lambda _: b"\n<html>")
    with pytest.raises(Refusal, match="damaged, or made to stop"):
        first_page_apart(b"a")


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(Refusal, match="The first page cannot be shown"):
        first_page_apart(b"%PDF-1.7")
