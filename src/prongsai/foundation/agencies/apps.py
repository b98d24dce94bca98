"""The app of agencies."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Name the app."""

    name = "prongsai.foundation.agencies"
    label = "agencies"
