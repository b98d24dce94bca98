"""The blocks of a letter and pictures in a page."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from prongsai.core.documents.model import Field, LetterHead, Picture, Signatures, Signer
from prongsai.formats.html_text import html_text

_MOST_BESIDE = 4  # fields on one line of a screen


def picture_html(picture: Picture) -> str:
    """Return a picture, which carries its bytes along."""
    inside = b64encode(picture.png).decode()
    return f'<img src="data:image/png;base64,{inside}" alt="{escape(picture.text)}">'


def head_html(head: LetterHead, garuda: str) -> str:
    """Return the head of a letter: title, and fields with their values; `garuda` is its picture."""
    fields = "\n".join(_field(field, len(line)) for line in head.lines for field in line)
    return (
        f'<header class="letter-head">{garuda}<h1>{html_text(head.title)}</h1>\n'
        f"<dl>\n{fields}\n</dl></header>"
    )


def _field(field: Field, beside: int) -> str:
    value = f"<dd>{html_text(field.value)}</dd>"
    share = f"share-{min(beside, _MOST_BESIDE)}"
    return f'<div class="{share}"><dt>{html_text(field.name)}</dt> {value}</div>'


def signatures_html(signatures: Signatures) -> str:
    """Return the places to sign, one below the other."""
    return "\n".join(map(_signer, signatures.signers))


def _signer(signer: Signer) -> str:
    opinions = "".join(f'<p class="first-line">{html_text(each)}</p>' for each in signer.opinions)
    below = (signer.rank, signer.name, *signer.lines)
    lines = "".join(f"<p>{html_text(line)}</p>" for line in below if line)
    return f'<div class="signer">{opinions}<div class="signature">{lines}</div></div>'
