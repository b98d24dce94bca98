"""The draft of a plan that a reading gives, with what its results come to."""

from __future__ import annotations

from prongsai.core.findings.analysis import analyse
from prongsai.core.measures.check import check_plan
from prongsai.core.readings.draft import Draft, draft_of
from prongsai.core.readings.model import Reading
from prongsai.core.scoring.scorer import score
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.load_plan import LoadedPlan
from prongsai.formats.plan_file import PlanFile


def drafted(reading: Reading, result_year: int | None = None) -> tuple[LoadedPlan, Draft]:
    """Return the plan that a document is about as if it had been read from a plan's file.

    :raises Refusal: the fiscal year of the results is not known, or no edition serves it.
    """
    editions = editions_by_year()
    draft = draft_of(reading, editions, result_year)
    edition = editions[draft.plan.result_year]
    plan = check_plan(draft.plan, edition)
    file = PlanFile(plan=plan, progress=draft.progress, papers=draft.papers)
    analysis = analyse(score(edition, plan.results))
    return LoadedPlan(file=file, analysis=analysis, pictures={}), draft
