"""Sign-in by a provider of OpenID Connect: a real one, on this machine, for made-up people."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import override_settings
from oidc_provider_mock import User, run_server_in_thread

from prongsai.config.environment import Outside
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.audit.models import AuditEvent
from tests.factories.authenticator import confirm, turn_on
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.enable_socket,
    pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning"),  # of the provider's own
]

NUMBER = "9999999999999"  # as ThaID could call somebody: no number of a citizen begins with 9
PEOPLE = (
    User(
        sub="a",
        claims={"email": "Anong@example.org", "email_verified": True, "name": "Another Name"},
    ),
    User(sub="unverified", claims={"email": "anong@example.org", "email_verified": False}),
    User(sub="stranger", claims={"email": "stranger@example.org", "email_verified": True}),
    User(sub=NUMBER),
)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(autouse=True)
def set_up(provider: str) -> Iterator[None]:
    app = Outside("ThaID จำลอง", provider, "prongsai", "made up", ["openid", "email"]).app
    providers = {
        "openid_connect": {
            "provider_class": "prongsai.web.account.outside.Provider",
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [app],
        }
    }
    with override_settings(SOCIALACCOUNT_PROVIDERS=providers, OUTSIDE_SIGN_IN="ThaID จำลอง"):
        yield


def through(desk: Desk, who: str, begin: str = "/sign-in/outside", **fields: str) -> str:
    """Go to the provider, say there who one is, come back; return where that leads."""
    there = desk.post(begin, fields).headers["Location"]
    back = requests.post(there, data={"sub": who}, allow_redirects=False, timeout=10)
    parts = urlsplit(back.headers["Location"])
    return desk.get(f"{parts.path}?{parts.query}").headers["Location"]


def connected() -> list[tuple[str, dict[str, object]]]:
    return list(SocialAccount.objects.values_list("user__email", "extra_data").order_by("id"))


def kinds() -> list[str]:
    found = AuditEvent.objects.filter(chain=0, kind__startswith="outside").order_by("number")
    return list(found.values_list("kind", flat=True))


def test_the_button_stands_on_the_page_where_a_provider_is_set() -> None:
    button = "เข้าสู่ระบบด้วย ThaID จำลอง"
    assert button in text(Desk(None, language="th").get("/sign-in"))
    with override_settings(OUTSIDE_SIGN_IN=""):
        assert button not in text(Desk(None, language="th").get("/sign-in"))
        assert Desk(None).post("/sign-in/outside").status_code == 404


def test_a_verified_address_leads_to_its_person(anong: Somebody) -> None:
    desk = Desk(None)
    assert through(desk, "a", next="/units") == "/units"
    assert desk.get("/units").status_code == 200
    assert connected() == [("anong@example.org", {})]
    assert through(Desk(None), "a") == "/"
    assert kinds() == ["outside_sign_in.connected"]
    anong.person.refresh_from_db()
    assert anong.person.name == "สมมติ anong"


@pytest.mark.usefixtures("anong")
@pytest.mark.parametrize("who", ["unverified", "stranger", NUMBER])
def test_nobody_else_comes_in_and_no_account_is_opened(who: str) -> None:
    desk = Desk(None)
    assert through(desk, who) == "/sign-in"
    assert "Nobody here is known by this sign-in." in text(desk.get("/sign-in"))
    assert [Person.objects.count(), connected()] == [2, []]


def test_somebody_whose_account_is_closed_stays_out(anong: Somebody) -> None:
    through(Desk(None), "a")
    Person.objects.filter(pk=anong.person.pk).update(is_active=False)
    desk = Desk(None)
    assert through(desk, "a") == "/sign-in"
    assert "This account is closed." in text(desk.get("/sign-in"))


def test_who_has_no_address_there_connects_it_in_the_account(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    assert desk.post("/account/outside/connect").headers["Location"].startswith("/account/confirm")
    confirm(desk)
    assert through(desk, NUMBER, "/account/outside/connect") == "/account/outside"
    assert "The sign-in outside is connected." in text(desk.get("/account/outside"))
    assert through(Desk(None), NUMBER) == "/"
    assert kinds() == ["outside_sign_in.connected"]


def test_the_number_is_kept_nowhere_and_no_token_either(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    confirm(desk)
    through(desk, NUMBER, "/account/outside/connect")
    kept = [*SocialAccount.objects.values(), *AuditEvent.objects.values()]
    assert [each for each in kept if NUMBER in str(each)] == []
    assert NUMBER not in str(dict(desk.client.session))
    assert SocialToken.objects.count() == 0


@pytest.mark.usefixtures("anong")
def test_what_is_connected_with_one_account_is_not_with_another(boonmee: Somebody) -> None:
    through(Desk(None), "a")
    desk = Desk(boonmee, by_password=True)
    confirm(desk)
    assert through(desk, "a", "/account/outside/connect") == "/account/outside"
    assert "This sign-in outside belongs to another account." in text(desk.get("/account/outside"))
    assert connected() == [("anong@example.org", {})]


def test_a_connection_is_ended(anong: Somebody) -> None:
    desk = Desk(anong, by_password=True)
    confirm(desk)
    through(desk, NUMBER, "/account/outside/connect")
    assert desk.post("/account/outside/disconnect").headers["Location"] == "/account/outside"
    assert through(Desk(None), NUMBER) == "/sign-in"
    assert kinds() == ["outside_sign_in.connected", "outside_sign_in.disconnected"]


def test_the_second_factor_is_asked_all_the_same(anong: Somebody) -> None:
    turn_on(Desk(anong, by_password=True))
    desk = Desk(None)
    assert through(desk, "a") == "/sign-in/code"
    assert desk.get("/units").status_code == 302


@pytest.mark.usefixtures("anong")
def test_it_does_not_lead_to_another_site() -> None:
    assert through(Desk(None), "a", next="https://elsewhere.example/") == "/"


@pytest.mark.parametrize("said", ["error=access_denied", "code=x&state=x", ""])
def test_what_did_not_begin_here_or_was_given_up_ends_at_the_sign_in(said: str) -> None:
    desk = Desk(None)
    assert desk.get(f"/sign-in/outside/back?{said}").headers["Location"] == "/sign-in"
    assert "The sign-in outside was not completed." in text(desk.get("/sign-in"))


def test_a_provider_that_does_not_answer_is_told() -> None:
    app = Outside("x", "http://127.0.0.1:9", "prongsai", "made up", ["openid"]).app
    with override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": [app]}}):
        desk = Desk(None)
        assert desk.post("/sign-in/outside").headers["Location"] == "/sign-in"
        assert "does not answer" in text(desk.get("/sign-in"))
