"""What we write we can read: every kind of document, in every format, says the plan again."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.kinds import KINDS
from prongsai.formats.readers import source_in
from prongsai.formats.writers import WRITERS
from tests.factories.plausible import given_plans
from tests.factories.printed import PRINTS, expected, found

EXAMPLES = int(os.environ.get("PRONGSAI_EXAMPLES", "5"))
FORMATS = [".docx"]

few = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_every_kind_says_what_it_prints() -> None:
    assert PRINTS.keys() == KINDS.keys()


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("key", KINDS)
@given(data=st.data())
@few
def test_a_document_is_read_back_equal_to_the_plan(
    key: str, ending: str, data: st.DataObject
) -> None:
    plan = data.draw(given_plans())
    kind = KINDS[key]
    case = plan.case(kind.words)
    written = WRITERS[ending](kind.build(case, plan.dated))
    assert isinstance(written, bytes)

    reading = understand(source_in(written), editions_by_year())

    assert found(key, reading) == expected(key, plan, case)
