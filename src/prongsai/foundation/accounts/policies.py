"""Who may do what with people: `check_…` says why not, `can_…` answers."""

from __future__ import annotations

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Token
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.agencies.models import WhoMust

_ADMINISTER = frozenset({Permission.AGENCY_EDIT, Permission.PEOPLE_EDIT})
_OUT_OF_REACH = _ADMINISTER | {Permission.OVERSEE}  # an administrator cannot even take OVERSEE


class NotAllowed(Refusal):
    """This person may not do this."""


def check_can_edit_people(by: Actor) -> None:
    """Raise NotAllowed unless this person may invite others and give them roles."""
    if not by.has(Permission.PEOPLE_EDIT):
        raise NotAllowed(
            say("Only an administrator of the agency invites people and gives roles."),
            fix=say("Ask an administrator of your agency."),
        )


def check_can_edit_agency(by: Actor) -> None:
    """Raise NotAllowed unless this person may change the agency and its units."""
    if not by.has(Permission.AGENCY_EDIT):
        raise NotAllowed(
            say("Only an administrator changes the agency and its units."),
            fix=say("Ask an administrator of your agency."),
        )


def check_can_revoke(token: Token, by: Actor) -> None:
    """Raise NotAllowed unless a token is one's own, or a colleague's of an administrator."""
    if by.key != str(token.membership.person.uuid) and not by.has(Permission.PEOPLE_EDIT):
        raise NotAllowed(
            say("Only an administrator of the agency revokes tokens of others."),
            fix=say("Ask an administrator of your agency."),
        )


def is_out_of_reach(permissions: frozenset[Permission]) -> bool:
    """Test if no administrator may be shown a way into the account of who may do this."""
    return bool(_OUT_OF_REACH & permissions)


def can_edit_people(by: Actor) -> bool:
    """Test if this person may invite others and give them roles."""
    return by.has(Permission.PEOPLE_EDIT)


def can_edit_agency(by: Actor) -> bool:
    """Test if this person may change the agency and its units."""
    return by.has(Permission.AGENCY_EDIT)


def must_have_second_factor(asked: WhoMust, by: Actor) -> bool:
    """Test if an agency asks a second factor of this person, by what the person may do today."""
    match asked:
        case WhoMust.NOBODY:
            return False
        case WhoMust.ADMINISTRATORS:
            return bool(_ADMINISTER & by.permissions)
        case WhoMust.WRITERS:
            return any(_is_writing(each) for each in by.permissions)
        case _:
            return True


def _is_writing(permission: Permission) -> bool:
    # By its key, so that one that is added counts as writing unless it is called looking.
    return permission is not Permission.OVERSEE and not permission.endswith(".view")
