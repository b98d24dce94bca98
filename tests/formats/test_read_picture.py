"""The agency's pictures: written anew and bare, or refused before they are unpacked."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zlib import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from prongsai.core.documents.model import Align, Picture
from prongsai.core.errors import Refusal
from prongsai.formats.read_picture import read_picture
from tests.factories.pictures import chunk, jpeg, png, without_dots

DAMAGED = "This is no PNG or JPEG picture, or it is damaged."
GIVE = "Give a PNG or JPEG of at least 40 pixels a side and at most 50 megapixels."
SECRET = chunk(b"tEXt", b"Comment\0secret")
PACKED = chunk(b"zTXt", b"Comment\0\0" + compress(bytes(5_000_000)))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def read(folder: Path, content: bytes) -> Picture:
    path = folder / "garuda.png"
    path.write_bytes(content)
    return read_picture(path, text="ตราครุฑ", height=Decimal(3), align=Align.CENTRE)


def size(picture: Picture) -> tuple[str | None, tuple[int, int]]:
    with Image.open(BytesIO(picture.png)) as opened:
        return opened.format, opened.size


@pytest.mark.parametrize("content", [png(40, 50, SECRET), jpeg(40, 50)])
def test_a_picture_is_written_anew_as_png_and_bare(tmp_path: Path, content: bytes) -> None:
    picture = read(tmp_path, content)

    assert b"secret" in content
    assert b"secret" not in picture.png
    assert size(picture) == ("PNG", (40, 50))
    assert (picture.text, picture.height, picture.align) == ("ตราครุฑ", Decimal(3), Align.CENTRE)


def test_a_tall_picture_is_made_smaller_in_its_proportions(tmp_path: Path) -> None:
    assert size(read(tmp_path, png(1000, 1800))) == ("PNG", (500, 900))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (png(1, 1), "The picture has 1 × 1 pixels."),
        (png(40, 39), "The picture has 40 × 39 pixels."),
        (without_dots(10_000, 10_000), "The picture has 10000 × 10000 pixels."),
        (without_dots(7_072, 7_072), "The picture has 7072 × 7072 pixels."),
        (without_dots(60_000, 60_000), DAMAGED),
        (without_dots(100, 100), DAMAGED),
        (png(100, 100)[:60], DAMAGED),
        (png(100, 100, PACKED), DAMAGED),
        (png(100, 100, chunk(b"gAMA", b"")), DAMAGED),
        (SVG, DAMAGED),
        (b"GIF89a", DAMAGED),
        (b"", DAMAGED),
        (bytes(20_000_001), "The picture is larger than 20 MB."),
    ],
    ids=range(13),
)
def test_what_cannot_be_printed_is_refused(tmp_path: Path, content: bytes, what: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(tmp_path, content)

    assert str(caught.value) == f"garuda.png: {what} {GIVE}"


WHOLE = png(48, 48, SECRET)


@given(st.integers(8, len(WHOLE) - 1), st.integers(0, 255), st.booleans())
def test_whatever_is_damaged_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int, shorter: bool
) -> None:
    content = WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 + shorter * 5 :]
    with suppress(Refusal):  # anything else fails the test
        assert size(read(tmp_path_factory.getbasetemp(), content))[0] == "PNG"


def test_a_picture_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        read_picture(tmp_path / "none.png", text="", height=Decimal(3), align=Align.LEFT)

    assert str(caught.value) == (
        "none.png: The file cannot be read (no such file or folder)."
        " Check its name and that you may open it."
    )
