"""What agencies have announced of their years, as those who oversee them may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from prongsai.core.editions.model import Level
from prongsai.core.scoring.model import Scorecard
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.agencies.selectors import overseen_by
from prongsai.foundation.matching import containing
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Announcement, EditionVersion, ResultSet

NOTHING = "none"  # asks for the agencies that have announced nothing of the year
ORDERS = {
    "name": ("name", "id"),
    "-total": (F("total").desc(nulls_last=True), "name", "id"),
    "total": (F("total").asc(nulls_last=True), "name", "id"),
}


@dataclass(frozen=True, slots=True)
class Announced:
    """What an agency has announced of a year: nothing below the total."""

    agency: Agency
    fiscal_year: int
    total: Decimal | None  # rounded for people
    level: Level | None
    is_certain: bool
    on: date


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the agencies that are overseen are asked for, and in which order."""

    fiscal_year: int
    words: tuple[str, ...] = ()
    level: str = ""  # its key, or NOTHING
    order: str = "name"


def facts_of(card: Scorecard) -> dict[str, object]:
    """Return what is announced of a scorecard, and no more."""
    level = card.standing.level
    return {
        "total": card.total.shown,
        "level": level.key if level else "",
        "is_certain": card.standing.certain,
    }


def keep_announced(results: ResultSet, card: Scorecard) -> None:
    """Keep what was announced, and nothing else of the year; only `services` calls this."""
    cycle = results.cycle
    Announcement.objects.update_or_create(
        agency_id=cycle.agency_id,
        fiscal_year=cycle.fiscal_year,
        defaults={"edition": results.edition, "on": timezone.localdate(), **facts_of(card)},
    )


def take_back(agency: int, fiscal_year: int) -> None:
    """Let nothing be announced of a year; only `services` calls this."""
    Announcement.objects.filter(agency_id=agency, fiscal_year=fiscal_year).delete()


def years_announced(overseer: Agency) -> list[int]:
    """Return the years of which something is announced, the last first."""
    years = _all_of(overseer).order_by("-fiscal_year").values_list("fiscal_year", flat=True)
    return list(years.distinct())


def levels_announced(overseer: Agency, fiscal_year: int) -> list[Level]:
    """Return the levels that are announced of a year, the highest first."""
    rows = _all_of(overseer).filter(fiscal_year=fiscal_year).exclude(level="")
    pairs = set(rows.order_by().values_list("edition", "level"))
    editions = _editions({edition for edition, _level in pairs})
    found = {key: _level(editions[edition], key) for edition, key in pairs}
    return sorted(filter(None, found.values()), key=lambda level: -level.total)


def overseen_agencies(overseer: Agency, asked: Asked) -> QuerySet[Agency]:
    """Return the agencies that are overseen and are asked for, in the order that is asked for."""
    told = _all_of(overseer).filter(agency=OuterRef("pk"), fiscal_year=asked.fiscal_year)
    rows = containing(overseen_by(overseer.pk), asked.words, "name", "district", "province")
    if asked.level == NOTHING:
        rows = rows.filter(~Exists(told))
    elif asked.level:
        rows = rows.filter(Exists(told.filter(level=asked.level)))
    total = Subquery(told.values("total")[:1])
    return rows.annotate(total=total).order_by(*ORDERS.get(asked.order, ORDERS["name"]))


def told_of(overseer: Agency, agencies: list[Agency], years: set[int]) -> list[Announced]:
    """Return what some of the agencies that are overseen have announced of some years."""
    rows = _all_of(overseer).filter(agency__in=agencies, fiscal_year__in=years)
    return _told(list(rows.select_related("agency").order_by("agency_id", "-fiscal_year", "id")))


def _all_of(overseer: Agency) -> QuerySet[Announcement]:
    return Announcement.of_overseen.filter(agency__overseer=overseer, agency__is_active=True)


def _told(rows: list[Announcement]) -> list[Announced]:
    """Return rows as the core names what is in them."""
    editions = _editions({each.edition_id for each in rows})
    return [
        Announced(
            row.agency,
            row.fiscal_year,
            row.total,
            _level(editions[row.edition_id], row.level),
            row.is_certain,
            row.on,
        )
        for row in rows
    ]


def _editions(keys: set[int]) -> dict[int, EditionVersion]:
    """Return frameworks, each once: their texts are long, and hundreds of agencies share one."""
    return EditionVersion.objects.in_bulk(keys)


def _level(version: EditionVersion, key: str) -> Level | None:
    levels = (each for each in edition_of(version).levels if each.key == key)
    return next(levels, None)
