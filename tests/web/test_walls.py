"""Every address, as everybody of another agency: nothing of the first agency is in the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from prongsai.foundation.accounts.models import Acting, Invitation
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind, Unit
from prongsai.stages.cycles.models import CycleDate
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.years import a_year

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def keys(dao: Somebody) -> list[str]:
    """The keys of all that the first agency has, which others may come to know."""
    today = timezone.localdate()
    own = {"agency": dao.agency}
    with scope.agency(dao.agency.pk):
        acting = Acting.objects.create(
            **own, membership=dao.membership, post="ลับ", starts_on=today, ends_on=today
        )
        invitation = Invitation.objects.create(
            **own, email="secret@example.org", word_hash="h", expires_at=timezone.now() + DAY
        )
        unit = Unit.objects.create(**own, name="กองลับ", level="division")
        cycle = a_year(dao)
        day = CycleDate.objects.create(**own, cycle=cycle, title="ลับ")
    rows = (dao.agency, dao.person, dao.membership, acting, invitation, unit, cycle, day)
    return [str(row.uuid) for row in rows]


def addresses(keys: Sequence[str]) -> Iterator[str]:
    for pattern in patterns(get_resolver().url_patterns):
        assert pattern.name is not None
        names = list(pattern.pattern.converters)
        if pattern.name in {"sign-out", "set_language"}:
            continue
        for key in keys if names else [""]:
            yield reverse(pattern.name, kwargs=dict.fromkeys(names, key))


def patterns(of: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for each in of:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns)
        else:
            yield each


def leaks(desk: Desk, keys: Sequence[str], names: Sequence[str]) -> list[tuple[str, str]]:
    """Return the addresses whose answer, to a look or to a write, has something of these."""
    written = {"agency": keys[0], "name": "x", "roles": "viewer"}
    return [
        (address, secret)
        for address in addresses(keys)
        for answer in (desk.get(address), desk.post(address, written))
        for secret in (*keys, *names)
        if secret in text(answer) or secret in answer.headers.get("Location", "").split("next=")[0]
        if not (secret in address and "<form" in text(answer))
    ]


@pytest.mark.parametrize("role", [None, *Role])
def test_nothing_of_an_agency_is_shown_to_others(
    role: Role | None, dao: Somebody, chai: Somebody, keys: list[str]
) -> None:
    names = (dao.agency.name, dao.person.name, dao.person.email, "กองลับ", "ลับ", "secret@")
    other = None if role is None else somebody(chai.agency, "x", role)
    assert leaks(Desk(other), keys, names) == []
    with scope.agency(dao.agency.pk):
        assert Unit.objects.get(name="กองลับ").is_closed is False
        assert Agency.objects.get(pk=dao.agency.pk).name == "อบต.หนึ่ง"


def test_the_walk_would_see_what_is_shown(dao: Somebody, keys: list[str]) -> None:
    assert leaks(Desk(dao), keys, ("กองลับ",)) != []


def test_who_oversees_agencies_sees_their_names_and_never_people(dao: Somebody) -> None:
    province = an_agency("จังหวัดสมมติ", AgencyKind.OVERSEER)
    Agency.objects.filter(pk=dao.agency.pk).update(overseer=province)
    desk = Desk(somebody(province, "p", Role.OVERSEER))
    page = text(desk.get("/overseen"))
    assert dao.agency.name in page
    assert dao.person.name not in page
    assert [desk.get(each).status_code for each in ("/people", "/audit")] == [403, 403]
