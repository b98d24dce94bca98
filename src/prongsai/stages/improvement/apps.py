"""The app of the measures."""

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    """Name the app."""

    name = "prongsai.stages.improvement"
    label = "improvement"
