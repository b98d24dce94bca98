"""A picture, written anew: turned as it is to be looked at, and nothing beside its dots kept."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.evidence.kinds import Kind, TakenOut

_MOST_PIXELS = 40_000_000  # a page at 600 dots an inch has 35 million
_LONGEST = 20_000  # pixels of a side
_FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}
_QUALITY = 92
_MODES = {
    Kind.JPEG: frozenset({"L", "RGB"}),
    Kind.PNG: frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"}),
    Kind.WEBP: frozenset({"RGB", "RGBA"}),
}
_ORIENTATION = 0x0112


def clean_picture(data: bytes, kind: Kind) -> tuple[bytes, frozenset[TakenOut]]:
    """Return the picture as it is seen, and what was left out. Of a moving one the first is kept.

    :raises Refusal: it is damaged or has more dots than is kept.
    """
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=[_FORMATS[kind]]) as picture,
        ):
            _check_size(*picture.size)  # of its head: nothing is unpacked yet
            carried = set(picture.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
            written = _written(picture, kind)
    except (Refusal, MemoryError):
        raise
    except Image.DecompressionBombError as error:  # Pillow's own bound, far above ours
        raise _too_large() from error
    except Exception as error:  # a damaged picture makes Pillow raise nearly anything
        raise Refusal(
            say("The picture is damaged, or has more dots than there is memory for."),
            fix=say(
                "Save it anew in a program for pictures, smaller if it is large; hand that in."
            ),
        ) from error
    notes = carried & {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Raw profile"}
    texts = kind is Kind.PNG and bool(getattr(picture, "text", None))
    return written, frozenset({TakenOut.DETAILS} if notes or texts else ())


def _written(picture: Image.Image, kind: Kind) -> bytes:
    picture.seek(0)
    options = _options(picture)
    colours = picture.info.get("icc_profile")
    if picture.getexif().get(_ORIENTATION, 1) != 1:
        picture = ImageOps.exif_transpose(picture)
    if picture.mode not in _MODES[kind]:
        has_alpha = "A" in picture.getbands() and kind is not Kind.JPEG
        picture = picture.convert("RGBA" if has_alpha else "RGB")
        colours = None
    if colours:
        options["icc_profile"] = colours
    picture.info = {name: value for name, value in picture.info.items() if name == "transparency"}
    out = BytesIO()
    picture.save(out, _FORMATS[kind], **options)
    return out.getvalue()


def _options(picture: Image.Image) -> dict[str, Any]:
    """Return how to pack it: a JPEG as it was, so that it neither blurs nor grows."""
    if isinstance(picture, JpegImageFile) and picture.mode in {"L", "RGB"}:
        return {"qtables": picture.quantization, "subsampling": get_sampling(picture)}
    return {"quality": _QUALITY}


def _check_size(width: int, height: int) -> None:
    if width * height > _MOST_PIXELS or max(width, height) > _LONGEST:
        raise _too_large()


def _too_large() -> Refusal:
    return Refusal(
        say(
            "The picture has more than %(most)s megapixels, or a side of more than %(longest)s"
            " pixels.",
            most=_MOST_PIXELS // 10**6,
            longest=_LONGEST,
        ),
        fix=say("Make it smaller in a program for pictures, then hand it in again."),
    )
