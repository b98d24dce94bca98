"""A file as it is kept: its kind, its bytes without what it carries besides, what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.formats.evidence.kinds import OFFICE, PICTURES, Kind, TakenOut
from prongsai.formats.evidence.tell import kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """A file that may be kept."""

    kind: Kind
    taken_out: tuple[TakenOut, ...]
    data: bytes


def clean(data: bytes) -> Clean:
    """Tell what a file is and take out what it carries besides; a text stays as it is.

    :raises Refusal: it is of a kind that is not kept, damaged, or made to harm.
    """
    kind = kind_of(data)
    kept, taken = data, frozenset[TakenOut]()
    if kind in PICTURES:
        from prongsai.formats.evidence.clean_picture import clean_picture  # noqa: PLC0415 -- slow import

        kept, taken = clean_picture(data, kind)
    elif kind is Kind.PDF:
        from prongsai.formats.evidence.clean_pdf import clean_pdf  # noqa: PLC0415 -- slow import

        kept, taken = clean_pdf(data)
    elif kind in OFFICE:
        from prongsai.formats.evidence.clean_office import clean_office  # noqa: PLC0415 -- slow import

        kept, taken = clean_office(data)
    return Clean(kind=kind, taken_out=tuple(sorted(taken)), data=kept)
