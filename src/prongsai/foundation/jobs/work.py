"""The worker: it asks for what every day needs, and does what waits, one job after another.

Killed at any moment it loses nothing: what it had begun waits again as soon as a worker is there.
"""

from __future__ import annotations

import json
import logging
import signal
import time
from collections.abc import Callable
from types import FrameType

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone
from django.utils.module_loading import import_string

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.jobs.alone import Lock, NotAlone, alone
from prongsai.foundation.jobs.models import Job
from prongsai.foundation.jobs.pause import at_work
from prongsai.foundation.jobs.services import (
    TryAgain,
    ask,
    end,
    put_off,
    take,
    take_up_again,
)

log = logging.getLogger(__name__)

PAUSE = 1.0  # seconds, where nothing is to be done
ASKS_AGAIN = 600.0  # seconds: the day may have turned, or an agency was opened
IS_ALIVE = 60.0  # seconds between two signs of life
AFTER_A_FAULT = 10.0  # seconds, where the database does not answer


class Stop:
    """Whether the worker was told to end; the job that it is at is finished first."""

    def __init__(self) -> None:
        self.is_told = False

    def listen(self) -> None:
        """Take SIGTERM and SIGINT as being told."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._tell)

    def _tell(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 -- Python's form
        self.is_told = True


def work(stop: Stop, waits: Callable[[], None]) -> None:
    """Work until told to stop; where another worker is at work, call `waits` once and wait."""
    was_told = False
    while not stop.is_told:
        try:
            with alone() as lock:
                _work(stop, lock)
        except NotAlone:
            if not was_told:
                waits()
            was_told = True
            time.sleep(PAUSE)
        except (DatabaseError, InterfaceError):
            log.exception("the database does not answer")
            connection.close()
            time.sleep(AFTER_A_FAULT)


def work_once() -> int:
    """Do all that is due now, then return how many jobs were begun.

    :raises NotAlone: if a worker is at work.
    """
    with alone():
        _begin()
        count = 0
        while do_next():
            count += 1
    return count


def ask_for_the_day() -> None:
    """Ask, for each open agency, for what its day needs; asking again changes nothing."""
    day = timezone.localdate().isoformat()
    with at_work():
        for pk in Agency.objects.filter(is_active=True).order_by("id").values_list("pk", flat=True):
            with scope.agency(pk):
                for kind in settings.DAILY_JOBS:
                    ask(agency_id=pk, kind=kind, key=day)


def tell_alive() -> None:
    """Write down when the worker was last at work, for `prongsai doctor`."""
    written = json.dumps({"at": timezone.now().isoformat()})
    try:
        settings.WORKER_SEEN.write_text(written, "utf-8")
    except OSError:
        log.exception("nothing can be written beside the database")


def do_next() -> bool:
    """Do one job that is due; return False where there is none."""
    with at_work():
        with scope.everywhere():
            job = take(timezone.now())
        if job is None:
            return False
        with scope.agency(job.agency_id):
            _do(job)
        return True


def _work(stop: Stop, lock: Lock) -> None:
    _begin()
    asked_at = time.monotonic()
    seen_at = -IS_ALIVE
    while not stop.is_told:
        close_old_connections()
        lock.check()
        if time.monotonic() - seen_at >= IS_ALIVE:
            tell_alive()
            seen_at = time.monotonic()
        if time.monotonic() - asked_at >= ASKS_AGAIN:
            ask_for_the_day()
            asked_at = time.monotonic()
        if not do_next():
            time.sleep(PAUSE)


def _begin() -> None:
    with scope.everywhere():
        take_up_again()
    ask_for_the_day()


def _do(job: Job) -> None:
    try:
        import_string(settings.JOBS[job.kind])(job)
    except TryAgain as error:
        log.warning("%s of agency %s is tried again later", job.kind, job.agency_id)
        put_off(job, error)
    except Exception as error:
        # Whatever goes wrong in one job, the others are done; it is tried again, then given up.
        log.exception("%s of agency %s failed", job.kind, job.agency_id)
        put_off(job, error)
    else:
        end(job)
