"""The agency's pictures are looked at and written anew; what cannot be printed is refused."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from prongsai.core.documents.model import Align, Picture
from prongsai.core.errors import Refusal
from prongsai.formats.read_picture import read_picture

FIX = " Give a PNG or JPEG of at least 40 pixels a side and at most 50 megapixels."


def picture(folder: Path, size: tuple[int, int], kind: str = "PNG", **more: object) -> Path:
    path = folder / f"emblem.{kind.lower()}"
    Image.new("RGB", size, "grey").save(path, kind, **more)
    return path


def read(path: Path) -> Picture:
    return read_picture(path, text="ตรา", height=Decimal(3), align=Align.CENTRE)


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        read(path)
    return str(caught.value)


def test_a_picture_is_written_anew_without_what_it_carries_besides(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret"

    png = read(picture(tmp_path, (60, 80), "JPEG", exif=exif)).png

    with Image.open(BytesIO(png)) as made:
        assert (made.format, made.size, dict(made.getexif())) == ("PNG", (60, 80), {})
    assert b"secret" not in png


def test_a_large_picture_is_made_as_large_as_paper_shows(tmp_path: Path) -> None:
    with Image.open(BytesIO(read(picture(tmp_path, (1200, 1800))).png)) as made:
        assert made.size == (600, 900)


def test_a_picture_too_small_or_too_large_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.png"
    Image.new("1", (10_000, 10_000)).save(bomb)

    assert refused(picture(tmp_path, (1, 1))) == f"emblem.png: The picture has 1 × 1 pixels.{FIX}"
    assert refused(bomb) == f"bomb.png: The picture has 10000 × 10000 pixels.{FIX}"


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "emblem.png"
    path.write_bytes(content)

    told = f"emblem.png: This is no PNG or JPEG picture, or it is damaged.{FIX}"
    assert refused(path) == told


def test_a_file_of_more_than_20_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "emblem.png"
    path.write_bytes(bytes(20_000_001))

    assert refused(path) == f"emblem.png: The picture is larger than 20 MB.{FIX}"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.png") == (
        "none.png: The file cannot be read (no such file or folder)."
        " Check its name and that you may open it."
    )
