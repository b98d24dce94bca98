from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.apart_process import TooSlow
from prongsai.formats.edition_text import edition_text
from prongsai.formats.results.apart import found_apart
from prongsai.formats.results.child import found_in
from tests.factories import hostile_zip

EDITION = edition_text("nacc-2567")
SHEET = b"code,score\n1,90\n2,101\n"


def test_what_is_read_apart_is_what_is_read_here() -> None:
    assert found_apart(SHEET, EDITION) == found_in(SHEET, EDITION)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"code,score\n1,x\n", "row 2 › column score: x is not a number."),
        (b"hello", "No score was found in the file."),
        (hostile_zip.bomb(300), "The Word file unpacks to more than is read."),
    ],
)
def test_a_refusal_comes_out_of_the_process(data: bytes, refusal: str) -> None:
    with pytest.raises(Refusal) as refused:
        found_apart(data, EDITION)
    assert str(refused.value).startswith(refusal)


def test_who_waits_no_longer_is_told_so() -> None:
    with pytest.raises(TooSlow):
        found_apart(SHEET, EDITION, seconds=0)
