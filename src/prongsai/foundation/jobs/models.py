"""The table of jobs."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models

from prongsai.foundation.agencies.owned import AgencyOwned


class State(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"  # given up


class Job(AgencyOwned):
    """Something to do, once."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "kind", "key", "state", "begun", "tries", "not_before",
            "asked_at", "ended_at", "fault",
        }  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)  # a word of settings.JOBS
    key = models.CharField(max_length=120)  # what it is about, in plain letters: a day, a uuid
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    begun = models.PositiveIntegerField(default=0)  # times, also those whose worker was killed
    tries = models.PositiveIntegerField(default=0)  # times that it failed
    # Empty: at once. So a clock that was wrong for a while leaves nothing that waits for years.
    not_before = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=200, blank=True)  # the kind of the last error, no content

    class Meta(AgencyOwned.Meta):
        """Keep each thing to do once."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["agency", "kind", "key"], name="job_once"),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["state", "id"], name="job_state"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
