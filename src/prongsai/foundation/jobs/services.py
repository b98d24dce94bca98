"""Writes of jobs: asked for, begun, ended.

They are not told to the audit record: what a job changes is, by the service that it calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from prongsai.foundation.jobs.models import Job, State

PAUSES: Sequence[timedelta] = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480))
"""How long to wait after the first, second … try that failed; after one more it is given up."""
MOST_TRIES = len(PAUSES) + 1
MOST_BEGUN = 20
"""A job that was begun so often and never ended may be what kills the worker."""
KEPT_FOR = timedelta(days=90)


class TryAgain(Exception):
    """Something outside did not work: nothing is wrong in the program, and it is tried again."""


def ask(*, agency_id: int, kind: str, key: str) -> Job:
    """Ask for something to be done; asking again for the same changes nothing.

    It is begun after the transaction of the caller, and not at all if that fails.

    :raises KeyError: if the settings name no function for this kind.
    """
    settings.JOBS[kind]  # an unknown kind is a bug: nobody would ever do it
    job, _ = Job.objects.get_or_create(agency_id=agency_id, kind=kind, key=key)
    return job


@transaction.atomic
def take(now: datetime) -> Job | None:
    """Begin the first job that is due, of any agency; None where none is.

    The caller has left the wall (see work.py).
    """
    due = Job.objects.filter(state=State.WAITING).filter(
        Q(not_before=None) | Q(not_before__lte=now)
    )
    skip = connection.features.has_select_for_update_skip_locked
    job = due.select_for_update(skip_locked=skip).order_by("id").first()
    if job is not None:
        job.state, job.begun = State.RUNNING, job.begun + 1
        job.save(update_fields=["state", "begun"])
    return job


def end(job: Job) -> None:
    """Write down that a job is done."""
    _close(job, State.DONE, "")


def put_off(job: Job, error: BaseException) -> None:
    """Let a job that failed be tried again after a pause, or give it up."""
    # The class only: the sentence of an error may have content in it.
    cause = error.__cause__ or error
    fault = f"{type(cause).__module__}.{type(cause).__qualname__}"
    job.tries += 1
    if job.tries >= MOST_TRIES:
        _close(job, State.FAILED, fault)
        return
    job.state, job.fault = State.WAITING, fault
    job.not_before = timezone.now() + PAUSES[job.tries - 1]
    job.save(update_fields=["state", "fault", "not_before", "tries"])


def take_up_again() -> int:
    """Let what a killed worker had begun wait again; return how many jobs that are.

    Only the one worker may call it, before it begins: nobody else is running anything then.
    """
    running = Job.objects.filter(state=State.RUNNING)
    running.filter(begun__gte=MOST_BEGUN).update(
        state=State.FAILED, fault="killed", ended_at=timezone.now()
    )
    return running.update(state=State.WAITING)


def forget_old(now: datetime) -> None:
    """Remove what was done long ago in the active agency; what was given up stays."""
    Job.objects.filter(state=State.DONE, ended_at__lt=now - KEPT_FOR).delete()


def _close(job: Job, state: State, fault: str) -> None:
    job.state, job.fault, job.ended_at = state, fault, timezone.now()
    job.save(update_fields=["state", "fault", "ended_at", "tries"])
