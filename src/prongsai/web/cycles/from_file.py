"""A file with results on its way through the page: read, shown, and saved as it was read."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Key, Result, ResultSheet, name_of
from prongsai.core.sentences import say
from prongsai.formats.read_results import read_results
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle, SourceKind
from prongsai.stages.cycles.services import Source

_SALT = "prongsai.results"
_LOOKED_AT_FOR = 24 * 60 * 60  # seconds
_LETTERS_OF_NAME = 60  # three bytes each in Thai, and no file system takes more than 255


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file, and where it comes from."""

    sheet: ResultSheet
    source: Source


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that the file would change: what it is, and what it would be."""

    name: str
    now: Decimal | None
    then: Decimal | None


def read_file(uploaded: UploadedFile, cycle: Cycle) -> Read:
    """Read the results in a file that somebody chose; nothing of it is left on the disk.

    :raises Refusal: with all that is wrong in it.
    """
    name = (uploaded.name or "")[-_LETTERS_OF_NAME:]
    digest = hashlib.sha256()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        with path.open("wb") as file:
            for chunk in uploaded.chunks():
                digest.update(chunk)
                file.write(chunk)
        sheet = read_results(path, edition_of(cycle.edition))
    return Read(sheet, Source(SourceKind.FILE, name, digest.hexdigest()))


def sealed(read: Read, cycle: Cycle) -> str:
    """Return what was read as a text that nobody can change on its way."""
    rows = [
        [each.code, each.part, None if each.score is None else str(each.score), *_rest(each)]
        for each in read.sheet.results
    ]
    told = {
        "year": str(cycle.uuid),
        "source": [read.source.kind, read.source.name, read.source.sha256],
        "rows": rows,
    }
    return signing.dumps(told, salt=_SALT, compress=True)


def opened(text: str, cycle: Cycle) -> Read:
    """Return what was read, from its text.

    :raises Refusal: if it is not ours, too old, or of another year.
    """
    try:
        told = signing.loads(text, salt=_SALT, max_age=_LOOKED_AT_FOR)
    except signing.BadSignature as error:
        raise _not_of_this_page() from error
    if told["year"] != str(cycle.uuid):
        raise _not_of_this_page()
    kind, name, sha256 = told["source"]
    rows = (
        Result(
            code=code,
            part=part,
            score=None if score is None else Decimal(score),
            weak=weak,
            note=note,
            place=place,
        )
        for code, part, score, weak, note, place in told["rows"]
    )
    return Read(ResultSheet(tuple(rows)), Source(SourceKind(kind), name, sha256))


def differences(now: ResultSheet, then: ResultSheet, edition: Edition) -> Iterator[Difference]:
    """Yield what the file would change, in the order of the edition."""
    order = {code: place for place, code in enumerate(edition.ancestors)}
    keys = {**now.scores, **then.scores}

    def place(key: Key) -> tuple[int, str]:
        return order.get(key[0], len(order)), key[1] or ""

    for key in sorted(keys, key=place):
        pair = now.scores.get(key), then.scores.get(key)
        if pair[0] != pair[1]:
            yield Difference(name_of(key), *pair)


def _rest(each: Result) -> tuple[bool, str, str]:
    return each.weak, each.note, each.place


def _not_of_this_page() -> Refusal:
    return Refusal(
        say("What was read from the file is no longer there."), fix=say("Choose the file again.")
    )
