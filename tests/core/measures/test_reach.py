"""What stands above a code is found in one pass, and is what the definition says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.editions.model import TOTAL
from prongsai.core.editions.parse import parse_edition
from prongsai.core.measures.reach import all_above
from prongsai.core.results import Key
from tests.factories.editions import DUTIES, small_edition

SMALL = parse_edition(small_edition(), DUTIES)
CODES = (TOTAL, *SMALL.ancestors)
PARTS = (None, "public", "survey")

keys = st.tuples(st.sampled_from(CODES), st.sampled_from(PARTS))


def counts_towards(lower: Key, upper: Key) -> bool:
    """Tell whether `lower` is a piece of `upper`; no part is a piece of another part."""
    return upper[0] in SMALL.ancestors.get(lower[0], ()) and (
        upper[1] is None or lower[1] in {None, upper[1]}
    )


@given(st.lists(keys), keys)
def test_it_is_above_exactly_if_one_of_the_keys_counts_towards_it(
    below: list[Key], key: Key
) -> None:
    assert (key in all_above(below, SMALL)) == any(counts_towards(each, key) for each in below)


def test_a_code_of_another_edition_counts_towards_nothing() -> None:
    assert all_above([("x99", None)], SMALL) == set()
