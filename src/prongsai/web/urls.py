"""Addresses of the staff pages."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from prongsai.web import agency, audit, invitations, people, start, units
from prongsai.web.sign_in import SignIn

urlpatterns = [
    path("", start.start, name="start"),
    path("health", start.health, name="health"),
    path("language/", include("django.conf.urls.i18n")),
    path("sign-in", SignIn.as_view(), name="sign-in"),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
    path("invitations/<str:word>", invitations.take_up, name="take-up"),
    path("choose-agency", start.choose_agency, name="choose-agency"),
    path("agency", agency.agency, name="agency"),
    path("overseen", agency.overseen, name="overseen"),
    path("units", units.units, name="units"),
    path("units/<uuid:key>", units.unit, name="unit"),
    path("units/<uuid:key>/close", units.close, name="close-unit"),
    path("people", people.people, name="people"),
    path("people/invite", people.invite_person, name="invite"),
    path("people/<uuid:key>", people.member, name="member"),
    path("people/<uuid:key>/end", people.end, name="end-membership"),
    path("people/<uuid:key>/acting", people.acting, name="acting"),
    path("audit", audit.audit, name="audit"),
    path("", include("prongsai.web.cycles.urls")),
]
