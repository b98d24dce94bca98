"""Writes of files with results on their way: taken, read, saved or thrown away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.readings.corrections import Correction, corrected
from prongsai.core.sentences import say
from prongsai.formats.apart_answer import write_refusal
from prongsai.formats.apart_process import TooSlow
from prongsai.formats.corrections_file import corrections_text
from prongsai.formats.evidence.apart import clean_apart
from prongsai.formats.evidence.clean import Clean
from prongsai.formats.evidence.kinds import Kind, TakenOut
from prongsai.formats.old_office import is_old, made_new
from prongsai.formats.read_apart import BOUNDS
from prongsai.formats.read_html import is_html
from prongsai.formats.reading_file import is_reading, write_reading_json
from prongsai.formats.results.apart import found_apart
from prongsai.formats.results.found import Found
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.files.models import Scan
from prongsai.foundation.files.services import Given, check_may_come, source_kept
from prongsai.foundation.files.store import hash_of
from prongsai.foundation.jobs.services import ask
from prongsai.stages.cycles.mapping import edition_of, reading_of, sheet_read
from prongsai.stages.cycles.models import (
    Cycle,
    ImportState,
    ReadingAnswers,
    ResultImport,
    ResultSet,
    SourceKind,
)
from prongsai.stages.cycles.policies import check_can_edit_results, check_is_open
from prongsai.stages.cycles.services import Source, save_results

READ = "results.read"
KEPT_FOR = timedelta(days=2)
_LONGEST_NAME = 150


def take_file(*, cycle: Cycle, name: str, data: bytes, by: Actor) -> ResultImport:
    """Take a file on its way, and read it at once where that is quick; else the worker reads it.

    It takes the place of the one that this person had on its way for the year.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the year is closed, or the file is too large or has a virus. What stands
        against its content is kept with it.
    """
    check_can_edit_results(by)
    check_is_open(cycle)
    scan = check_may_come(name=name, data=data, by=by)
    row = _taken(cycle, name[-_LONGEST_NAME:], data, scan, by)
    if not is_old(data):  # another program makes it new first, which takes long
        try:
            _read(row, settings.READS_AT_ONCE)
        except TooSlow:
            pass
        else:
            return row
    ask(agency_id=by.agency_id, kind=READ, key=str(row.uuid))
    return row


def read_in_full(row: ResultImport) -> None:
    """Read a file with all the time that one may take; reading it again changes nothing."""
    try:
        _read(row, BOUNDS.seconds)
    except TooSlow as refusal:
        _refuse(row, refusal)


@transaction.atomic
def save_import(
    *,
    row: ResultImport,
    year: int,
    corrections: tuple[Correction, ...],
    seen: int,
    by: Actor,
    note: str = "",
) -> ResultSet:
    """Save what was read of a file, as somebody corrected it, with the file as its source.

    `year` is that of the scores in the file that count. The corrections come again with the file.

    :raises NotAllowed: if this person may not.
    :raises SavedMeanwhile: if somebody else saved meanwhile.
    :raises Refusal: if the file is on its way no more, something in it is still wrong, or the year
        is closed. Then nothing is kept.
    """
    check_can_edit_results(by)
    kept = _held(row, by)
    reading, _ = corrected(reading_of(kept), corrections)
    sheet = sheet_read(kept, reading, year, edition_of(kept.cycle.edition))
    given = Given(kept.name, kept.original_sha256, Scan(kept.scan))
    taken_out = tuple(map(TakenOut, kept.taken_out))
    clean = Clean(kind=Kind(kept.kind), taken_out=taken_out, data=bytes(kept.data))
    with source_kept(given=given, clean=clean, by=by) as file:
        source = Source(SourceKind(kept.source), kept.name, kept.original_sha256, file=file)
        saved = save_results(
            cycle=kept.cycle, sheet=sheet, source=source, seen=seen, by=by, note=note
        )
        _keep_answers(kept, corrections, by)
        kept.delete()
    return saved


def drop_import(*, row: ResultImport, by: Actor) -> None:
    """Throw away a file on its way. Raises NotAllowed if this person may not."""
    check_can_edit_results(by)
    ResultImport.objects.filter(pk=row.pk, asked_by=by.key).delete()


def forget_old() -> None:
    """Throw away what was on its way for days in the active agency."""
    ResultImport.objects.filter(asked_at__lt=timezone.now() - KEPT_FOR).delete()


@transaction.atomic
def _taken(cycle: Cycle, name: str, data: bytes, scan: Scan, by: Actor) -> ResultImport:
    # Two at once wait for each other here, so neither meets the row of the other.
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    ResultImport.objects.filter(cycle=cycle, asked_by=by.key).delete()
    return ResultImport.objects.create(
        agency_id=by.agency_id,
        cycle=cycle,
        asked_by=by.key,
        name=name,
        data=data,
        original_sha256=hash_of(data),
        scan=scan,
    )


def _held(row: ResultImport, by: Actor) -> ResultImport:
    rows = ResultImport.objects.select_for_update().filter(asked_by=by.key)
    kept = rows.filter(pk=row.pk, state=ImportState.READ).first()
    if kept is None:
        raise Refusal(
            say("What was read from the file is no longer there."),
            fix=say("Choose the file again."),
        )
    return kept


def _read(row: ResultImport, seconds: int) -> None:
    """Read a file and keep what was read, or why not. Raises TooSlow."""
    data = bytes(row.data)
    try:
        clean = _clean(made_new(data) if is_old(data) else data)
        found = found_apart(clean.data, row.cycle.edition.text, seconds)
    except TooSlow:
        raise
    except Refusal as refusal:
        _refuse(row, refusal)
        return
    _settle(row, clean, found)


def _clean(data: bytes) -> Clean:
    """Return a file as it is kept. A page and a reading are kept as texts, to be opened as such."""
    if is_html(data) or is_reading(data):
        return Clean(kind=Kind.TEXT, taken_out=(), data=data)
    return clean_apart(data)


def _settle(row: ResultImport, clean: Clean, found: Found) -> None:
    row.state, row.kind, row.data = ImportState.READ, clean.kind, clean.data
    row.taken_out, row.notes = list(clean.taken_out), dict(found.notes)
    row.source = SourceKind.FILE if found.is_sheet else SourceKind.DOCUMENT
    row.reading = write_reading_json(found.reading)
    _write(row, "kind", "data", "taken_out", "notes", "source", "reading")


def _refuse(row: ResultImport, refusal: Refusal) -> None:
    """Keep why a file is not read, and nothing of what stands in it."""
    row.state, row.data = ImportState.REFUSED, b""
    row.refusal = write_refusal(refusal).decode()
    _write(row, "data", "refusal")


def _write(row: ResultImport, *fields: str) -> None:
    """Write what has become of a file, unless it was thrown away or read meanwhile."""
    values = {name: getattr(row, name) for name in ("state", *fields)}
    ResultImport.objects.filter(pk=row.pk, state=ImportState.WAITING).update(**values)


def _keep_answers(row: ResultImport, corrections: Iterable[Correction], by: Actor) -> None:
    values = {"text": corrections_text(corrections), "changed_by": by.key}
    ReadingAnswers.objects.update_or_create(
        agency_id=by.agency_id, original_sha256=row.original_sha256, defaults=values
    )
