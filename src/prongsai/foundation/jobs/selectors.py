"""Reads of jobs."""

from __future__ import annotations

from django.db.models import QuerySet

from prongsai.foundation.jobs.models import Job, State


def given_up() -> QuerySet[Job]:
    """Return the jobs of the active agency that failed too often."""
    return Job.objects.filter(state=State.FAILED).order_by("id")
