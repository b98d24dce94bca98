"""The app of people."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Name the app."""

    name = "prongsai.foundation.accounts"
    label = "accounts"
