"""An agency with all that one can have: what is secret of it, and each write that changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from prongsai.foundation.accounts.models import Acting, Invitation, Token
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.files.services import Described, add_file
from prongsai.foundation.notices.kinds import JOB_FAILED
from prongsai.foundation.notices.models import Holiday, Notice, Reminder
from prongsai.foundation.notices.services import add_holiday, tell
from prongsai.stages.cycles.models import Cycle, CycleDate, ResultImport
from prongsai.stages.cycles.services.set_up import state_of
from prongsai.stages.improvement.models import Measure
from tests.factories.clients import Desk
from tests.factories.deadlines import deadline
from tests.factories.imports import on_its_way
from tests.factories.people import Somebody
from tests.factories.plans import a_measure
from tests.factories.tokens import a_word, token_with
from tests.factories.years import FULL, a_year, results


@dataclass(frozen=True)
class First:
    """The first agency: what is secret of it, and the writes that change it."""

    agency: Agency
    keys: tuple[str, ...]
    secrets: tuple[str, ...]
    writes: Mapping[str, Mapping[str, object]]  # by address, as its administrator may send them
    places: frozenset[str]  # the addresses at which its things are, each with the right keys


def the_first(dao: Somebody, boonmee: Somebody) -> First:
    """Make all that an agency has, of which Dao is the administrator and Boonmee a member."""
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
    file, notice, holiday, _reminder, cycle, day, measure, *on_the_way = things_kept
    writes = {
        ending_of(boonmee, acting): {},  # while the member is one
        reverse("withdraw-invitation", kwargs={"key": invitation.uuid}): {},
        reverse("end-token", kwargs={"key": token.uuid}): {},  # before its owner leaves
        **writes_of(Desk(dao), unit, other, boonmee, file),
        **writes_of_year(dao, cycle, day, measure),
        **writes_of_files(dao, cycle, *on_the_way),
        reverse("remove-holiday", kwargs={"key": holiday.uuid}): {},
    }
    own_places = places_of_account(boonmee, token, notice, invitation)
    of_things = {*places_of(boonmee, file, cycle, measure), *places_of_programs(cycle)}
    places = frozenset({*writes, *own_places, *of_things})
    secrets = (*keys, *people, *things, *invited, *SECRETS)
    return First(dao.agency, keys, secrets, writes, places)


def ending_of(who: Somebody, acting: Acting) -> str:
    """Return the address of the button that ends a post that somebody acts for."""
    return reverse("end-acting", kwargs={"key": who.membership.uuid, "post": acting.uuid})


def places_of(who: Somebody, file: StoredFile, cycle: Cycle, measure: Measure) -> Iterator[str]:
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
        measure.uuid: ("measure",),
    }
    yield from with_keys(names)
    yield reverse("measures", kwargs={"year": cycle.fiscal_year + 1})


def places_of_account(
    who: Somebody, token: Token, notice: Notice, invitation: Invitation
) -> Iterator[str]:
    """Yield the addresses of what somebody has alone, and of what a word opens.

    No key is such a word: what comes nearest is the key of what the word is for.
    """
    data = {"name": "กุญแจลับ", "credential": {}}
    passkey = Authenticator.objects.create(user=who.person, type="webauthn", data=data)
    yield from with_keys({token.uuid: ("revoke-token",), notice.uuid: ("read-notice",)})
    yield reverse("remove-passkey", kwargs={"pk": passkey.pk})
    for name, key in (
        ("take-up", invitation.uuid),
        ("new-password", who.membership.uuid),
        ("calendar", who.person.uuid),
    ):
        yield reverse(name, kwargs={"word": key})


def places_of_programs(cycle: Cycle) -> Iterator[str]:
    """Yield the addresses at which a program finds a year."""
    names = ("api-edition", "api-year", "api-results", "api-history", "api-scorecard")
    yield from with_keys({cycle.uuid: names})
    for name in ("api-saved-results", "api-saved-scorecard"):
        yield reverse(name, kwargs={"key": cycle.uuid, "number": 1})


def with_keys(names: Mapping[UUID, tuple[str, ...]]) -> Iterator[str]:
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
