from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator

from tests.factories.authenticator import confirm
from tests.factories.clients import Desk, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

NONSENSE = (
    "", "null", "x", "{}", "[1]", '{"id": "a", "response": {"userHandle": "MQ"}}',
    ('{"id": "YQ", "rawId": "YQ", "type": "public-key", "response": {"clientDataJSON": "e30", '
    '"attestationObject": "oA", "authenticatorData": "A", "signature": "AA", "userHandle": "MQ"}}'),
)  # fmt: skip


def test_the_password_is_asked_again_before_a_passkey_is_added(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    assert desk.get("/account/passkeys/add").headers["Location"].startswith("/account/confirm")
    confirm(desk)
    page = text(desk.get("/account/passkeys/add"))
    asked = json.loads(page.split('id="passkey-asked"')[1].split(">", 1)[1].split("<")[0])
    choice = asked["creation_options"]["publicKey"]["authenticatorSelection"]
    assert choice["userVerification"] == "required"


@pytest.mark.parametrize("credential", NONSENSE)
def test_what_is_no_passkey_adds_none_and_lets_nobody_in(anong: Somebody, credential: str) -> None:
    desk, stranger = Desk(anong, by_password=True), Desk(None)
    confirm(desk)
    desk.get("/account/passkeys/add")
    assert "alert-danger" in text(desk.post("/account/passkeys/add", {"credential": credential}))
    stranger.client.get("/sign-in/passkey", headers={"accept": "application/json"})
    answer = stranger.post("/sign-in/passkey", {"credential": credential})
    assert answer.headers["Location"] == "/sign-in"
    assert "This passkey is not known here." in text(stranger.get("/sign-in"))
    assert Authenticator.objects.count() == 0


def test_what_is_no_passkey_is_no_second_factor_either(anong: Somebody) -> None:
    Authenticator.objects.create(user=anong.person, type="totp", data={"secret": ""})
    desk = Desk(None)
    desk.post("/sign-in", {"username": anong.person.email, "password": PASSWORD})
    for credential in NONSENSE:
        assert desk.post("/sign-in/code", {"credential": credential}).status_code == 200
    assert desk.get("/units").status_code == 302


def test_a_passkey_of_somebody_else_is_not_removed(anong: Somebody, boonmee: Somebody) -> None:
    data = {"name": "โทรศัพท์", "credential": {}}
    kept = Authenticator.objects.create(user=anong.person, type="webauthn", data=data)
    desk = Desk(boonmee, by_password=True)
    confirm(desk)
    assert desk.post(f"/account/passkeys/{kept.pk}/remove").status_code == 404
    assert Authenticator.objects.count() == 1
