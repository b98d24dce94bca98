"""Bytes that no row names: left by a crash between writing and committing, or after a removal.

They harm nobody but the disk, so they go a day later, when no request can be at work with them.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

from django.db import transaction

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.files import store
from prongsai.foundation.files.models import StoredFile

LEFT_FOR = timedelta(days=1)
_AT_ONCE = 500  # hashes asked for in one question
log = logging.getLogger(__name__)


class OfAgency(Protocol):
    """What the worker gives: this room knows nothing of jobs."""

    agency_id: int


def sweep(job: OfAgency) -> None:
    """Delete what the folder of the agency has had for a day and no row names.

    The agency must be active.
    """
    agency = Agency.objects.get(pk=job.agency_id)
    before = time.time() - LEFT_FOR.total_seconds()
    gone = sum(_drop(agency, each) for each in _left_over(agency, before))
    gone += store.drop_drafts(agency.uuid, before)
    if gone:
        log.warning(
            "evidence of agency %s: %s files that no row named were deleted", agency.pk, gone
        )


def left_over() -> int:
    """Return how many files of all agencies no row names and are older than a day."""
    before = time.time() - LEFT_FOR.total_seconds()
    count = 0
    for agency in Agency.objects.order_by("id"):
        with scope.agency(agency.pk):
            count += sum(1 for _ in _left_over(agency, before))
    return count


def _left_over(agency: Agency, before: float) -> Iterator[str]:
    found = [*store.hashes(agency.uuid, before)]
    for at in range(0, len(found), _AT_ONCE):
        some = found[at : at + _AT_ONCE]
        rows = StoredFile.objects.filter(sha256__in=some, removed_at=None).order_by()
        named = set(rows.values_list("sha256", flat=True))
        yield from (each for each in some if each not in named)


@transaction.atomic
def _drop(agency: Agency, sha256: str) -> bool:
    # Nobody else keeps bytes of this agency meanwhile; who kept the same ones since has a row now.
    Agency.objects.select_for_update().get(pk=agency.pk)
    is_named = StoredFile.objects.filter(sha256=sha256, removed_at=None).exists()
    return not is_named and store.drop(agency.uuid, sha256)
