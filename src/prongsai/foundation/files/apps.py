"""The app of the evidence."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Name the app."""

    name = "prongsai.foundation.files"
    label = "files"
