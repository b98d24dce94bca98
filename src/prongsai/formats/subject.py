"""What is to be checked, with the editions of the years that it speaks of."""

from __future__ import annotations

from prongsai.core.checks.model import Subject
from prongsai.core.editions.model import Edition
from prongsai.core.measures.reach import weak_keys
from prongsai.core.readings.model import Reading, YearRole
from prongsai.core.readings.of_plan import reading_of
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.load_plan import LoadedPlan


def subject_of(
    reading: Reading,
    edition: Edition | None = None,
    plan_edition: Edition | None = None,
    *,
    website: str = "",
) -> Subject:
    """Return what is checked; an edition that is not given is that of the year that is named.

    `edition` is that of the results, `website` the agency's own host.
    """
    editions = editions_by_year()
    return Subject(
        reading=reading,
        result_edition=edition or editions.get(reading.year(YearRole.RESULT) or 0),
        plan_edition=plan_edition or editions.get(reading.year(YearRole.PLAN) or 0),
        website=website,
        editions=editions,
    )


def subject_of_plan(loaded: LoadedPlan) -> Subject:
    """Return a plan as what is checked."""
    file = loaded.file
    weak = weak_keys(loaded.analysis.findings, loaded.edition)
    reading = reading_of(file.plan, file.progress, file.papers, weak)
    return subject_of(reading, loaded.edition, website=file.plan.agency.website)
