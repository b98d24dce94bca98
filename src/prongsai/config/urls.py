"""Who answers which address."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("prongsai.api.urls")),
    path("", include("prongsai.web.urls")),
]
handler500 = "prongsai.web.broken.broken"
