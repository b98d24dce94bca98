from __future__ import annotations

import pytest

from prongsai.foundation.accounts.roles import PERMISSIONS, Permission, Role, permissions_of


def test_roles_together_bring_what_each_of_them_brings() -> None:
    assert permissions_of(["viewer", "auditor"]) == {
        Permission.AGENCY_VIEW,
        Permission.PEOPLE_VIEW,
        Permission.AUDIT_VIEW,
        Permission.EVIDENCE_VIEW,
        Permission.YEAR_VIEW,
    }


def test_no_role_brings_nothing() -> None:
    assert permissions_of([]) == frozenset()


def test_a_role_that_nobody_knows_is_no_reason_to_let_somebody_in() -> None:
    with pytest.raises(ValueError, match="'king' is not a valid Role"):
        permissions_of(["viewer", "king"])


def test_only_an_administrator_gives_roles_and_changes_the_agency() -> None:
    for permission in (Permission.PEOPLE_EDIT, Permission.AGENCY_EDIT):
        assert {role for role in Role if permission in PERMISSIONS[role]} == {Role.ADMINISTRATOR}


def test_an_overseer_sees_no_people_and_no_record() -> None:
    assert PERMISSIONS[Role.OVERSEER] == {Permission.AGENCY_VIEW, Permission.OVERSEE}
