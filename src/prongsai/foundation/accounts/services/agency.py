"""Writes of an agency by who works in it."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.accounts.policies import check_can_edit_agency
from prongsai.foundation.accounts.selectors import has_second_factor
from prongsai.foundation.agencies.models import Agency, WhoMust
from prongsai.foundation.agencies.services import change_agency


@transaction.atomic
def change_own_agency(
    *, membership: Membership, by: Actor, seen: str | None = None, **fields: object
) -> Agency:
    """Change the agency that somebody works in; who asks a second factor of others has one.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the person has no second factor and asks it of others, or as change_agency
        says.
    """
    check_can_edit_agency(by)
    asked = fields.get("second_factor", WhoMust.NOBODY)
    if asked != WhoMust.NOBODY and not has_second_factor(membership.person):
        # The first to be stopped would be this person, and nobody would have tried the way yet.
        raise Refusal(
            say("You have no second factor yourself."),
            fix=say("Turn it on in your account first, then ask it of others."),
        )
    return change_agency(agency=membership.agency, by=by, seen=seen, **fields)
