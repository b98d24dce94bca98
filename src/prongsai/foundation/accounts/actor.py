"""Who acts: a person in an agency, with what may be done there today."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.foundation.accounts.roles import Permission


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at work in an agency."""

    key: str  # the uuid of the person
    name: str
    agency_id: int
    permissions: frozenset[Permission]

    def has(self, permission: Permission) -> bool:
        """Test if this person may do this here."""
        return permission in self.permissions
