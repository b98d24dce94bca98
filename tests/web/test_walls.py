"""Every address, as everybody of another agency: nothing of the first agency is shown or changed.

Each write is the whole valid form that the administrator of the first agency would send, so that
a check that is missing would let it through; and each answer has the status that it must have, so
that nothing passes because it broke or because nobody was signed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.converters import IntConverter

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.roles import Permission, Role
from prongsai.foundation.agencies.models import Agency, AgencyKind
from tests.factories.addresses import LOOKS, OPEN, OWN, WRITES
from tests.factories.clients import Desk, text
from tests.factories.dump import everything_of
from tests.factories.first_agency import First, the_first
from tests.factories.people import PASSWORD, Somebody, an_agency, somebody

pytestmark = pytest.mark.django_db

LEAVES = "sign-out"  # nothing can be asked afterwards


@pytest.fixture
def first(dao: Somebody, boonmee: Somebody) -> First:
    return the_first(dao, boonmee)


def patterns(of: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for each in of:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns)
        else:
            yield each


def addresses(keys: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield each address by its name, with each of the keys if it takes one."""
    for pattern in patterns(get_resolver().url_patterns):
        names = pattern.pattern.converters
        numbers = {name for name, each in names.items() if isinstance(each, IntConverter)}
        for key in keys if names.keys() - numbers else [""]:
            given = {name: "1" if name in numbers else key for name in names}
            address = reverse(str(pattern.name), kwargs=given)
            yield str(pattern.name), address, bool(names)


def expected(name: str, who: Actor | None, keyed: bool) -> tuple[set[int], set[int]]:
    """Return what a look and what a write may be answered with."""
    if name in OPEN:
        return {OPEN[name][0]}, {OPEN[name][1]}
    if name in OWN:
        look, write = ({302, 405} if who is None else {status} for status in OWN[name])
        return look, write
    look = at_work(LOOKS[name], who, keyed, {200}) if name in LOOKS else {405}
    write = at_work(WRITES[name], who, keyed, {200, 302}) if name in WRITES else {405}
    return look, write


def at_work(asked: Permission | None, who: Actor | None, keyed: bool, good: set[int]) -> set[int]:
    if who is None:
        return {302}
    if asked is not None and not who.has(asked):
        return {403}
    return {404} if keyed else good


def walk(first: First, *, wrong_keys: bool) -> Iterator[tuple[str, str, bool]]:
    """Yield where somebody comes to: each address by its name, and whether it takes a key.

    With wrong keys each address comes with the keys of all things. Without them it comes with the
    right key alone: what takes one thing for another is the same for everybody who comes so far.
    """
    led = {address: (name, keyed) for name, address, keyed in addresses(first.keys)}
    led |= {each: (name_of(each), is_keyed(each)) for each in first.places}
    for address, (name, keyed) in led.items():
        if wrong_keys or not keyed or address in first.places:
            yield name, address, keyed


def name_of(address: str) -> str:
    return str(resolve(address).url_name)


def is_keyed(address: str) -> bool:
    """Test if an address is of one thing: the number of a year leads everybody to the own one."""
    return not all(isinstance(each, int) for each in resolve(address).kwargs.values())


def is_led_to_sign_in(answer: HttpResponseBase) -> bool:
    return answer.headers.get("Location", "").startswith("/sign-in?next=")


def shown(answer: HttpResponseBase, secrets: Sequence[str]) -> list[str]:
    """Return the secrets in an answer; the address that was asked for tells nothing."""
    told = text(answer) + answer.headers.get("Location", "").split("next=")[0]
    return [secret for secret in secrets if secret in told]


