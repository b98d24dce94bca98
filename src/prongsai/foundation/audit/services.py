"""Writes of the record: one event, and forgetting a person."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from django.db import transaction
from django.utils import timezone

from prongsai.foundation.audit.chain import Link, hash_of, hash_of_details
from prongsai.foundation.audit.kinds import KINDS
from prongsai.foundation.audit.models import AuditEvent, AuditHead
from prongsai.foundation.audit.request import request_id

NO_AGENCY = 0
_SALT_LENGTH = 16  # bytes


class Author(Protocol):
    """Who does something."""

    @property
    def key(self) -> str:
        """Return what this person or program is known by for ever."""

    @property
    def name(self) -> str:
        """Return the name as it is now."""


@dataclass(frozen=True, slots=True)
class Program:
    """A command or a job, where no person acts."""

    name: str

    @property
    def key(self) -> str:
        """Return the name: a program has no other key."""
        return self.name


@dataclass(frozen=True, slots=True)
class Subject:
    """What was written: its kind and key for programs, its name for people."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an event tells; `changes` are the fields with their values before and after."""

    kind: str
    chain: int  # the id of the agency; 0 for none
    subject: Subject
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    reason: str = ""


@transaction.atomic
def record(
    kind: str,
    *,
    chain: int,
    subject: Subject,
    by: Author,
    changes: Mapping[str, tuple[object, object]] | None = None,
    reason: str = "",
) -> AuditEvent:
    """Add an event to the chain of an agency (its id; 0 for none), inside the caller's transaction.

    `changes` are the fields with their values before and after.

    :raises KeyError: if the kind is not one of KINDS.
    """
    told = Told(kind=kind, chain=chain, subject=subject, changes=changes or {}, reason=reason)
    head = _locked_head(chain)
    event = _next(head, told, by)
    event.save()
    head.save(update_fields=["number", "hash"])
    return event


@transaction.atomic
def record_all(events: Sequence[Told], *, by: Author) -> None:
    """Add events to the chains of many agencies, each chain in the order given, as `record` does.

    :raises KeyError: if a kind is not one of KINDS.
    """
    heads = _locked_heads({each.chain for each in events})
    rows = [_next(heads[each.chain], each, by) for each in events]
    AuditEvent.objects.bulk_create(rows)
    AuditHead.objects.bulk_update(heads.values(), ["number", "hash"])


def _next(head: AuditHead, told: Told, by: Author) -> AuditEvent:
    """Return the event behind the end of a chain, which moves on to it; neither is saved."""
    KINDS[told.kind]  # an unknown kind is a bug: it must not be told as something else
    details = {
        "subject": told.subject.name,
        "by": by.name,
        "changes": {name: [_plain(a), _plain(b)] for name, (a, b) in told.changes.items()},
        "reason": told.reason,
    }
    salt = secrets.token_hex(_SALT_LENGTH)
    at = timezone.now()
    link = Link(
        chain=told.chain,
        number=head.number + 1,
        at=moment(at),
        kind=told.kind,
        subject=(told.subject.kind, told.subject.key),
        author=by.key,
        request_id=request_id.get(),
        details_hash=hash_of_details(details, salt),
        previous_hash=head.hash,
    )
    head.number, head.hash = link.number, hash_of(link)
    return _row(link, head.hash, at, details, salt)


def _row(
    link: Link, hashed: str, at: datetime, details: Mapping[str, object], salt: str
) -> AuditEvent:
    return AuditEvent(
        chain=link.chain,
        number=link.number,
        at=at,
        kind=link.kind,
        subject_kind=link.subject[0],
        subject_key=link.subject[1],
        author_key=link.author,
        request_id=link.request_id,
        details=details,
        salt=salt,
        details_hash=link.details_hash,
        previous_hash=link.previous_hash,
        hash=hashed,
    )


@transaction.atomic
def forget(*, key: str) -> int:
    """Empty the details of every event that tells of a person or was made by one; the chain holds.

    Returns how many events were emptied.
    """
    told = AuditEvent.objects.filter(subject_key=key) | AuditEvent.objects.filter(author_key=key)
    return told.filter(details__isnull=False).update(details=None, salt=None)


def moment(at: datetime) -> str:
    """Write a moment as it is hashed: UTC, to the microsecond, the same from every database."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _locked_head(chain: int) -> AuditHead:
    """Return the end of a chain, held until the transaction ends: no number is given twice."""
    head, _ = AuditHead.objects.select_for_update().get_or_create(chain=chain)
    return head


def _locked_heads(chains: set[int]) -> dict[int, AuditHead]:
    """Return the ends of chains by their chains, held in one order: two who ask never cross."""
    rows = AuditHead.objects.select_for_update().filter(chain__in=chains).order_by("chain")
    found = {each.chain: each for each in rows}
    new = [AuditHead(chain=chain) for chain in sorted(chains - found.keys())]
    return found | {each.chain: each for each in AuditHead.objects.bulk_create(new)}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, str | int | bool) else str(value)
