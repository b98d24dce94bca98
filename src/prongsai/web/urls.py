"""Addresses of the staff pages."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from prongsai.web import (
    agency,
    audit,
    calendar,
    demo,
    files,
    holidays,
    invitations,
    manual,
    notices,
    overseen,
    people,
    people_tokens,
    search,
    start,
    units,
)
from prongsai.web.account import outside, passkeys, second_factor
from prongsai.web.sign_in import SignIn

urlpatterns = [
    path("", start.start, name="start"),
    path("search", search.search, name="search"),
    path("manual", manual.read, name="manual"),
    path("demo/begin-anew", demo.begin_anew, name="begin-anew"),
    path("health", start.health, name="health"),
    path("language/", include("django.conf.urls.i18n")),
    path("sign-in", SignIn.as_view(), name="sign-in"),
    # The names that allauth asks for.
    path("sign-in", SignIn.as_view(), name="account_login"),
    path("sign-in/code", second_factor.AskCode.as_view(), name="mfa_authenticate"),
    path("sign-in/passkey", passkeys.SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    path("sign-in/outside", outside.begin, name="sign-in-outside"),
    path(
        "sign-in/outside/back",
        outside.back,
        {"provider_id": outside.PROVIDER},
        name="openid_connect_callback",
    ),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
    path("invitations/<str:word>", invitations.take_up, name="take-up"),
    path("choose-agency", start.choose_agency, name="choose-agency"),
    path("agency", agency.agency, name="agency"),
    path("overseen", overseen.overseen, name="overseen"),
    path("units", units.units, name="units"),
    path("units/<uuid:key>", units.unit, name="unit"),
    path("units/<uuid:key>/close", units.close, name="close-unit"),
    path("people", people.people, name="people"),
    path("people/invite", people.invite_person, name="invite"),
    path("people/tokens", people_tokens.tokens, name="agency-tokens"),
    path("people/tokens/<uuid:key>/revoke", people_tokens.revoke, name="end-token"),
    path("people/<uuid:key>", people.member, name="member"),
    path("people/<uuid:key>/end", people.end, name="end-membership"),
    path("people/<uuid:key>/second-factor", second_factor.remove, name="remove-second-factor"),
    path("people/<uuid:key>/acting", people.acting, name="acting"),
    path("people/<uuid:key>/acting/<uuid:post>/end", people.end_post, name="end-acting"),
    path("people/invitations/<uuid:key>/withdraw", people.withdraw, name="withdraw-invitation"),
    path("", include("prongsai.web.account.urls")),
    path("files", files.evidence, name="files"),
    path("files/add", files.add, name="add-file"),
    path("files/<uuid:key>", files.file, name="file"),
    path("files/<uuid:key>/preview", files.preview, name="file-preview"),
    path("files/<uuid:key>/download", files.download, name="download-file"),
    path("files/<uuid:key>/remove", files.remove, name="remove-file"),
    path("audit", audit.audit, name="audit"),
    path("notices", notices.notices, name="notices"),
    path("notices/read", notices.read_all, name="read-notices"),
    path("notices/choices", notices.choices, name="notice-choices"),
    path("notices/calendar", notices.link, name="link-calendar"),
    path("notices/calendar/close", notices.unlink, name="unlink-calendar"),
    path("notices/<uuid:key>/read", notices.read, name="read-notice"),
    path("calendar/<str:word>.ics", calendar.calendar, name="calendar"),
    path("holidays", holidays.holidays, name="holidays"),
    path("holidays/<uuid:key>/remove", holidays.remove, name="remove-holiday"),
    path("", include("prongsai.web.cycles.urls")),
]
