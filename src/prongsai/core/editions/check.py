"""What must hold between the parts of an edition: sums, references, order. One function a rule."""
from __future__ import annotations
from collections.abc import Iterator, Set
from prongsai.core.editions.model import Duties, Edition
from prongsai.core.errors import Refusal
def inconsistencies(edition: Edition, duties: Duties, lost: Set[str] = frozenset()) -> Iterator[Refusal]:
    """stub"""
    return iter(())
