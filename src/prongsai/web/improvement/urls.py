"""Addresses of the pages of measures."""

from __future__ import annotations

from django.urls import path

from prongsai.web.improvement import measures, plans

urlpatterns = [
    path("measures/<int:year>", plans.plan, name="measures"),
    path("measures/<int:year>/propose", plans.propose, name="measures-propose"),
    path("measures/<int:year>/carry", plans.carry, name="measures-carry"),
    path("measures/<int:year>/add", measures.add, name="measure-add"),
    path("measures/<uuid:key>", measures.measure, name="measure"),
    path("measures/<uuid:key>/edit", measures.edit, name="measure-edit"),
    path("measures/<uuid:key>/state", measures.say_state, name="measure-state"),
]
