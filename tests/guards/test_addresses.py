from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import URLPattern, URLResolver, get_resolver

from prongsai.foundation.accounts.roles import PERMISSIONS, Permission, Role

# Their scopes are asked for by the gate of each: tests/api/test_gate.py.
API = {
    "api-editions", "api-edition", "api-years", "api-year", "api-results", "api-history",
    "api-saved-results", "api-saved-scorecard", "api-scorecard",
}  # fmt: skip
FOR_EVERYBODY = {
    "health", "sign-in", "sign-out", "set_language", "take-up", "choose-agency", "account_login",
    "new-password", "mfa_authenticate", "sign-in-outside", "mfa_login_webauthn",
    "openid_connect_callback", "calendar", "begin-anew", "manual", *API,
}  # fmt: skip


def patterns(of: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for each in of:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns)
        else:
            yield each


def test_every_address_names_its_permission_or_is_for_everybody() -> None:
    found = patterns(get_resolver().url_patterns)
    assert {each.name for each in found if not hasattr(each.callback, "permission")} == (
        FOR_EVERYBODY
    )


def test_every_permission_is_in_a_role_and_every_role_brings_something() -> None:
    assert set().union(*PERMISSIONS.values()) == set(Permission)
    assert {role for role in Role if PERMISSIONS[role]} == set(Role)
