"""What a draft is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from prongsai.core.documents.papers import Paper
from prongsai.core.measures.model import Plan
from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.sentences import Sentence, say
from prongsai.core.tracking import ProgressOf

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Something that a person must look at: it was decided, or left out, for want of knowledge."""

    what: Sentence
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The fiscal years (B.E.) of a plan, and what had to be decided about them."""

    result: int
    plan: int
    open: tuple[Open, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A plan, its progress and its papers as a document has them. Nothing in it is made up."""

    kind: str  # of the document; empty: not known
    plan: Plan
    progress: ProgressOf
    papers: Mapping[str, Paper]
    open: tuple[Open, ...]


def is_asked(said: Said[T] | None) -> bool:
    """Tell whether a person must say what a value is."""
    return said is not None and said.certainty is Certainty.ASK


def asked(said: Said[T]) -> Open:
    """Return that a value was left out, because a person must say what it is."""
    words = " ".join(said.words.split())
    if said.why is None:
        return Open(what=say("“%(words)s” is not clear.", words=words), place=said.place)
    what = say("“%(words)s” is not clear: %(why)s", words=words, why=said.why)
    return Open(what=what, place=said.place)
