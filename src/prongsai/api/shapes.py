"""What is sent and answered, by its types: docs/openapi.json is written from them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import ConfigDict, StringConstraints

# PostgreSQL keeps no NUL.
Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
ShortCode = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]


class Names(Schema):
    """A name in both languages."""

    th: str
    en: str


class EditionName(Schema):
    """A framework as it was kept: its key, and the hash of its text."""

    key: str
    sha256: str


class EditionLine(Schema):
    """A framework in the list."""

    key: str
    title: Names
    body: str
    fiscal_years: list[int]


class Editions(Schema):
    """A page of frameworks."""

    items: list[EditionLine]
    next: str | None = Field(description="the cursor of the next page; null on the last")


class Item(Schema):
    """An item of a framework; topic is null where nobody has read it."""

    code: str
    topic: Names | None


class SubIndicator(Schema):
    """A group of items inside an indicator."""

    key: str
    title: Names | None
    items: list[str]


class Indicator(Schema):
    """An indicator with all of its items."""

    key: str
    title: Names
    sub_indicators: list[SubIndicator]
    items: list[Item]


class Part(Schema):
    """A part of an instrument that is scored by itself."""

    key: str
    title: Names


class Instrument(Schema):
    """An instrument with its share of the total."""

    key: str
    title: Names
    weight: str
    parts: list[Part]
    indicators: list[Indicator]


class Minimum(Schema):
    """The least score that a level asks of an instrument, or of a part of it."""

    instrument: str
    part: str | None
    score: str


class Level(Schema):
    """A level, with the least total and what else it asks for."""

    key: str
    title: Names
    total: str
    minima: list[Minimum]
    passes: bool


class Edition(EditionLine):
    """A framework as it comes with this version."""

    sha256: str
    pass_mark: str
    instruments: list[Instrument]
    levels: list[Level]


class Year(Schema):
    """A fiscal year of the agency."""

    key: UUID
    fiscal_year: int = Field(description="Buddhist era")
    edition: EditionName
    opened_at: datetime
    closed_at: datetime | None = Field(
        description="from then on nothing is saved; null: it is open"
    )
    results: int = Field(description="the number of the results that stand; 0 where there are none")
    announced: int | None = Field(description="the number of the results that were announced")
    announced_at: datetime | None


class Years(Schema):
    """A page of years, the last first."""

    items: list[Year]
    next: str | None = Field(description="the cursor of the next page; null on the last")


class Value(Schema):
    """One value of results; a score of null was not measured, it is never 0."""

    code: str
    part: str | None
    score: str | None
    weak: bool
    note: str
    place: str


class Results(Schema):
    """Results as they were saved once; number 0 and nothing else where there are none."""

    number: int
    edition: EditionName
    source: str | None
    source_name: str
    restores: int | None
    saved_at: datetime | None
    note: str
    values: list[Value]


class History(Schema):
    """A page of results as they were saved, the newest first."""

    items: list[Results]
    next: str | None = Field(description="the cursor of the next page; null on the last")


class NewValue(Schema):
    """A value to save: a code as the framework has it, and a score of 100, with a point."""

    model_config = ConfigDict(extra="forbid")

    code: ShortCode
    part: ShortCode | None = None
    score: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}(\.[0-9]{1,6})?$")] | None = None
    weak: bool = False
    note: Annotated[Text, Field(max_length=2_000)] = ""


class NewResults(Schema):
    """A whole set of results: what is left out is not in the set."""

    model_config = ConfigDict(extra="forbid")

    values: Annotated[list[NewValue], Field(min_length=1, max_length=1_000)]
    note: Annotated[Text, Field(max_length=500)] = ""


class Place(Schema):
    """A place in a request that is not as it must be."""

    where: str
    code: str = Field(description="unknown, twice, or what else is wrong with it")
    allowed: list[str] | None = Field(None, description="with unknown: what may be sent there")


class Problem(Schema):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="urn:prongsai:problem: with the code after it")
    title: str
    status: int
    detail: str = Field(description="for people, in the language of Accept-Language")
    code: str = Field(description="for programs; it stays the same")
    instance: str = Field(
        description="the number of the request, as the log and the record have it"
    )
    scope: str | None = Field(None, description="with 403: the scope that lacks")
    errors: list[Place] | None = Field(None, description="with 422: each place, and why")
