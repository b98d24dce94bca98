"""What the worker runs for results: a file that takes long to read, files nobody wants now."""

from __future__ import annotations

from uuid import UUID

from prongsai.foundation.jobs.models import Job
from prongsai.stages.cycles.imports import forget_old, read_in_full
from prongsai.stages.cycles.models import ImportState, ResultImport


def read(job: Job) -> None:
    """Read a file on its way, unless it was read or thrown away meanwhile."""
    rows = ResultImport.objects.select_related("cycle__edition")
    row = rows.filter(uuid=UUID(job.key), state=ImportState.WAITING).first()
    if row is not None:
        read_in_full(row)


def forget(job: Job) -> None:  # noqa: ARG001 -- as every job is called
    """Throw away what was on its way for days."""
    forget_old()
