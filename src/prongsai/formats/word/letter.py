"""What only a letter has: its head with rows of dots, and the places to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.core.documents.model import Field, LetterHead, Orientation, Signatures, Signer
from prongsai.formats import page
from prongsai.formats.word.xml import paragraph, run, tab, twips, w
from prongsai.formats.words import width

_CM_PER_POINT = 2.54 / 72
_NAMES = 0.9  # of the width that is reckoned for them, which is rather too much
_AFTER_A_NAME = 0.2  # cm to where the value begins


def head(block: LetterHead, orientation: Orientation, garuda: str) -> str:
    """Write the head of a letter; `garuda` is the run of its picture, or nothing.

    The picture hangs on a paragraph of its own, so low that the title ends where the picture does.
    """
    whole = page.text_width(orientation)
    fields = (_line(line, whole) for fields in block.lines for line in _fitting(fields, whole))
    title = paragraph("LetterTitle", run(block.title))
    return paragraph("LetterRoom", garuda) + title + "".join(fields)


def signatures(block: Signatures, orientation: Orientation) -> str:
    """Write places to sign, each kept on one page."""
    return "".join(_place_to_sign(signer, orientation) for signer in block.signers)


def _fitting(fields: Sequence[Field], whole: float) -> Iterator[Sequence[Field]]:
    """Yield the fields of a line together, or one by one where one needs more than its part."""
    if any(_width(each) > whole / len(fields) for each in fields):
        yield from ((each,) for each in fields)
    elif fields:
        yield fields


def _width(field: Field) -> float:
    """Reckon how wide (cm) a field is; one of several lines has a line to itself."""
    if "\n" in field.name + field.value:
        return float("inf")
    value = width(field.value) * page.sarabun(page.TEXT_SIZE) * _CM_PER_POINT
    return _name_width(field) + value


def _name_width(field: Field) -> float:
    points = width(field.name) * page.sarabun(page.FIELD_SIZE) * _NAMES
    return points * _CM_PER_POINT + _AFTER_A_NAME


def _line(fields: Sequence[Field], whole: float) -> str:
    """Write fields beside each other, dots from the end of each value to where its part ends.

    The lines of a long value begin below each other.
    """
    part = whole / len(fields)
    hang = twips(min(_name_width(fields[0]), whole / 2))
    stops: list[str] = []
    for number, each in enumerate(fields):
        begins = number * part
        if number:
            stops.append(w("tab", val="left", pos=twips(begins + _name_width(each))))
        side = "right" if number == len(fields) - 1 else "left"
        stops.append(w("tab", val=side, leader="dot", pos=twips(begins + part)))
    written = (
        run(each.name, style="LetterFieldName") + tab() + run(each.value) + tab() for each in fields
    )
    # Word takes the place to which a paragraph hangs for a tab stop.
    properties = w("tabs", *stops) + w("ind", left=hang, hanging=hang)
    return paragraph("LetterField", *written, properties=properties)


def _place_to_sign(signer: Signer, orientation: Orientation) -> str:
    opinions = [paragraph("Opinion", run(opinion)) for opinion in signer.opinions if opinion]
    lines = [line for line in (signer.rank, signer.name, *signer.lines) if line]
    # The style knows the half of a portrait page.
    half = w("ind", left=twips(page.text_width(orientation) / 2))
    indent = half if orientation is Orientation.LANDSCAPE else ""
    kept = [w("keepNext")] * (len(lines) - 1) + [""]
    signed = [
        paragraph("Signature", run(line), properties=keep + indent)
        for line, keep in zip(lines, kept, strict=False)
    ]
    return "".join((*opinions, paragraph("SignatureRoom"), *signed))
