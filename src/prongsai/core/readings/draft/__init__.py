"""A reading as the draft of a plan: what was read, what had to be decided, what is left open."""

from prongsai.core.readings.draft.model import Draft, Open, Years
from prongsai.core.readings.draft.plan import draft_of
from prongsai.core.readings.draft.results import results_of
from prongsai.core.readings.draft.years import years_of

__all__ = ["Draft", "Open", "Years", "draft_of", "results_of", "years_of"]
