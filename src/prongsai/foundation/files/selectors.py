"""Reads of the evidence."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from django.db.models import QuerySet

from prongsai.core.errors import Refusal
from prongsai.formats.decoding import decode
from prongsai.formats.evidence.apart import first_page_apart
from prongsai.formats.evidence.kinds import CONTENT_TYPES, PICTURES, TEXTS, Kind
from prongsai.foundation.files import store
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.matching import containing

_LINES = 40
_LOOKED_AT = 20_000  # bytes


def files(*, removed: bool = False) -> QuerySet[StoredFile]:
    """Return the files of the active agency that are kept, or were removed; the newest first."""
    rows = StoredFile.objects.filter(removed_at__isnull=not removed)
    return rows.select_related("uploaded_by").order_by("-uploaded_at", "-id")


def find_files(words: Iterable[str]) -> QuerySet[StoredFile]:
    """Return the files that are kept and whose name or description holds some words."""
    return containing(files(), words, "name", "title")


def used_bytes() -> int:
    """Return how much the files of the active agency take; the same bytes count once."""
    rows = StoredFile.objects.filter(removed_at=None)
    return sum(size for _, size in rows.order_by().values_list("sha256", "size").distinct())


def can_be_shown(file: StoredFile) -> bool:
    """Test if there is a picture of a file: itself, or the first page."""
    return file.removed_at is None and Kind(file.kind) in PICTURES | {Kind.PDF}


def picture_of(file: StoredFile) -> tuple[bytes, str]:
    """Return what a file looks like, and what kind of picture that is.

    :raises Refusal: if its bytes are lost, or it cannot be drawn.
    """
    data = store.read(file.agency.uuid, file.sha256)
    if file.kind == Kind.PDF:
        return first_page_apart(data), CONTENT_TYPES[Kind.PNG]
    return data, CONTENT_TYPES[Kind(file.kind)]


def beginning_of(file: StoredFile) -> str:
    """Return the first lines of a text, "" of anything else or where there are none.

    :raises Refusal: if its bytes are lost.
    """
    if file.removed_at is not None or Kind(file.kind) not in TEXTS:
        return ""
    data = store.read(file.agency.uuid, file.sha256)
    return "\n".join(_text(data).splitlines()[:_LINES])


def _text(data: bytes) -> str:
    try:
        whole = decode(data, len(data))
    except Refusal:
        whole = codecs.decode(data, "utf-8", "replace")
    return whole[:_LOOKED_AT]
