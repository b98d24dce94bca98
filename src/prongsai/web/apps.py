"""The app of the pages."""

from django.apps import AppConfig

from prongsai.web.django_sentences import count_in_thai


class WebConfig(AppConfig):
    """Name the app, and what Django says in it."""

    name = "prongsai.web"
    label = "web"

    def ready(self) -> None:
        """Let Django refuse what is too long in our words."""
        count_in_thai()
