"""The first and the middle page of each kind look as they did when somebody looked at them.

What stands on them is held by other tests; these hold where it stands. Typst, pdfium and the fonts
are pinned, so nothing but a change of ours moves a page.
"""

from __future__ import annotations

import pytest

from prongsai.formats.kinds import KINDS
from tests.factories.page_pictures import differing, kept, pictures

ADVICE = 'is not as it was. If that is meant: look at the page, then run "make pictures".'


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_of_a_kind_look_as_they_did(kind: str) -> None:
    before = {name: rows for name, rows in kept().items() if name.startswith(f"{kind},")}
    now = pictures(kind)

    assert list(now) == list(before), f"The number of pages {ADVICE}"
    changed = {name: [*differing(before[name], now[name])] for name in now}
    assert not any(changed.values()), "\n".join(
        "\n".join((f"{name} {ADVICE}", *rows)) for name, rows in changed.items() if rows
    )


def test_no_picture_is_kept_of_a_kind_that_is_none() -> None:
    assert {name.partition(",")[0] for name in kept()} == set(KINDS)


def test_a_moved_line_is_seen_and_rounding_is_not() -> None:
    page = ("0000", "0880", "0000")

    assert [*differing(page, ("0000", "0790", "0100"))] == []
    assert [*differing(page, ("0880", "0000", "0000"))] == [
        "row  1: 0000\n     is 0880",
        "row  2: 0880\n     is 0000",
    ]
    assert [*differing(page, page[:2])] == ["The pages have different sizes."]
