from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from prongsai.foundation.accounts.backends import ByPassword
from prongsai.foundation.accounts.sessions import SessionStore
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db


def kept(**values: str) -> str:
    """Keep a session; return its key."""
    session = SessionStore()
    session.update(values)
    session.save()
    assert session.session_key
    return session.session_key


def test_a_session_has_what_was_kept_in_it_until_it_ends() -> None:
    key = kept(agency="a")
    assert dict(SessionStore(key).items()) == {"agency": "a"}
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert dict(SessionStore(key).items()) == {}


def test_a_key_that_somebody_made_up_is_never_taken_over() -> None:
    made_up = "m" * 32
    session = SessionStore(made_up)
    assert session.is_empty() is False  # it has a key, until it is looked at
    session["agency"] = "a"
    session.save()
    assert session.session_key not in {None, made_up}
    assert not Session.objects.filter(session_key=made_up).exists()


@pytest.mark.parametrize("brought", ["", "abcdefgh\0", "x" * 12_000, "กุญแจของใครก็ไม่รู้"])
def test_a_browser_may_bring_anything(brought: str) -> None:
    assert dict(SessionStore(brought).items()) == {}


def test_who_is_signed_in_stays_so_while_the_account_is_open(dao: Somebody) -> None:
    get = ByPassword().get_user
    assert (get(dao.person.pk), get(dao.person.pk + 1_000)) == (dao.person, None)
    type(dao.person).objects.filter(pk=dao.person.pk).update(is_active=False)
    assert get(dao.person.pk) is None
