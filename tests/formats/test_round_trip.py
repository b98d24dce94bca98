"""What we write we can read: every kind of document, in every format, says the plan again.

PRONGSAI_EXAMPLES=100 makes a long run of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Table
from prongsai.core.readings.model import Certainty, Reading, Said
from prongsai.core.readings.understand import understand
from prongsai.core.tracking import Action, Progress, State
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.kinds import KINDS
from prongsai.formats.readers import source_in
from prongsai.formats.writers import WRITERS
from tests.factories.filed import BUDGET, DATED, PLAN
from tests.factories.plausible import Given, given_plans
from tests.factories.printed import PRINTS, Values, expected, found, without_spaces

TIMES = int(os.environ.get("PRONGSAI_EXAMPLES", "1"))
FEWEST = 0 if TIMES > 1 else 2  # measures: of few plans each shall say something
AT_LEAST = 0.99  # of the values of PDF files


def examples(count: int) -> settings:
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(
        max_examples=count * TIMES,
        suppress_health_check=slow,
        derandomize=TIMES == 1,  # a gate is to say the same twice; long runs look further
        phases=(Phase.explicit, Phase.generate),  # plans are small; making them smaller takes long
    )


def read(key: str, ending: str, case: Case, given: Given) -> Reading:
    written = WRITERS[ending](KINDS[key].build(case, given.dated))
    assert not isinstance(written, list)
    data = written if isinstance(written, bytes) else written.encode()
    return understand(source_in(data), editions_by_year())


def asked(value: Any) -> Iterator[Any]:
    """Yield what a person must say, of anything that was read."""
    if isinstance(value, Said) and value.certainty is Certainty.ASK:
        yield value.value
    parts = [getattr(value, each.name) for each in fields(value)] if is_dataclass(value) else ()
    for part in value if isinstance(value, tuple) else parts:
        yield from asked(part)


def test_every_kind_says_what_it_prints() -> None:
    assert PRINTS.keys() == KINDS.keys()


@pytest.mark.parametrize("key", KINDS)
@pytest.mark.parametrize("ending", [".docx", ".html"])
@examples(3)
@given(plan=given_plans(measures=FEWEST))
def test_a_document_is_read_back_equal_to_the_plan(ending: str, key: str, plan: Given) -> None:
    case = plan.case(KINDS[key].words)

    reading = read(key, ending, case, plan)

    assert found(key, reading) == expected(key, plan, case)
    assert [*asked(reading)] == []


@pytest.mark.parametrize("key", KINDS)
@examples(3)
@given(plan=given_plans(measures=FEWEST))
def test_a_workbook_is_read_back_equal_to_the_plan(key: str, plan: Given) -> None:
    case = plan.case(KINDS[key].words)
    blocks = KINDS[key].build(case, plan.dated).blocks
    assume(any(isinstance(block, Table) for block in blocks))

    assert found(key, read(key, ".xlsx", case, plan)) == expected(key, plan, case)


@pytest.mark.parametrize("ending", [".docx", ".html", ".xlsx"])
@pytest.mark.parametrize(
    ("text", "read_back"),
    [
        ("1) ออกประกาศ", "ออกประกาศ"),
        ("1) ออกประกาศตามมาตรา 9 (7)", "1) ออกประกาศตามมาตรา 9 (7)"),
    ],
)
def test_one_entry_with_numbers_in_it_keeps_its_own(text: str, read_back: str, ending: str) -> None:
    entry = Action(text=text, on=DATED)
    progress = {BUDGET.key: Progress(state=State.DONE, actions=(entry,))}
    given = Given(plan=replace(PLAN, measures=(BUDGET,)), progress=progress, papers={}, dated=DATED)
    case = given.case(KINDS["progress"].words)

    printed = expected("progress", given, case)
    assert printed["1 diary 1"] == (read_back, DATED)
    assert (
        found("progress", read("progress", ending, case, given))["1 diary 1"]
        == (printed["1 diary 1"])
    )


@pytest.mark.parametrize("key", KINDS)
@examples(1)
@given(plan=given_plans(measures=FEWEST))
def test_nearly_all_values_of_a_pdf_are_read_back(key: str, plan: Given) -> None:
    case = plan.case(KINDS[key].words)
    printed = without_spaces(expected(key, plan, case))

    got = without_spaces(found(key, read(key, ".pdf", case, plan)))

    assert share(printed, got) >= AT_LEAST, differences(printed, got)


def share(one: Values, other: Values) -> float:
    names = one.keys() | other.keys()
    return 1 - len(differences(one, other)) / len(names)


def differences(one: Values, other: Values) -> Values:
    names = sorted(one.keys() | other.keys())
    pairs = {name: (one.get(name), other.get(name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
