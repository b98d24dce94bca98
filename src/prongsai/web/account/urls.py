"""Addresses of the account; the names with an underscore are those that allauth asks for."""

from __future__ import annotations

from django.urls import path

from prongsai.web.account import outside, passkeys, password, second_factor, sessions, tokens
from prongsai.web.requests import staff

urlpatterns = [
    path("account", password.account, name="account"),
    path("account/password", password.password, name="change-password"),
    path(
        "account/confirm",
        staff(None)(second_factor.Confirm.as_view()),
        name="account_reauthenticate",
    ),
    path("account/outside", outside.outside, name="outside"),
    path("account/outside/connect", outside.connect, name="connect-outside"),
    path("account/outside/disconnect", outside.disconnect, name="disconnect-outside"),
    path("account/passkeys", staff(None)(passkeys.Passkeys.as_view()), name="mfa_list_webauthn"),
    path("account/passkeys/add", staff(None)(passkeys.Add.as_view()), name="add-passkey"),
    path(
        "account/passkeys/<int:pk>/remove",
        staff(None)(passkeys.Remove.as_view()),
        name="remove-passkey",
    ),
    path("account/sessions", sessions.sessions, name="sessions"),
    path("account/tokens", tokens.tokens, name="tokens"),
    path("account/tokens/make", tokens.make, name="make-token"),
    path("account/tokens/<uuid:key>/revoke", tokens.revoke, name="revoke-token"),
    path("account/second-factor", second_factor.second_factor, name="mfa_index"),
    path(
        "account/second-factor/on",
        staff(None)(second_factor.TurnOn.as_view()),
        name="mfa_activate_totp",
    ),
    path(
        "account/second-factor/off",
        staff(None)(second_factor.TurnOff.as_view()),
        name="mfa_deactivate_totp",
    ),
    path(
        "account/codes", staff(None)(second_factor.Codes.as_view()), name="mfa_view_recovery_codes"
    ),
    path(
        "account/codes/new",
        staff(None)(second_factor.NewCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
]
