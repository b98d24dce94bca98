from __future__ import annotations

import pytest

from prongsai.core.editions.spans import spans


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["o1", "o2", "o3", "o7"], ("o1–o3", "o7")),
        (["9.1", "9.2", "10.1"], ("9.1–9.2", "10.1")),
        (["e1/public", "e2/public", "e2/survey"], ("e1/public–e2/public", "e2/survey")),
        (["i9", "i10", "e11"], ("i9–i10", "e11")),
        (["EIT/public", "total"], ("EIT/public", "total")),
        ([], ()),
    ],
)
def test_names_that_follow_each_other_are_a_span(names: list[str], short: tuple[str, ...]) -> None:
    assert spans(names) == short
