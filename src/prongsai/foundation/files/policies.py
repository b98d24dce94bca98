"""Who may do what with evidence: `check_…` says why not, `can_…` answers."""

from __future__ import annotations

from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.files.models import StoredFile


def check_can_see(by: Actor) -> None:
    """Raise NotAllowed unless this person may look at the evidence of the agency."""
    if not can_see(by):
        raise NotAllowed(
            say("Your roles do not let you look at evidence."),
            fix=say("Ask an administrator of your agency."),
        )


def check_can_add(by: Actor) -> None:
    """Raise NotAllowed unless this person may hand in evidence."""
    if not can_add(by):
        raise NotAllowed(
            say("Your roles do not let you hand in evidence."),
            fix=say("Ask an administrator of your agency."),
        )


def check_can_remove(file: StoredFile, by: Actor) -> None:
    """Raise NotAllowed unless this person may remove a file."""
    if not can_remove(file, by):
        raise NotAllowed(
            say("Who handed in a file removes it, or the ITA officer or an administrator."),
            fix=say("Ask one of them."),
        )


def can_see(by: Actor) -> bool:
    """Test if this person may look at the evidence of the agency."""
    return by.has(Permission.EVIDENCE_VIEW)


def can_add(by: Actor) -> bool:
    """Test if this person may hand in evidence."""
    return by.has(Permission.EVIDENCE_ADD)


def can_remove(file: StoredFile, by: Actor) -> bool:
    """Test if this person may remove a file: one's own, or with the right for all of them."""
    own = by.has(Permission.EVIDENCE_ADD) and str(file.uploaded_by.uuid) == by.key
    return own or by.has(Permission.EVIDENCE_REMOVE)
