from __future__ import annotations

from collections.abc import Callable

import pytest

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.policies import (
    NotAllowed,
    can_edit_agency,
    can_edit_people,
    check_can_edit_agency,
    check_can_edit_people,
)
from prongsai.foundation.accounts.roles import Permission

PAIRS = [
    (
        Permission.PEOPLE_EDIT,
        check_can_edit_people,
        can_edit_people,
        "Only an administrator of the agency invites people and gives roles.",
    ),
    (
        Permission.AGENCY_EDIT,
        check_can_edit_agency,
        can_edit_agency,
        "Only an administrator changes the agency and its units.",
    ),
]
Check = Callable[[Actor], None]
Can = Callable[[Actor], bool]


def actor(*permissions: Permission) -> Actor:
    return Actor("key", "สมมติ", 1, frozenset(permissions))


@pytest.mark.parametrize(("permission", "check", "can", "why"), PAIRS)
def test_who_has_the_permission_may(
    permission: Permission, check: Check, can: Can, why: str
) -> None:
    del why
    check(actor(permission))
    assert can(actor(permission)) is True


@pytest.mark.parametrize(("permission", "check", "can", "why"), PAIRS)
def test_who_has_every_other_permission_may_not_and_is_told_why(
    permission: Permission, check: Check, can: Can, why: str
) -> None:
    others = actor(*(set(Permission) - {permission}))
    with pytest.raises(NotAllowed) as refused:
        check(others)
    assert str(refused.value) == f"{why} Ask an administrator of your agency."
    assert can(others) is False
