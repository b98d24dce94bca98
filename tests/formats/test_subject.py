"""What is checked knows the editions of its years."""

from __future__ import annotations

from prongsai.core.readings.model import NamedYear, Place, Reading, Said, YearRole
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.editions import load_edition
from prongsai.formats.subject import subject_of


def reading(year: int, role: YearRole) -> Reading:
    named = Said(value=NamedYear(year=year, role=role), words=str(year), place=Place())
    return Reading(years=(named,))


def test_the_years_that_are_named_have_their_editions() -> None:
    result = subject_of(reading(2566, YearRole.RESULT))
    plan = subject_of(reading(2567, YearRole.PLAN), website="www.example.go.th")

    assert (result.result_edition, result.plan_edition) == (load_edition("nacc-2566"), None)
    assert (plan.result_edition, plan.plan_edition) == (None, load_edition("nacc-2567"))
    assert (plan.website, plan.editions) == ("www.example.go.th", editions_by_year())


def test_an_edition_that_is_given_goes_before_that_of_the_year() -> None:
    given = load_edition("nacc-2564")
    found = subject_of(reading(2566, YearRole.RESULT), given, given)

    assert (found.result_edition, found.plan_edition) == (given, given)
