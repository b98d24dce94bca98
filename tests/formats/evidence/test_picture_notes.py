from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from prongsai.formats.evidence.picture_notes import without_notes
from tests.factories import evidence


def dots(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as picture:
        return picture.tobytes()


@pytest.mark.parametrize("progressive", [True, False])
def test_a_jpeg_keeps_each_dot_and_loses_what_it_carries(progressive: bool) -> None:
    given = evidence.photo(size=(400, 300), progressive=progressive, restart_marker_blocks=4)
    plain = without_notes(given + b"a film behind it")
    assert dots(plain) == dots(given)
    assert evidence.CAMERA.encode() not in plain
    assert plain.endswith(b"\xff\xd9")


def test_a_png_keeps_each_dot_and_loses_what_it_carries() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", evidence.AUTHOR)
    given = evidence.photo("PNG", pnginfo=notes)
    plain = without_notes(given + b"behind")
    assert dots(plain) == dots(given)
    for gone in (evidence.AUTHOR, evidence.CAMERA, "behind"):
        assert gone.encode() not in plain


def test_profiles_of_colours_stay() -> None:
    given = evidence.upright(icc_profile=b"colours")
    assert b"colours" in without_notes(given)


@pytest.mark.parametrize("cut", [1, 3, 30, 100, 700])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_damaged_picture_comes_back_as_it_is(kind: str, cut: int) -> None:
    given = evidence.photo(kind)[:-cut] if cut > 3 else evidence.photo(kind)[:cut]
    assert without_notes(given) == given


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\0\0", b"text"])
def test_what_is_no_picture_comes_back_as_it_is(data: bytes) -> None:
    assert without_notes(data) == data
