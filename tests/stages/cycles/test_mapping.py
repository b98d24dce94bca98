from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.results import Result, ResultSheet
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.stages.cycles.mapping import edition_of, sheet_of
from prongsai.stages.cycles.models import Cycle, EditionVersion
from prongsai.stages.cycles.services import keep_edition
from tests.factories.people import Somebody
from tests.factories.years import a_year, results

EDITION = load_edition("nacc-2568")
PARTS = [part.key for part in EDITION.instrument["EIT"].parts]
KEYS = [(code, None) for code in ("total", *EDITION.ancestors)] + [
    (code, part)
    for code, line in EDITION.ancestors.items()
    if "EIT" in (code, *line)
    for part in PARTS
]
# What a database keeps of a text: all but the null character and lone halves of a character.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
SCORES = st.none() | st.decimals(0, 100, places=6) | st.decimals(0, 100, places=2)


@st.composite
def sheets(draw: st.DrawFn) -> ResultSheet:
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=20))
    return ResultSheet(
        tuple(
            Result(
                code=code,
                part=part,
                score=draw(SCORES),
                weak=draw(st.booleans()),
                note=draw(TEXTS),
                place=draw(TEXTS),
            )
            for code, part in keys
        )
    )


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheet=sheets())
def test_a_sheet_comes_back_as_it_was_saved(anong: Somebody, sheet: ResultSheet) -> None:
    cycle = Cycle.objects.first() or a_year(anong, 2568)
    assert sheet_of(results(anong, cycle, sheet)) == sheet


def test_a_score_comes_back_to_the_last_place(anong: Somebody) -> None:
    cycle = a_year(anong, 2568)
    scores = {"1": "0", "2": "100", "3": "33.333333", "4": "0.000001", "5": "99.999999"}
    assert sheet_of(results(anong, cycle, scores)).scores == {
        (code, None): Decimal(score) for code, score in scores.items()
    }


@pytest.mark.django_db
def test_every_framework_comes_back_as_it_was_kept() -> None:
    kept = {key: keep_edition(key) for key in edition_keys()}
    read = EditionVersion.objects.in_bulk([version.pk for version in kept.values()])
    for key, version in kept.items():
        assert edition_of(read[version.pk]) == load_edition(key)
