from __future__ import annotations

import pytest

from prongsai.stages.cycles.models import Cycle
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results


@pytest.fixture
def weak(anong: Somebody) -> Cycle:
    """A year with an indicator and an item that are weak."""
    cycle = a_year(anong, 2567)
    results(anong, cycle, {**FULL, "2": "60", "o1": "0"})
    return cycle
