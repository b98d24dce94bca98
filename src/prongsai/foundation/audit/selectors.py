"""Reads of the record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from prongsai.foundation.audit.chain import BEGINNING, Fault, Kept, Link, faults
from prongsai.foundation.audit.models import AuditEvent, AuditHead
from prongsai.foundation.audit.services import moment
from prongsai.foundation.matching import holds

_AT_A_TIME = 1_000  # rows held in memory


def events_of(chain: int, *, kind: str = "", author: str = "") -> QuerySet[AuditEvent]:
    """Return the events of an agency, the last first."""
    events = AuditEvent.objects.filter(chain=chain).order_by("-number", "id")
    if kind:
        events = events.filter(kind=kind)
    return events.filter(author_key=author) if author else events


def find_events(
    chain: int, words: Iterable[str], kinds_of: Callable[[str], Collection[str]]
) -> QuerySet[AuditEvent]:
    """Return the events of an agency that tell of some words: who, what, why, or by their kind."""
    told = [KeyTextTransform(name, "details") for name in ("subject", "by", "reason")]
    events = events_of(chain)
    for word in words:
        events = events.filter(holds(word, *told) | Q(kind__in=kinds_of(word)))
    return events


def faults_in_all_chains() -> Iterator[Fault]:
    """Yield what was changed, is missing or out of order, in every chain."""
    heads = dict(AuditHead.objects.order_by("chain").values_list("chain", "number"))
    hashes = dict(AuditHead.objects.values_list("chain", "hash"))
    chains = set(heads) | set(AuditEvent.objects.values_list("chain", flat=True).distinct())
    for chain in sorted(chains):
        rows = AuditEvent.objects.filter(chain=chain).order_by("number", "id")
        kept = map(_kept, rows.iterator(chunk_size=_AT_A_TIME))
        yield from faults(chain, kept, (heads.get(chain, 0), hashes.get(chain, BEGINNING)))


def _kept(event: AuditEvent) -> Kept:
    link = Link(
        chain=event.chain,
        number=event.number,
        at=moment(event.at),
        kind=event.kind,
        subject=(event.subject_kind, event.subject_key),
        author=event.author_key,
        request_id=event.request_id,
        details_hash=event.details_hash,
        previous_hash=event.previous_hash,
    )
    return Kept(link, event.hash, event.details, event.salt)
