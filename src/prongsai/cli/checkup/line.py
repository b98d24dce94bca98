"""A line of the doctor's answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from prongsai.core.sentences import Sentence


class Level(Enum):
    """How bad it is."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Line:
    """What was seen, and what to do where it is not as it should be."""

    level: Level
    what: Sentence
    fix: Sentence | None = None


def ok(what: Sentence) -> Line:
    """Say that something is as it should be."""
    return Line(Level.OK, what)


def look(what: Sentence, fix: Sentence) -> Line:
    """Say that somebody should look at something."""
    return Line(Level.LOOK, what, fix)


def wrong(what: Sentence, fix: Sentence) -> Line:
    """Say that something is wrong."""
    return Line(Level.WRONG, what, fix)
