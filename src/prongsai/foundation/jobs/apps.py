"""The app of jobs."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Name the app."""

    name = "prongsai.foundation.jobs"
    label = "jobs"
