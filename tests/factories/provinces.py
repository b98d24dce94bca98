"""A province with many agencies and what they have announced, written as no service would."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind
from prongsai.stages.cycles.models import Announcement, EditionVersion
from prongsai.stages.cycles.services import keep_edition
from tests.factories.people import Somebody, an_agency, somebody

LEVELS = ("excellent", "good", "pass", "improve")


def a_province(name: str = "จังหวัดสมมติ") -> Somebody:
    """Make a province with somebody who looks after its agencies."""
    return somebody(an_agency(name, AgencyKind.OVERSEER), "p", Role.OVERSEER)


def many_agencies(province: Somebody, count: int, *, years: tuple[int, ...] = (2568,)) -> None:
    """Add agencies to a province that have all announced something of each of the years."""
    agencies = Agency.objects.bulk_create(
        Agency(
            name=f"อบต.ที่ {n:03}",
            kind=AgencyKind.SAO,
            province="จังหวัดสมมติ",
            district=f"อำเภอที่ {n % 10}",
            overseer=province.agency,
        )
        for n in range(count)
    )
    versions = {year: keep_edition(f"nacc-{year}") for year in years}
    for n, agency in enumerate(agencies):
        with scope.agency(agency.pk):
            for year in years:
                announced(agency, versions[year], year, Decimal(6_000 + n * 7 % 4_000) / 100)


def announced(agency: Agency, version: EditionVersion, year: int, total: Decimal) -> None:
    """Write down what an agency has announced, at one of the levels of its framework."""
    Announcement.objects.create(
        agency=agency,
        fiscal_year=year,
        edition=version,
        total=total,
        level=LEVELS[int(total) % len(LEVELS)],
        is_certain=True,
        on=date(2025, 9, 1),
    )
