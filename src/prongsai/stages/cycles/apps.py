"""The app of the years."""

from django.apps import AppConfig


class CyclesConfig(AppConfig):
    """Name the app."""

    name = "prongsai.stages.cycles"
    label = "cycles"
