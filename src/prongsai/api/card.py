"""The shape of a scorecard, as formats/write_scorecard.py writes it: only described here."""

from __future__ import annotations

from ninja import Schema

Scores = dict[str, "Score"]


class LevelName(Schema):
    """A level; all null where it is not known."""

    key: str | None
    name_th: str | None
    name_en: str | None


class Standing(LevelName):
    """The level, whether it is certain, and what else it may be."""

    certain: bool
    possible: list[str]
    missing: list[str]


class ItemScore(Schema):
    """The score of an item."""

    score: str | None
    basis: str


class Score(ItemScore):
    """The score of what is made of others, and how it is made."""

    formula: str | None
    items: int
    missing: list[str]


class OpenFact(Schema):
    """A fact that nobody has read, on which the level rests."""

    what: str
    confidence: str


class Comparison(Schema):
    """What was announced beside what is computed."""

    name: str
    stated: str
    computed: str | None
    agrees: bool | None


class Finding(Schema):
    """What stands out, and why."""

    rule: str
    code: str
    severity: str
    score: str | None
    reason: str


class Gain(Schema):
    """What the total would gain if an item scored 100."""

    code: str
    score: str | None
    gain: str


class NextLevel(LevelName):
    """The fewest items to the next level; items null where they do not suffice."""

    items: list[str] | None
    total: str | None
    blocked: list[str]
    assumed: list[str]
    rests_on: list[OpenFact]


class Outcome(Schema):
    """What other scores would come to."""

    total: str | None
    level: Standing
    instruments: Scores
    indicators: Scores
    differences: dict[str, str | None]


class Scorecard(Schema):
    """What results come to; scores have two places, null was not measured."""

    edition: str
    total: str | None
    level: Standing
    instruments: Scores
    indicators: Scores
    sub_indicators: Scores
    items: dict[str, ItemScore]
    missing: list[str]
    rests_on: list[OpenFact]
    stated: list[Comparison]
    findings: list[Finding]
    gains: list[Gain]
    next_level: NextLevel | None
    what_if: Outcome | None = None
