"""A reading: what stands in a document or a plan, each value with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from prongsai.core.documents.papers import Signature
from prongsai.core.measures.month import Period
from prongsai.core.readings.place import Place as Place
from prongsai.core.sentences import Sentence
from prongsai.core.tracking import Action, Proof, State

T = TypeVar("T")


class Certainty(StrEnum):
    """How sure a reader is of a value."""

    SURE = "sure"
    LIKELY = "likely"
    ASK = "ask"  # a person must say


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Generic[T]):
    """A value as a document says it: the words it was read from, its place, how sure it is."""

    value: T
    words: str
    place: Place
    certainty: Certainty = Certainty.SURE
    why: Sentence | None = None  # why it is not sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text of the document, in the order in which it is read: a paragraph, or one cell.

    Digits are as written. `field` is the name of the field that a cell's column means (`steps`,
    `output` …), empty for running text.
    """

    text: str
    place: Place
    field: str = ""


class YearRole(StrEnum):
    """What a fiscal year named in a document is the year of."""

    RESULT = "result"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedYear:
    """A fiscal or calendar year (B.E.) and the role in which it is named."""

    year: int
    role: YearRole


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedScore:
    """A score that the document gives to a code: i7, 10, OIT, total."""

    code: str
    score: Decimal
    part: str | None = None
    year: int | None = None  # of another year than the result's: 75.40 of 2564


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCode:
    """A code with the name that stands beside it: 3 การใช้อำนาจ, o22 สรุปผลการจัดซื้อจัดจ้าง."""

    code: str
    name: str
    under: str = ""  # the indicator, else the instrument, whose row or heading it stands under


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A disclosure item that advice on a survey item points to: i7 -> o11."""

    item: str  # empty where the advice names none
    code: str
    words: str  # what the document calls the cited thing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeasure:
    """A measure as a row of a document has it. What the document has no place for is None or ().

    `asked`: the fields that the document has a place for, by the names of these fields; a field in
    it that holds nothing was left blank. The three tick columns together are `state`.
    """

    place: Place
    asked: frozenset[str]
    key: str = ""
    number: Said[str] | None = None
    title: Said[str] | None = None
    indicator: Said[str] | None = None  # its key: 3
    answers: tuple[Said[str], ...] = ()  # codes: i7, o35
    cures: tuple[Said[str], ...] = ()
    steps: tuple[Said[str], ...] = ()
    lead: tuple[Said[str], ...] = ()
    support: tuple[Said[str], ...] = ()
    period: Said[Period] | None = None
    follow_up: Said[str] | None = None
    state: Said[State] | None = None
    actions: tuple[Said[Action], ...] = ()
    output: tuple[Said[str], ...] = ()
    outcome: tuple[Said[str], ...] = ()
    proofs: tuple[Said[Proof], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was read. Each tuple is in the order of the document."""

    kind: str = ""  # memo, analysis, plan, results …; empty: not known
    number: Said[str] | None = None  # of a memo or an order: ที่ สค 72401/-
    dated: Said[date] | None = None
    unit: Said[str] | None = None  # the office that writes, without its agency
    subject: Said[str] | None = None
    to: Said[str] | None = None
    signatures: tuple[Said[Signature], ...] = ()  # the chain, in the order in which it is signed
    passages: tuple[Passage, ...] = ()
    agencies: tuple[Said[str], ...] = ()  # every mention of a full name of an agency
    districts: tuple[Said[str], ...] = ()  # without อำเภอ
    provinces: tuple[Said[str], ...] = ()  # without จังหวัด
    years: tuple[Said[NamedYear], ...] = ()
    scores: tuple[Said[StatedScore], ...] = ()
    levels: tuple[Said[str], ...] = ()  # level of the total, as written
    names: tuple[Said[NamedCode], ...] = ()
    weak: tuple[Said[str], ...] = ()  # codes named as weak, with part as in e3/survey
    keep: tuple[Said[str], ...] = ()  # codes of which the document says: keep the standard
    citations: tuple[Said[Citation], ...] = ()
    measures: tuple[ReadMeasure, ...] = ()
    unread: tuple[int, ...] = ()  # pages without text, such as scans
    hidden: tuple[str, ...] = ()  # names of sheets that nobody sees, of which nothing was read

    def year(self, role: YearRole) -> int | None:
        """Return the year named most often in a role, the first one of equals.

        One of which a person must say whether it counts is not counted.
        """
        clear = (each for each in self.years if each.certainty is not Certainty.ASK)
        years = [each.value.year for each in clear if each.value.role is role]
        return max(dict.fromkeys(years), key=years.count, default=None)
