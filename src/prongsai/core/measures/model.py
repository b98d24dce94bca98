"""A measure, the catalogue that proposes it, and the plan of a year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.measures.month import Month as Month
from prongsai.core.measures.month import Period as Period
from prongsai.core.results import ResultSheet
from prongsai.core.sentences import Names
from prongsai.core.thai.style import USUAL, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyMeasure:
    """A measure of the catalogue, ready to be proposed.

    `answers` names what it mends: duties and survey topics of duties.yaml, or `indicator-N` as the
    last resort. `months` are calendar months of the plan's fiscal year: (10, 12) is October to
    December, its first quarter.
    """

    key: str
    title: Names
    answers: tuple[str, ...]
    steps: tuple[Names, ...]
    lead: str  # role of the lead unit, a key of roles
    support: tuple[str, ...]
    months: tuple[int, int]
    follow_up: Names
    cures: tuple[str, ...]  # disclosure duties
    evidence: tuple[Names, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every ready measure, in the order of the catalogue, and the names of the units' roles."""

    measures: tuple[ReadyMeasure, ...]
    roles: dict[str, Names]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure of a plan, in the words of the agency. What nobody has said is empty or None."""

    key: str
    title: str
    answers: tuple[str, ...]  # codes of the result year's edition: i7, e3/survey, o35
    steps: tuple[str, ...]
    lead: str  # the unit's name
    support: tuple[str, ...]
    period: Period | None
    follow_up: str
    cures: tuple[str, ...]  # codes of the disclosure items that cure it
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The agency as its documents name it. Places are text without อำเภอ and จังหวัด."""

    name: str
    district: str = ""
    province: str = ""
    telephone: str = ""
    email: str = ""
    website: str = ""  # its own host, such as www.example.go.th
    units: tuple[tuple[str, str], ...] = ()  # role -> the unit's name here


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The measures of `plan_year` that answer the results of `result_year`."""

    agency: Agency
    edition: str
    result_year: int
    plan_year: int
    results: ResultSheet
    previous: ResultSheet | None = None
    previous_edition: str | None = None
    history: tuple[tuple[int, Decimal | None], ...] = ()  # announced totals, by fiscal year
    measures: tuple[Measure, ...] = ()
    style: Style = USUAL
