"""Where an agency stands: the last year that is open, and the last results there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from prongsai.core.findings.model import Finding, Severity
from prongsai.core.scoring.model import Scorecard
from prongsai.core.thai.calendar import fiscal_year
from prongsai.formats.edition_years import editions_by_year
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Charge, Cycle, CycleDate, ResultSet
from prongsai.stages.cycles.selectors import (
    analysis_of,
    charges_of,
    dates_of,
    in_charge_of,
    is_here,
    last_scored_year,
    last_year,
    results_of,
)


@dataclass(frozen=True, slots=True)
class Scored:
    """The last results there are, beside those of the year before."""

    cycle: Cycle
    results: ResultSet
    card: Scorecard
    previous: Scorecard | None
    findings: tuple[Finding, ...]
    charges: tuple[Charge, ...]

    @property
    def change(self) -> Decimal | None:
        """Return by how much the total moved since the year before, as people see both."""
        before = None if self.previous is None else self.previous.total.shown
        now = self.card.total.shown
        return None if before is None or now is None else now - before

    @property
    def is_announced(self) -> bool:
        """Return whether these results, and no older ones, are announced."""
        return self.cycle.announced == self.results.number

    @property
    def weak(self) -> tuple[str, ...]:
        """Return the names of what needs work, what helps the total most first."""
        return self._names(lambda _code: True)

    @property
    def differing(self) -> tuple[str, ...]:
        """Return the names of what was announced otherwise than it is computed."""
        return tuple(each.name for each in self.card.comparisons if each.agrees is False)

    def weak_of(self, membership: int) -> tuple[str, ...]:
        """Return the names of what needs work and somebody, by id, is in charge of."""

        def is_theirs(code: str) -> bool:
            who = in_charge_of(code, self.charges, self.card.edition)
            return who is not None and who.pk == membership

        return self._names(is_theirs)

    def _names(self, wanted: Callable[[str], bool]) -> tuple[str, ...]:
        weak = (each for each in self.findings if each.severity is Severity.WEAK)
        return tuple(dict.fromkeys(each.name for each in weak if wanted(each.code)))


@dataclass(frozen=True, slots=True)
class Situation:
    """The last year that is open, and the last results there are, which may be of another."""

    cycle: Cycle
    dates: tuple[CycleDate, ...]
    charges: tuple[Charge, ...]
    scored: Scored | None

    def in_nobodys_charge(self, today: date) -> tuple[str, ...]:
        """Return the instruments of which, or of whose indicators, nobody here is in charge."""
        there = {each.code for each in self.charges if is_here(each, today)}
        return tuple(
            each.key
            for each in edition_of(self.cycle.edition).instruments
            if each.key not in there and not there.issuperset(sub.key for sub in each.indicators)
        )

    def lacks_results(self, today: date) -> bool:
        """Test if the last year has no results although none of its days lies ahead any more."""
        ahead = any(each.ends_on and each.ends_on >= today for each in self.dates)
        has_them = self.scored is not None and self.scored.cycle == self.cycle
        return not (has_them or ahead or self.cycle.closed_at)

    @property
    def last_day(self) -> date | None:
        """Return the last of the days of the last year, or None where none is known."""
        return max((each.ends_on for each in self.dates if each.ends_on), default=None)

    def next_date(self, today: date) -> CycleDate | None:
        """Return the next day that begins or is not over yet, or None where none is known."""
        return next((each for each in self.dates if each.ends_on and each.ends_on >= today), None)

    def days_within(self, today: date, days: int) -> Iterator[tuple[CycleDate, date, bool]]:
        """Yield dates that begin, or end, within some days: each with the day and if it ends."""
        last = today + timedelta(days=days)
        for each in self.dates:
            if each.starts_on and today <= each.starts_on <= last:
                yield each, each.starts_on, False
            elif each.ends_on and today <= each.ends_on <= last:
                yield each, each.ends_on, True


def situation() -> Situation | None:
    """Return where the active agency stands, or None where no year was opened yet."""
    cycle = last_year()
    if cycle is None:
        return None
    charges = tuple(charges_of(cycle))
    return Situation(cycle, tuple(dates_of(cycle)), charges, _scored(cycle, charges))


def year_to_open(today: date, last: int | None) -> int | None:
    """Return the last fiscal year until today that a framework serves, if none since is open.

    `last` is the last year that is open.
    """
    now = fiscal_year(today)
    if last is not None and last >= now:
        return None
    served = max((year for year in editions_by_year() if year <= now), default=None)
    if served is None or (last is not None and last >= served):
        return None
    return served


def _scored(last: Cycle, charges: tuple[Charge, ...]) -> Scored | None:
    cycle = last_scored_year()
    results = None if cycle is None else results_of(cycle)
    if cycle is None or results is None:
        return None
    found = analysis_of(results)
    people = charges if cycle == last else tuple(charges_of(cycle))
    return Scored(cycle, results, found.card, found.previous, found.findings, people)
