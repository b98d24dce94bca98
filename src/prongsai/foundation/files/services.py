"""Writes of the evidence: handed in, given out, removed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.formats.evidence.apart import clean_apart
from prongsai.formats.evidence.clean import Clean
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.audit.services import Subject, record
from prongsai.foundation.files import store
from prongsai.foundation.files.models import Scan, StoredFile
from prongsai.foundation.files.names import clean_name
from prongsai.foundation.files.policies import check_can_add, check_can_remove, check_can_see
from prongsai.foundation.files.scanner import virus_in
from prongsai.foundation.files.selectors import used_bytes

_UNTOLD = 40  # letters of a hash that name a file that was not kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What somebody says of a file."""

    title: str = ""
    event_on: date | None = None
    document_on: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a file before it is looked into."""

    name: str
    sha256: str
    scan: Scan


def add_file(
    *, name: str, data: bytes, by: Actor, today: date, described: Described | None = None
) -> StoredFile:
    """Keep a file as evidence of the active agency, without what it carries besides.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if it is too large, of a kind that is not kept, made to harm, has a virus or
        cannot be looked at for one, or there is no room. Then nothing is kept.
    """
    said = described or Described()
    check_can_add(by)
    _check_size(data)
    _check_days(said, today)
    _check_room(len(data))
    given = Given(name, store.hash_of(data), _scanned(name, data, by))
    return _keep(given, clean_apart(data), said, by)


def check_may_come(*, name: str, data: bytes, by: Actor) -> Scan:
    """Look at a file that is to be a source later on; return what the scanner said of it.

    :raises NotAllowed: if this person may not hand in files.
    :raises Refusal: if it is too large, there is no room, or the scanner finds something or is
        silent.
    """
    check_can_add(by)
    _check_size(data)
    _check_room(len(data))
    return _scanned(name, data, by)


@contextmanager
def source_kept(*, given: Given, clean: Clean, by: Actor) -> Iterator[StoredFile]:
    """Keep a file, in a transaction, while what is read from it is saved; a source is kept once.

    If what follows fails, nothing of it is kept.

    :raises NotAllowed: if this person may not hand in files.
    :raises Refusal: if there is no room, or the bytes cannot be written.
    """
    check_can_add(by)
    rows = StoredFile.objects.select_for_update().filter(removed_at=None)
    both = {"original_sha256": given.sha256, "sha256": store.hash_of(clean.data)}
    there = rows.filter(**both).order_by("id").first()
    if there is None:
        with _kept(given, clean, Described(), by) as file:
            yield _marked(file)
    else:
        yield _marked(there)


@transaction.atomic
def give_out(*, file: StoredFile, by: Actor) -> bytes:
    """Return the bytes of a file to somebody who takes them away, and write that down.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the file was removed, or its bytes are lost.
    """
    check_can_see(by)
    _check_kept(file)
    data = store.read(file.agency.uuid, file.sha256)
    record("file.downloaded", chain=by.agency_id, subject=subject_of(file), by=by)
    return data


@transaction.atomic
def remove_file(*, file: StoredFile, reason: str, by: Actor) -> StoredFile:
    """Remove a file; its row stays with the reason, its bytes go with the last row that has them.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if no reason is given, it was removed already, or results were read from it.
    """
    check_can_remove(file, by)
    if not normalise(reason).strip():
        raise Refusal(say("A removal needs its reason."), fix=say("Write why the file is removed."))
    kept = StoredFile.objects.select_for_update().get(pk=file.pk)
    _check_kept(kept)
    if kept.is_source:
        raise Refusal(
            say("Results were read from %(name)s: it is their source, and stays.", name=kept.name),
            fix=say("There is nothing to do; the results saved before lead to it."),
        )
    kept.removed_at = timezone.now()
    kept.removed_by = Person.objects.get(uuid=by.key)
    kept.removal_reason = reason.strip()
    kept.save(update_fields=["removed_at", "removed_by", "removal_reason"])
    subject = subject_of(kept)
    record("file.removed", chain=by.agency_id, subject=subject, by=by, reason=kept.removal_reason)
    transaction.on_commit(partial(_drop_unused, by.agency_id, kept.agency.uuid, kept.sha256))
    return kept


def subject_of(file: StoredFile) -> Subject:
    """Return what the record calls a file."""
    return Subject("file", str(file.uuid), file.name)


@transaction.atomic
def _keep(given: Given, clean: Clean, said: Described, by: Actor) -> StoredFile:
    with _kept(given, clean, said, by) as file:
        return file


@contextmanager
def _kept(given: Given, clean: Clean, said: Described, by: Actor) -> Iterator[StoredFile]:
    # Nobody else keeps or deletes bytes of this agency meanwhile.
    agency = Agency.objects.select_for_update().get(pk=by.agency_id)
    _check_room(len(clean.data))
    with store.kept(agency.uuid, clean.data):
        file = StoredFile.objects.create(
            agency=agency,
            name=clean_name(given.name, clean.kind),
            title=said.title.strip(),
            kind=clean.kind,
            size=len(clean.data),
            sha256=store.hash_of(clean.data),
            original_sha256=given.sha256,
            taken_out=list(clean.taken_out),
            event_on=said.event_on,
            document_on=said.document_on,
            uploaded_by=Person.objects.get(uuid=by.key),
            scan=given.scan,
        )
        changes = {"sha256": (None, file.sha256), "original_sha256": (None, given.sha256)}
        record("file.added", chain=agency.pk, subject=subject_of(file), by=by, changes=changes)
        yield file


def _marked(file: StoredFile) -> StoredFile:
    file.is_source = True
    file.save(update_fields=["is_source"])
    return file


def _drop_unused(agency_id: int, agency: UUID, sha256: str) -> None:
    with scope.agency(agency_id), transaction.atomic():
        Agency.objects.select_for_update().get(pk=agency_id)
        if not StoredFile.objects.filter(sha256=sha256, removed_at=None).exists():
            store.drop(agency, sha256)


def _scanned(name: str, data: bytes, by: Actor) -> Scan:
    if not settings.CLAMD:
        return Scan.NOT_SCANNED
    virus = virus_in(data, settings.CLAMD)
    if not virus:
        return Scan.CLEAN
    subject = Subject("file", store.hash_of(data)[:_UNTOLD], name[:150])
    record("file.infected", chain=by.agency_id, subject=subject, by=by, reason=virus)
    raise Refusal(
        say("The scanner for viruses found %(virus)s in the file. It was not kept.", virus=virus),
        fix=say("Do not open it; tell who looks after the computers of your agency."),
    )


def _check_size(data: bytes) -> None:
    if len(data) > settings.UPLOAD_LIMIT:
        most = settings.UPLOAD_LIMIT // settings.MEGABYTE
        raise Refusal(
            say("The file is larger than %(most)s MB.", most=most),
            fix=say("Make its pictures smaller or divide it, then hand it in again."),
        )


def _check_days(said: Described, today: date) -> None:
    if said.document_on is not None and said.document_on > today:
        raise Refusal(
            say("The date of the document lies in the future."), fix=say("Look at its year.")
        )


def _check_room(more: int) -> None:
    if used_bytes() + more > settings.FILES_QUOTA:
        most = settings.FILES_QUOTA // settings.MEGABYTE
        raise Refusal(
            say("With this file the agency would have more than its %(most)s MB.", most=most),
            fix=say("Remove files that are not needed, or ask who runs the server for more room."),
        )


def _check_kept(file: StoredFile) -> None:
    if file.removed_at is not None:
        raise Refusal(
            say("%(name)s was removed.", name=file.name),
            fix=say("Its page tells who removed it and why."),
        )
