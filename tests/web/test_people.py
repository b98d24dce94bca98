from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.models import Invitation, Membership
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.agencies import scope
from tests.factories.clients import Desk, found, text
from tests.factories.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

NEW = {"name": "สมมติ ใหม่", "email": "New@example.org", "position": "นิติกร", "roles": ["auditor"]}


def link(desk: Desk, **fields: object) -> str:
    page = text(desk.post("/people/invite", {**NEW, **fields}))
    matched = re.search(r"http://testserver(/invitations/\S+)</p>", page)
    assert matched is not None
    return matched.group(1)


def roles(who: Somebody) -> dict[str, list[str]]:
    with scope.agency(who.agency.pk):
        rows = Membership.objects.select_related("person").order_by("id")
        return {row.person.email: row.roles for row in rows}


def test_somebody_invited_joins_with_a_password_of_their_own(dao: Somebody) -> None:
    address, newcomer = link(Desk(dao)), Desk(None)
    assert "สมมติ ใหม่" in text(newcomer.get(address))
    joined = newcomer.post(address, {"password": PASSWORD})
    assert joined.headers["Location"] == "/"
    assert "อบต.หนึ่ง" in text(newcomer.get("/"))
    assert roles(dao)["new@example.org"] == ["auditor"]


def test_an_easy_password_is_refused_and_the_invitation_stays(dao: Somebody) -> None:
    address, newcomer = link(Desk(dao)), Desk(None)
    for password in ("password1234", "new@example.org"):
        assert "alert-danger" in text(newcomer.post(address, {"password": password}))
    assert newcomer.get(address).status_code == 200


def test_a_link_works_once(dao: Somebody) -> None:
    address = link(Desk(dao))
    Desk(None).post(address, {"password": PASSWORD})
    again = Desk(None).get(address)
    assert again.status_code == 404
    assert "This link of an invitation opens nothing any more" in text(again)
    assert "ask the administrator of the agency for a new link" in text(again)


def test_a_link_works_for_seven_days(dao: Somebody) -> None:
    address = link(Desk(dao))
    with scope.agency(dao.agency.pk):
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Desk(None).get(address).status_code == 404


def test_a_link_is_for_its_address_only(dao: Somebody, boonmee: Somebody) -> None:
    address = link(Desk(dao))
    assert "This invitation is for another address." in text(Desk(boonmee).post(address))


def test_somebody_of_another_agency_joins_with_the_account_that_is_there(
    dao: Somebody, chai: Somebody
) -> None:
    address, desk = link(Desk(dao), email=chai.person.email), Desk(chai)
    assert "has an account already" in text(Desk(None).post(address, {"password": PASSWORD}))
    desk.post(address)
    assert "อบต.หนึ่ง" in text(desk.get("/"))
    desk.post("/choose-agency", {"agency": str(chai.agency.uuid)})
    assert "<h1>อบต.สอง</h1>" in text(desk.get("/"))


def test_an_open_invitation_is_seen_with_its_roles_and_its_end_and_withdrawn(dao: Somebody) -> None:
    desk = Desk(dao)
    address = link(desk)
    (row,) = found(desk.get("/people"), "//h2/following-sibling::ul/li")
    until = timezone.localtime(timezone.now() + timedelta(days=7))
    shown = " ".join(row.text_content().split())
    assert shown.startswith("สมมติ ใหม่ new@example.org · Internal auditor until ")
    assert f"{until.year}" in shown
    (form,) = row.xpath("form")
    page = text(desk.client.post(form.action, desk.carried(), follow=True))
    assert "The invitation of สมมติ ใหม่ was withdrawn." in page
    assert "Invitations not taken up yet" not in page
    assert Desk(None).get(address).status_code == 404
    again = text(desk.client.post(form.action, desk.carried(), follow=True))
    assert "This invitation opens nothing any more." in again


def test_a_new_link_for_an_address_takes_the_place_of_the_earlier_one(dao: Somebody) -> None:
    by_mistake = link(Desk(dao), roles=["administrator"])
    again = link(Desk(dao), roles=["viewer"])
    assert Desk(None).get(by_mistake).status_code == 404
    Desk(None).post(again, {"password": PASSWORD})
    assert roles(dao)["new@example.org"] == ["viewer"]


def test_who_is_ended_on_the_first_day_is_out_at_once(dao: Somebody, boonmee: Somebody) -> None:
    desk = Desk(boonmee)
    assert desk.get("/").status_code == 200
    Desk(dao).post(f"/people/{boonmee.membership.uuid}/end")
    assert desk.get("/").status_code == 403
    assert (
        "สมมติ boonmee"
        not in text(Desk(dao).get("/people")).partition("<main")[2].partition("alert-success")[0]
    )


