"""Addresses of the account."""

from __future__ import annotations

from django.urls import path

from prongsai.web.account import password

urlpatterns = [
    path("", password.account, name="account"),
    path("/password", password.password, name="change-password"),
]
