"""Every address, as everybody of another agency: nothing of the first agency is shown or changed.

Each write is the whole valid form that the administrator of the first agency would send, so that
a check that is missing would let it through; and each answer has the status that it must have, so
that nothing passes because it broke or because nobody was signed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.converters import IntConverter
from django.utils import timezone

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Acting, Invitation
from prongsai.foundation.accounts.roles import Permission, Role
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind, Unit
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.files.services import Described, add_file
from prongsai.foundation.notices.kinds import JOB_FAILED
from prongsai.foundation.notices.models import Holiday, Notice, Reminder
from prongsai.foundation.notices.services import add_holiday, tell
from prongsai.stages.cycles.models import Cycle, CycleDate, ResultImport
from prongsai.stages.cycles.services.set_up import state_of
from prongsai.stages.improvement.models import Measure
from tests.factories.addresses import LOOKS, OPEN, OWN, WRITES
from tests.factories.clients import Desk, text
from tests.factories.deadlines import deadline
from tests.factories.dump import everything_of
from tests.factories.imports import on_its_way
from tests.factories.people import PASSWORD, Somebody, an_agency, somebody
from tests.factories.plans import a_measure
from tests.factories.tokens import a_word, token_with
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

LEAVES = "sign-out"  # nothing can be asked afterwards


@dataclass(frozen=True)
class First:
    """The first agency: what is secret of it, and the writes that change it."""

    agency: Agency
    keys: tuple[str, ...]
    secrets: tuple[str, ...]
    writes: Mapping[str, Mapping[str, object]]  # by address, as its administrator may send them
    places: frozenset[str]  # the addresses at which its things are, each with the right keys


@pytest.fixture
def first(dao: Somebody, boonmee: Somebody) -> First:
    today, soon = timezone.localdate(), timezone.now() + timedelta(days=1)
    own = {"agency": dao.agency}
    with scope.agency(dao.agency.pk):
        other = Unit.objects.create(**own, name="กองที่อยู่เหนือ", level="division")
        unit = Unit.objects.create(**own, name="กองสมมติลับ", level="division")
        acting = Acting.objects.create(
            **own, membership=boonmee.membership, post="ผู้แทนลับ", starts_on=today, ends_on=today
        )
        invitation = Invitation.objects.create(
            **own, email="secret@example.org", name="ผู้ได้รับเชิญลับ", word_hash="h", expires_at=soon
        )
    token = token_with(a_word(boonmee, Scope.YEARS_READ, name="โปรแกรมลับ"), boonmee)
    things_kept = kept_by(dao)
    rows = (
        *(dao.agency, dao.person, boonmee.person, boonmee.membership, acting, invitation, unit),
        token,
        *things_kept,
    )
    keys = tuple(str(row.uuid) for row in rows)
    people = (dao.person.name, dao.person.email, boonmee.person.name, boonmee.person.email)
    things = (dao.agency.name, unit.name, acting.post, token.name)
    invited = (invitation.name, invitation.email)
    file, _notice, holiday, _reminder, cycle, day, measure, *on_the_way = things_kept
    writes = {
        ending_of(boonmee, acting): {},  # while the member is one
        reverse("withdraw-invitation", kwargs={"key": invitation.uuid}): {},
        reverse("end-token", kwargs={"key": token.uuid}): {},  # before its owner leaves
        **writes_of(Desk(dao), unit, other, boonmee, file),
        **writes_of_year(dao, cycle, day, measure),
        **writes_of_files(dao, cycle, *on_the_way),
        reverse("remove-holiday", kwargs={"key": holiday.uuid}): {},
    }
    of_measure = reverse("measure", kwargs={"key": measure.uuid})
    plan = reverse("measures", kwargs={"year": cycle.fiscal_year + 1})
    places = frozenset({*writes, *places_of(boonmee, file, cycle), plan, of_measure})
    secrets = (*keys, *people, *things, *invited, *SECRETS)
    return First(dao.agency, keys, secrets, writes, places)


def ending_of(who: Somebody, acting: Acting) -> str:
    """Return the address of the button that ends a post that somebody acts for."""
    return reverse("end-acting", kwargs={"key": who.membership.uuid, "post": acting.uuid})


def places_of(who: Somebody, file: StoredFile, cycle: Cycle) -> Iterator[str]:
    """Yield the addresses of things to which no valid form is sent."""
    names = {
        who.membership.uuid: (
            "remove-second-factor",
            "make-password-link",
            "withdraw-password-link",
        ),
        file.uuid: ("file", "file-preview", "download-file"),
        cycle.uuid: (
            *("year", "year-what-if", "year-set-up", "year-next", "year-close", "year-reopen"),
            *("year-correction", "year-items", "year-file", "year-history", "year-totals"),
            "year-what-if-answer",
        ),
    }
    for key, of in names.items():
        yield from (reverse(name, kwargs={"key": key}) for name in of)


SECRETS = (
    *("แฟ้มลับ.txt", "เนื้อความลับ", "หลักฐานลับ", "งานที่ทำไม่สำเร็จลับ", "วันหยุดลับ", "งานที่ต้องทำลับ"),
    *("วันกำหนดลับ", "77.77", "ไฟล์นำเข้าลับ.csv", "มาตรการลับ"),
)


def kept_by(
    who: Somebody,
) -> tuple[
    *tuple[StoredFile, Notice, Holiday, Reminder, Cycle, CycleDate],
    *tuple[Measure, ResultImport, ResultImport],
]:
    """Make what the later rooms keep of an agency, with all the secrets in it."""
    name, text, title, failed, off, due, set_day, score, imported, planned = SECRETS
    today = timezone.localdate()
    cycle = a_year(who)
    results(who, cycle, {**FULL, "1": score})
    with scope.agency(who.agency.pk):
        day = CycleDate.objects.create(agency=who.agency, cycle=cycle, title=set_day)
        tell(people=[who.person.pk], kind=JOB_FAILED, key="1", title=failed)
        holiday = add_holiday(day=today, name=off, is_off=True, by=who.actor)
        told = Described(title=title)
        file = add_file(name=name, data=text.encode(), described=told, by=who.actor, today=today)
        notice = Notice.objects.get()
    measure = a_measure(who, 2567, title=planned, answers=())
    read, _ = on_its_way(who, cycle, f"code,score\n1,{score}\n", name=imported)
    other, _ = on_its_way(who, a_year(who, 2566), f"code,score\n2,{score}\n")
    reminder = deadline(who, today, title=due)
    return file, notice, holiday, reminder, cycle, day, measure, read, other


def writes_of(
    desk: Desk, unit: Unit, other: Unit, member: Somebody, file: StoredFile
) -> dict[str, Mapping[str, object]]:
    """Return the whole forms of an administrator, each of which changes something."""
    one, who = {"key": unit.uuid}, {"key": member.membership.uuid}
    today = timezone.localdate()
    somebody_new = {"name": "x", "email": "x@example.org", "roles": ["viewer"]}
    acts = {"capacity": "acting_for", "post": "ปลัด", "starts_on": today, "ends_on": today}
    changes: dict[str, dict[str, object]] = {
        reverse("agency"): {"district": "ถูกแก้ไข"},
        reverse("units"): {"name": "งานใหม่", "level": "job", "parent": other.pk},
        reverse("unit", kwargs=one): {"name": "ถูกแก้ไข"},
        reverse("invite"): {**somebody_new, "unit": other.pk},
        reverse("member", kwargs=who): {"roles": ["administrator"], "unit": other.pk},
        reverse("acting", kwargs=who): {**acts, "role": "administrator"},
    }
    removal = {reverse("remove-file", kwargs={"key": file.uuid}): {"reason": "ผิดไฟล์"}}
    buttons = (reverse("close-unit", kwargs=one), reverse("end-membership", kwargs=who))
    filled = {address: {**desk.form(address), **given} for address, given in changes.items()}
    return {**filled, **removal, **{address: {} for address in buttons}}


def writes_of_files(
    who: Somebody, cycle: Cycle, read: ResultImport, other: ResultImport
) -> dict[str, Mapping[str, object]]:
    """Return the form that saves a file on its way, and the one that throws another away."""
    page = reverse("year-import", kwargs={"key": cycle.uuid, "file": read.uuid})
    where = {"key": other.cycle.uuid, "file": other.uuid}
    return {
        page: {**Desk(who).form(page), "seen": "3", "save": "1"},  # behind the writes of the year
        reverse("year-import-drop", kwargs=where): {},
    }


def writes_of_plan(
    who: Somebody, cycle: Cycle, measure: Measure
) -> dict[str, Mapping[str, object]]:
    """Return the forms of who plans measures and says how far they have come."""
    desk, one, of = Desk(who), {"key": measure.uuid}, {"year": cycle.fiscal_year + 1}
    edit, proposals = reverse("measure-edit", kwargs=one), reverse("measures-propose", kwargs=of)
    return {
        proposals: {**desk.form(proposals), "save": "1"},
        reverse("measure-add", kwargs=of): {"title": "มาตรการใหม่"},
        edit: {**desk.form(edit), "title": "ถูกแก้ไข"},
        reverse("measure-state", kwargs=one): {"to": "in_progress", "seen": 2},  # behind the edit
        reverse("measures-carry", kwargs=of): {},  # after it nothing is written into the old one
    }


def writes_of_year(
    who: Somebody, cycle: Cycle, day: CycleDate, measure: Measure
) -> dict[str, Mapping[str, object]]:
    """Return the forms of who runs the year, each of which changes something."""
    year = {"key": cycle.uuid}
    scores = reverse("year-indicators", kwargs=year)
    typed = {**Desk(who).form(scores), "2": "50"}
    return {
        **writes_of_plan(who, cycle, measure),  # before other results are typed in
        reverse("years"): {"fiscal_year": "2568"},
        reverse("year-announce", kwargs=year): {"number": "1"},
        scores: typed,
        reverse("year-restore", kwargs=year): {"number": "1", "seen": "2"},
        reverse("year-date", kwargs=year): {"title": "วันอื่น", "starts_on": "2025-01-31"},
        reverse("year-date-remove", kwargs={**year, "day": day.uuid}): {"seen": state_of(day)},
        reverse("year-charge", kwargs=year): {"what": "9", "who": who.membership.uuid},
    }


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

    With wrong keys each address comes with the keys of all things. Without them those that ask for
    a right of the agency come with the right key alone: what takes one thing for another there is
    the same for everybody who comes so far.
    """
    led = {address: (name, keyed) for name, address, keyed in addresses(first.keys)}
    led |= {each: (name_of(each), is_keyed(each)) for each in first.places}
    for address, (name, keyed) in led.items():
        if wrong_keys or not keyed or name in {*OPEN, *OWN} or address in first.places:
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
    assert {name_of(each) for each in first.places} >= keyed & {*LOOKS, *WRITES}


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize("role", [None, *Role])
def test_nothing_of_an_agency_is_shown_to_others_or_changed_by_them(
    role: Role | None, chai: Somebody, first: First
) -> None:
    before = everything_of(first.agency)
    other = None if role is None else somebody(chai.agency, "x", role)
    assert faults(other, first, wrong_keys=role is Role.ADMINISTRATOR) == []
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


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_who_may_not_write_changes_nothing_of_the_own_agency_either(
    role: Role, dao: Somebody, first: First
) -> None:
    who = somebody(dao.agency, "x", role)
    desk, before = Desk(who), everything_of(first.agency)
    writes = {name_of(address): (address, given) for address, given in first.writes.items()}
    barred = [write for name, write in writes.items() if not who.actor.has(WRITES[name])]
    assert {desk.post(address, given).status_code for address, given in barred} == {403}
    assert everything_of(first.agency) == before


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
