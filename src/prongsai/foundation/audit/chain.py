"""The hash of an event and the check of a chain; plain values, no tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """What an event is hashed by; `at` is its moment in UTC, in ISO form."""

    chain: int
    number: int
    at: str
    kind: str
    subject: tuple[str, str]
    author: str
    request_id: str
    details_hash: str
    previous_hash: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as it stands in the table."""

    link: Link
    hash: str
    details: Mapping[str, object] | None
    salt: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place of a chain: changed, missing or reordered."""

    chain: int
    number: int
    what: str


def hash_of(link: Link) -> str:
    """Return the SHA-256 of an event and, through the one before it, of all that came before."""
    parts = (
        link.chain, link.number, link.at, link.kind, link.subject, link.author,
        link.request_id, link.details_hash, link.previous_hash,
    )  # fmt: skip
    return hashlib.sha256(_canonical(parts)).hexdigest()


def hash_of_details(details: Mapping[str, object], salt: str) -> str:
    """Return the salted SHA-256 of what may have to be forgotten."""
    return hashlib.sha256(salt.encode() + _canonical(details)).hexdigest()


def faults(chain: int, events: Iterable[Kept], head: tuple[int, str]) -> Iterator[Fault]:
    """Yield what is wrong in a chain, given in the order of its numbers, whose head says (number,
    hash) of the last event.
    """
    number, previous = 0, BEGINNING
    for event in events:
        link = event.link
        if link.number != number + 1:
            yield Fault(chain, number + 1, "missing")
        elif link.previous_hash != previous:
            yield Fault(chain, link.number, "reordered")
        if hash_of(link) != event.hash or not _details_hold(event):
            yield Fault(chain, link.number, "changed")
        number, previous = link.number, event.hash
    if head[0] > number:
        yield Fault(chain, number + 1, "missing")
    elif head != (number, previous):
        yield Fault(chain, number, "changed")


def _details_hold(event: Kept) -> bool:
    if event.details is None or event.salt is None:
        return event.details is None and event.salt is None
    return hash_of_details(event.details, event.salt) == event.link.details_hash


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
