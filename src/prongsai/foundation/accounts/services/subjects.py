"""What the record calls those of whom it tells."""

from __future__ import annotations

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.audit.services import Subject


def subject_of(person: Person) -> Subject:
    """Return what the record calls a person."""
    return Subject("person", str(person.uuid), person.name)
