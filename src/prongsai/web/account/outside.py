"""Sign-in by a provider outside (OpenID Connect: ThaID, or the office's own), where one is set.

It opens no account: it leads to a person who is known here, by an address that the provider has
verified or by a connection made in the account. Of what the provider tells nothing is kept but a
hash of its key for the person: that of ThaID may be a citizen number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.providers.base import AuthProcess, ProviderException
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import callback
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.selectors import is_connected, person_of_address
from prongsai.foundation.accounts.services import connect_outside, disconnect_outside
from prongsai.web.requests import StaffRequest, staff

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin

PROVIDER = "outside"  # its key in addresses and tables
_HASHED_FOR = "prongsai.web.account.outside"


class Provider(OpenIDConnectProvider):
    """A provider of which nothing is kept but a hash of its key for a person."""

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Return the hash. Raises ProviderException if the provider contradicts itself."""
        told = {str(each["sub"]) for each in data.values() if each.get("sub")}
        if len(told) != 1:
            raise ProviderException(f"the provider tells of {len(told)} people")
        issuer = self.app.settings["server_url"]
        return salted_hmac(_HASHED_FOR, f"{issuer} {told.pop()}", algorithm="sha256").hexdigest()

    def extract_extra_data(self, _data: dict[str, Any]) -> dict[str, Any]:
        """Keep nothing else."""
        return {}


class OutsideAdapter(DefaultSocialAccountAdapter):
    """Whom a sign-in outside leads to."""

    def is_open_for_signup(self, _request: HttpRequest, _login: SocialLogin) -> bool:
        """Open no account: people are invited."""
        return False

    def populate_user(self, _request: HttpRequest, login: SocialLogin, _data: object) -> Person:
        """Take nothing over into an account."""
        person: Person = login.user
        return person

    def pre_social_login(self, request: HttpRequest, login: SocialLogin) -> None:
        """Lead to the person, connect the person who is signed in, or turn away.

        :raises ImmediateHttpResponse: if nobody is to be signed in.
        """
        if login.state.get("process") == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(_connected(request, login))
        if login.is_existing:
            return
        person = person_of_address(_verified(login))
        if person is None:
            raise ImmediateHttpResponse(
                _back(
                    request,
                    _(
                        "Nobody here is known by this sign-in. If you have an account, sign in by "
                        "password, then connect it in your account."
                    ),
                )
            )
        _connect(login, person)

    def on_authentication_error(self, request: HttpRequest, *_args: Any, **_told: Any) -> None:
        """Say that it did not come to a sign-in.

        :raises ImmediateHttpResponse: always.
        """
        raise ImmediateHttpResponse(_back(request, _("The sign-in outside was not completed.")))


@require_POST
def begin(request: HttpRequest) -> HttpResponseBase:
    """Lead to the provider, to sign in."""
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        asked, {request.get_host()}, require_https=request.is_secure()
    )
    return _lead(request, AuthProcess.LOGIN, asked if is_ours else reverse("start"))


def back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Take up what the provider says."""
    answer: HttpResponseBase = callback(request, provider_id)
    return answer


@require_safe
@staff(None)
def outside(request: StaffRequest) -> HttpResponse:
    """Show whether the sign-in outside is connected."""
    _check_set()
    return render(request, "web/account/outside.html", {"is_connected": is_connected(request.user)})


@require_POST
@staff(None)
@reauthentication_required
def connect(request: StaffRequest) -> HttpResponseBase:
    """Lead to the provider, to connect it with the account."""
    return _lead(request, AuthProcess.CONNECT, reverse("outside"))


@require_POST
@staff(None)
@reauthentication_required
def disconnect(request: StaffRequest) -> HttpResponse:
    """End the connection."""
    if disconnect_outside(person=request.user):
        messages.success(request, _("The sign-in outside is connected no more."))
    return redirect("outside")


def _check_set() -> None:
    if not settings.OUTSIDE_SIGN_IN:
        raise Http404


def _lead(request: HttpRequest, process: str, to: str) -> HttpResponseBase:
    _check_set()
    try:
        provider = get_adapter().get_provider(request, PROVIDER)
        answer: HttpResponseBase = provider.redirect(request, process=process, next_url=to)
    except RequestException:
        return _back(request, _("The provider of the sign-in does not answer. Try again later."))
    return answer


def _connected(request: HttpRequest, login: SocialLogin) -> HttpResponse:
    person = request.user
    if not isinstance(person, Person):
        return _back(request, _("The sign-in outside was not completed."))
    if login.is_existing and login.user != person:
        messages.error(request, _("This sign-in outside belongs to another account."))
    else:
        if not login.is_existing:
            _connect(login, person)
        messages.success(request, _("The sign-in outside is connected."))
    return redirect("outside")


def _connect(login: SocialLogin, person: Person) -> None:
    login.user = person
    login.account = connect_outside(person=person, provider=PROVIDER, key=login.account.uid)


def _verified(login: SocialLogin) -> str:
    """Return the address that the provider has verified, or nothing."""
    return next((each.email for each in login.email_addresses if each.verified), "")


def _back(request: HttpRequest, why: str) -> HttpResponse:
    messages.error(request, why)
    return redirect("outside" if request.user.is_authenticated else "sign-in")
