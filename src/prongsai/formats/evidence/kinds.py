"""The kinds of files that are kept as evidence, and what is taken out of them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """A kind, by the ending of its names."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    CSV = "csv"
    TEXT = "txt"


class TakenOut(StrEnum):
    """Something that a file carried and that is not kept."""

    DETAILS = "details"  # who made it, with which program, when and where (EXIF, XMP, properties)
    AUTHORS = "authors"  # of comments and marked changes: they are numbered
    SCRIPTS = "scripts"  # and other things that act by themselves
    ATTACHMENTS = "attachments"
    SIGNATURE = "signature"  # a digital one: it holds no more once anything is taken out
    PROTECTION = "protection"  # against printing or changing; not against opening


PICTURES = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP})
OFFICE = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX})
TEXTS = frozenset({Kind.CSV, Kind.TEXT})

_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES: Mapping[Kind, str] = {
    Kind.PDF: "application/pdf",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WEBP: "image/webp",
    Kind.DOCX: f"{_OFFICE_TYPE}.wordprocessingml.document",
    Kind.XLSX: f"{_OFFICE_TYPE}.spreadsheetml.sheet",
    Kind.PPTX: f"{_OFFICE_TYPE}.presentationml.presentation",
    Kind.CSV: "text/csv",
    Kind.TEXT: "text/plain",
}
