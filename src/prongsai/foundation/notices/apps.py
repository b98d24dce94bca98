"""The app of notices."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Name the app."""

    name = "prongsai.foundation.notices"
    label = "notices"
