"""The blocks of a letter and pictures of a PDF, as data for the template."""

from __future__ import annotations

import base64
from typing import Any

from prongsai.core.documents.model import (
    Field,
    LetterHead,
    Orientation,
    Picture,
    Signatures,
    Signer,
)
from prongsai.formats import page
from prongsai.formats.pdf_table import in_em
from prongsai.formats.words import pieces

Json = dict[str, Any]


def picture_data(picture: Picture, orientation: Orientation) -> Json:
    """Return a picture as the template reads it.

    It comes inside an SVG, because JSON has no bytes: as a list of numbers it takes five times as
    long to read.
    """
    width, height = page.picture_size(picture, orientation)
    inside = base64.b64encode(picture.png).decode()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{inside}"/></svg>'
    )
    return {
        "kind": "picture",
        "svg": svg,
        "alt": picture.text,
        "width": width,
        "height": height,
        "align": picture.align,
    }


def head_data(head: LetterHead, orientation: Orientation) -> Json:
    """Return the head of a letter as the template reads it."""
    whole = page.text_width(orientation)
    return {
        "kind": "letterhead",
        "garuda": picture_data(head.garuda, orientation) if head.garuda else None,
        "title": _words(head.title, whole / 2, page.LETTER_TITLE),
        "lines": [[_field(field, whole / len(line)) for field in line] for line in head.lines],
    }


def _field(field: Field, share: float) -> Json:
    # The value has at least half of the share: a name that is longer is set in lines itself.
    return {
        "name": _words(field.name, share / 2, page.FIELD_SIZE),
        "value": _words(field.value, share / 2, page.TEXT_SIZE),
    }


def signatures_data(signatures: Signatures, orientation: Orientation) -> Json:
    """Return places to sign as the template reads them."""
    whole = page.text_width(orientation)
    signers = [_signer(signer, whole) for signer in signatures.signers]
    return {
        "kind": "signatures",
        "signers": signers,
        "width": whole,
        "room": page.text_height(orientation),
    }


def _signer(signer: Signer, whole: float) -> Json:
    below = (signer.rank, signer.name, *signer.lines)
    return {
        "opinions": [_words(opinion, whole, page.TEXT_SIZE) for opinion in signer.opinions],
        "lines": [_words(line, whole / 2, page.TEXT_SIZE) for line in below if line],
    }


def _words(text: str, width: float, size: int) -> list[str]:
    return pieces(text, in_em(width, page.sarabun(size)))
