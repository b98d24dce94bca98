"""Who may look at evidence, hand it in and remove it; who may not is told why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.files.policies import (
    can_add,
    can_remove,
    can_see,
    check_can_add,
    check_can_remove,
    check_can_see,
)

OF_FILES = {Permission.EVIDENCE_ADD, Permission.EVIDENCE_REMOVE}
PAIRS = [
    (
        Permission.EVIDENCE_VIEW,
        check_can_see,
        can_see,
        "Your roles do not let you look at evidence.",
    ),
    (
        Permission.EVIDENCE_ADD,
        check_can_add,
        can_add,
        "Your roles do not let you hand in evidence.",
    ),
]


def actor(*permissions: Permission, key: str = "key") -> Actor:
    return Actor(key, "สมมติ", 1, frozenset(permissions))


@pytest.mark.parametrize(("permission", "check", "can", "why"), PAIRS)
def test_one_permission_is_asked_for_and_no_other(
    permission: Permission, check: Callable[[Actor], None], can: Callable[[Actor], bool], why: str
) -> None:
    check(actor(permission))
    others = actor(*(set(Permission) - {permission}))
    with pytest.raises(NotAllowed) as refused:
        check(others)
    assert str(refused.value) == f"{why} Ask an administrator of your agency."
    assert (can(actor(permission)), can(others)) == (True, False)


def test_a_file_is_removed_by_who_handed_it_in_or_may_remove_all() -> None:
    mine = Person(name="สมมติ หนึ่ง")
    file = StoredFile(uploaded_by=mine)
    own = actor(Permission.EVIDENCE_ADD, key=str(mine.uuid))
    every = actor(Permission.EVIDENCE_REMOVE)
    for may in (own, every):
        check_can_remove(file, may)
    no_longer_adds = actor(*(set(Permission) - OF_FILES), key=str(mine.uuid))
    somebody_else = actor(*(set(Permission) - {Permission.EVIDENCE_REMOVE}))
    for may_not in (no_longer_adds, somebody_else):
        with pytest.raises(NotAllowed) as refused:
            check_can_remove(file, may_not)
        assert str(refused.value) == (
            "Who handed in a file removes it, or the ITA officer or an administrator."
            " Ask one of them."
        )
    asked = (own, every, no_longer_adds, somebody_else)
    assert [can_remove(file, each) for each in asked] == [True, True, False, False]
