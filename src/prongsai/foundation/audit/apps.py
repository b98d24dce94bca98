"""The app of the record of writes."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Name the app."""

    name = "prongsai.foundation.audit"
    label = "audit"