def test_an_acting_post_sent_twice_is_written_once(dao: Somebody, boonmee: Somebody) -> None:
    today = timezone.localdate()
    fields = {"capacity": "acting_for", "post": "ปลัด", "starts_on": today, "ends_on": today}
    desk, address = Desk(dao), f"/people/{boonmee.membership.uuid}/acting"
    desk.post(address, fields)
    assert "ปลัด is written down for these days already." in text(desk.post(address, fields))
    assert text(desk.get(f"/people/{boonmee.membership.uuid}")).count("รักษาการแทน ปลัด") == 1


def test_a_post_acted_for_is_ended_from_the_page_of_the_member(
    dao: Somebody, boonmee: Somebody
) -> None:
    today = timezone.localdate()
    days = {"starts_on": today, "ends_on": today + timedelta(days=3)}
    desk, member = Desk(dao), f"/people/{boonmee.membership.uuid}"
    desk.post(f"{member}/acting", {"capacity": "acting_for", "post": "ปลัด", "role": "", **days})
    (form,) = found(desk.get(member), "//li/form")
    page = text(desk.client.post(form.action, desk.carried(), follow=True))
    assert "ปลัด was ended." in page
    assert "ended on" in page
    assert found(desk.get(member), "//li/form") == []
    told = text(desk.client.post(form.action, desk.carried(), follow=True))
    assert "ปลัด is over already." in told


def test_a_post_of_another_member_is_not_ended_by_its_address(
    dao: Somebody, boonmee: Somebody
) -> None:
    today = timezone.localdate()
    fields = {"capacity": "acting_for", "post": "ปลัด", "starts_on": today, "ends_on": today}
    desk, member = Desk(dao), f"/people/{boonmee.membership.uuid}"
    desk.post(f"{member}/acting", fields)
    (form,) = found(desk.get(member), "//li/form")
    other = form.action.replace(str(boonmee.membership.uuid), str(dao.membership.uuid))
    assert desk.post(other).status_code == 404


def test_who_works_here_is_not_invited_again(dao: Somebody, boonmee: Somebody) -> None:
    page = Desk(dao).post("/people/invite", {**NEW, "email": boonmee.person.email})
    assert "boonmee@example.org works here already." in text(page)


def changed(desk: Desk, who: Somebody, **fields: object) -> str:
    """Open the page of a member, change some of it, save it; return what is shown then."""
    address = f"/people/{who.membership.uuid}"
    return text(desk.post(address, {**desk.form(address), **fields}))


def test_who_comes_second_is_told_and_takes_no_role_away(dao: Somebody, boonmee: Somebody) -> None:
    desk, address = Desk(dao), f"/people/{boonmee.membership.uuid}"
    opened = desk.form(address)
    desk.post(address, {**opened, "roles": ["auditor"]})
    second = text(desk.post(address, {**opened, "roles": ["clerk"]}))
    assert "Somebody else changed สมมติ boonmee meanwhile." in second
    assert roles(dao)["boonmee@example.org"] == ["auditor"]


def test_roles_are_given_and_taken(dao: Somebody, boonmee: Somebody) -> None:
    changed(Desk(dao), boonmee, roles=["ita_officer", "auditor"], position="นักวิเคราะห์")
    assert roles(dao)["boonmee@example.org"] == ["ita_officer", "auditor"]
    assert Desk(boonmee).get("/audit").status_code == 200


def test_the_last_administrator_stays_one(dao: Somebody, boonmee: Somebody) -> None:
    desk, mine = Desk(dao), f"/people/{dao.membership.uuid}"
    assert "Nobody else in this agency" in changed(desk, dao, roles=["viewer"])
    desk.post(f"{mine}/end")
    assert roles(dao)["dao@example.org"] == ["administrator"]
    changed(desk, boonmee, roles=["administrator"])
    changed(desk, dao, roles=["viewer"])
    assert roles(dao)["dao@example.org"] == ["viewer"]


def test_who_acts_for_a_post_may_do_what_it_brings_between_its_days(
    dao: Somebody, boonmee: Somebody
) -> None:
    today = timezone.localdate()
    days = {"starts_on": today, "ends_on": today + timedelta(days=1)}
    fields = {"capacity": "acting_for", "post": "ปลัด", "role": "clerk", **days}
    address = f"/people/{boonmee.membership.uuid}/acting"
    wrong = {**fields, "ends_on": today - timedelta(days=1)}
    assert "The last day comes before the first." in text(Desk(dao).post(address, wrong))
    assert not boonmee.actor.has(Permission.AUDIT_VIEW)
    Desk(dao).post(address, fields)
    assert boonmee.actor.has(Permission.AUDIT_VIEW)
    assert "รักษาการแทน ปลัด" in text(Desk(dao).get(f"/people/{boonmee.membership.uuid}"))


def test_who_looks_on_sees_no_people(boonmee: Somebody) -> None:
    desk = Desk(boonmee)
    assert [desk.get(page).status_code for page in ("/people", "/audit")] == [403, 403]
