"""A picture is refused as one, not as a text that cannot be read."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from prongsai.core.errors import Refusal
from prongsai.formats.read_apart import read_apart
from prongsai.formats.readers import source_in
from tests.factories.sources import texts

TOLD = (
    "This is a picture. Prongsai reads text, and no pictures of text. Hand in the file that it was"
    " made of, or let a program that reads scans (OCR) make a Word file or a text of it, and"
    " compare that with the picture."
)
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def picture(kind: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 8)).save(file, kind)
    return file.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        source_in(data)
    return str(caught.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "WEBP"])
def test_a_picture_is_refused_with_what_makes_a_text_of_it(kind: str) -> None:
    assert refused(picture(kind)) == TOLD


def test_a_photograph_of_a_telephone_and_a_big_endian_scan_are_pictures() -> None:
    assert [refused(data) for data in (HEIC, b"MM\0*\0\0\0\x08")] == [TOLD, TOLD]


def test_so_it_is_where_files_are_read_apart() -> None:
    with pytest.raises(Refusal) as caught:
        read_apart(picture("PNG"))

    assert str(caught.value) == TOLD


@pytest.mark.parametrize("text", ["PNG", "GIF89", "II*", "RIFF ก WEBP", "MM*", "ftypheic"])
def test_a_text_that_names_one_is_read(text: str) -> None:
    assert texts(source_in(text.encode())) == [text]
