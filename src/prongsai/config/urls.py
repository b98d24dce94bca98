"""Who answers which address."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("prongsai.web.urls"))]
handler500 = "prongsai.web.broken.broken"
