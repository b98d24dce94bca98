"""Writes of posts that members act for: begun, ended before their time."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Acting, Capacity, Membership
from prongsai.foundation.accounts.policies import check_can_edit_people
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import open_acting
from prongsai.foundation.accounts.services.subjects import subject_of
from prongsai.foundation.audit.services import Author, record

_GRANTED = ("capacity", "post", "role", "starts_on", "ends_on")


@transaction.atomic
def let_act(
    *,
    membership: Membership,
    capacity: Capacity,
    post: str,
    role: Role | None,
    days: tuple[date, date],
    by: Actor,
) -> Acting:
    """Let a member act for a post between two days, both included.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the last day comes before the first, or it is written down already.
    """
    check_can_edit_people(by)
    first, last = days
    if last < first:
        raise Refusal(say("The last day comes before the first."), fix=say("Change one of them."))
    Membership.objects.select_for_update().get(pk=membership.pk)  # a button pressed twice waits
    values = {"membership": membership, "capacity": capacity, "post": post.strip()}
    values |= {"role": role.value if role else "", "starts_on": first, "ends_on": last}
    if Acting.objects.filter(**values, ended_at=None).exists():
        raise Refusal(
            say("%(post)s is written down for these days already.", post=post.strip()),
            fix=say("Nothing is to be done."),
        )
    acting = Acting.objects.create(agency_id=by.agency_id, **values)
    changes = {name: (None, getattr(acting, name)) for name in _GRANTED if getattr(acting, name)}
    subject = subject_of(membership.person)
    record("acting.granted", chain=by.agency_id, subject=subject, by=by, changes=changes)
    return acting


@transaction.atomic
def end_acting(*, acting: Acting, by: Actor, today: date) -> Acting:
    """Let a post that a member acts for bring nothing from now on, or never begin.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if it is over already.
    """
    check_can_edit_people(by)
    rows = Acting.objects.select_for_update(of=("self",)).select_related("membership__person")
    kept = rows.get(pk=acting.pk)
    if kept.ended_at is not None or kept.ends_on < today:
        raise Refusal(
            say("%(post)s is over already.", post=kept.post), fix=say("Nothing is to be done.")
        )
    _end(kept, by)
    return kept


def end_all_acting(*, membership: Membership, by: Author, today: date) -> None:
    """End all that a member acts for, or is to: who leaves and comes back acts for nothing."""
    rows = open_acting(today).filter(membership=membership).order_by("id")
    for each in rows.select_for_update(of=("self",)).select_related("membership__person"):
        _end(each, by)


def _end(acting: Acting, by: Author) -> None:
    acting.ended_at = timezone.now()
    acting.save(update_fields=["ended_at"])
    changes = {
        "post": (acting.post, None),
        "ends_on": (acting.ends_on, None),
        "ended_at": (None, acting.ended_at),
    }
    subject = subject_of(acting.membership.person)
    record("acting.ended", chain=acting.agency_id, subject=subject, by=by, changes=changes)