def faults(other: Somebody | None, first: First, *, wrong_keys: bool = False) -> list[object]:
    """Walk all addresses; return the answers that are not what they must be, or that tell."""
    desk, found, writes = Desk(other, by_password=True), list[object](), dict(first.writes)
    who = None if other is None else other.actor
    desk.post(
        "/account/confirm", {"password": PASSWORD}
    )  # what asks for that goes on to its own checks
    if who and who.has(Permission.AGENCY_EDIT):
        writes["/agency"] = desk.form("/agency")  # it can only be of the own agency
    carried = desk.carried()
    for name, address, keyed in walk(first, wrong_keys=wrong_keys):
        if name == LEAVES:
            continue
        hidden = first.secrets
        if name == "overseen" and who and who.has(Permission.OVERSEE):
            hidden = tuple(each for each in hidden if each != first.agency.name)
        written = writes.get(address, {"agency": first.keys[0], "username": "x"})
        answers = (desk.get(address), desk.client.post(address, {**written, **carried}))
        look, write = expected(name, who, keyed)
        if address in first.places and not keyed:  # of a year, which others may have or not
            look, write = ({*each, 404} if 200 in each else each for each in (look, write))
        for answer, statuses in zip(answers, (look, write), strict=True):
            led = who is not None or name in OPEN or answer.status_code == 405
            if answer.status_code not in statuses or not (led or is_led_to_sign_in(answer)):
                found.append((address, answer.status_code, statuses))
            found += [(address, secret) for secret in shown(answer, hidden)]
    return found


def test_every_address_is_in_the_table() -> None:
    named = {pattern.name for pattern in patterns(get_resolver().url_patterns)}
    assert named == {*LOOKS, *WRITES, *OWN, *OPEN, LEAVES}


def test_of_every_address_with_a_key_the_right_one_is_known(first: First) -> None:
    keyed = {name for name, _, takes_one in addresses(first.keys) if takes_one}
    assert keyed - {name_of(each) for each in first.places} == set()


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize("role", [None, *Role])
def test_nothing_of_an_agency_is_shown_to_others_or_changed_by_them(
    role: Role | None, chai: Somebody, first: First
) -> None:
    before = everything_of(first.agency)
    other = None if role is None else somebody(chai.agency, "x", role)
    assert faults(other, first, wrong_keys=role in {None, Role.ADMINISTRATOR}) == []
    assert everything_of(first.agency) == before


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize("role", [Role.OVERSEER, Role.ADMINISTRATOR])
def test_who_oversees_an_agency_sees_its_name_and_changes_nothing(
    role: Role, dao: Somebody, first: First
) -> None:
    province = an_agency("จังหวัดผู้กำกับ", AgencyKind.OVERSEER)
    Agency.objects.filter(pk=dao.agency.pk).update(overseer=province)
    before = everything_of(first.agency)
    who = somebody(province, "p", Role.OVERSEER, role)
    assert first.agency.name in text(Desk(who).get("/overseen"))
    assert faults(who, first, wrong_keys=role is Role.OVERSEER) == []
    assert everything_of(first.agency) == before


def test_who_may_not_write_changes_nothing_of_the_own_agency_either(
    dao: Somebody, first: First
) -> None:
    writes = {name_of(address): (address, given) for address, given in first.writes.items()}
    for role in {*Role} - {Role.ADMINISTRATOR}:
        who = somebody(dao.agency, role.value, role)
        desk, before = Desk(who), everything_of(first.agency)
        barred = [write for name, write in writes.items() if not who.actor.has(WRITES[name])]
        assert {desk.post(address, given).status_code for address, given in barred} == {403}
        assert everything_of(first.agency) == before, role


@pytest.mark.no_cover  # it goes the same ways again and again
def test_the_walk_would_see_what_is_shown(dao: Somebody, first: First) -> None:
    told = {each[1] for each in faults(dao, first) if isinstance(each, tuple) and len(each) == 2}
    assert {*first.secrets} - told <= {*first.keys, dao.person.email, "boonmee@example.org"}


def test_each_of_the_writes_would_change_something(dao: Somebody, first: First) -> None:
    desk = Desk(dao)
    for address, given in first.writes.items():
        before = everything_of(first.agency)
        assert desk.post(address, given).status_code in {200, 302}
        assert everything_of(first.agency) != before, address


@pytest.mark.parametrize("oversees", [False, True])
def test_an_agency_in_which_somebody_does_not_work_cannot_be_chosen(
    oversees: bool, dao: Somebody, chai: Somebody
) -> None:
    if oversees:
        Agency.objects.filter(pk=dao.agency.pk).update(overseer=chai.agency)
    who = somebody(chai.agency, "x", Role.OVERSEER, Role.ADMINISTRATOR)
    desk = Desk(who)
    for key in (dao.agency.uuid, dao.membership.uuid, dao.agency.pk, "", "'"):
        desk.post("/choose-agency", {"agency": str(key)})
        assert "<h1>อบต.สอง</h1>" in text(desk.get("/"))
        assert "agency" not in desk.client.session
