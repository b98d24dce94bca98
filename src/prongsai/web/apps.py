"""The app of the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Name the app."""

    name = "prongsai.web"
    label = "web"
