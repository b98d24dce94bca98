from __future__ import annotations

import json
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.edition_text import edition_in, edition_text
from prongsai.formats.editions import edition_keys, load_edition, path_of


@pytest.mark.parametrize("key", edition_keys())
def test_an_edition_comes_back_as_it_was(key: str) -> None:
    assert edition_in(edition_text(key)) == load_edition(key)


def test_comments_and_layout_are_not_in_the_text(tmp_path: Path) -> None:
    ours = path_of("nacc-2567").read_text("utf-8").replace("key: nacc-2567", "key: mine")
    plain, commented = tmp_path / "a.yaml", tmp_path / "b.yaml"
    plain.write_text(ours, "utf-8")
    commented.write_text(f"# a comment\n\n{ours}", "utf-8")
    assert edition_text(plain) == edition_text(commented)


def test_only_the_duties_that_the_edition_names_are_in_the_text() -> None:
    kept = json.loads(edition_text("nacc-2569"))["duties"]
    named = {duty for item in load_edition("nacc-2569").items.values() for duty in item.duties}
    assert {duty for names in kept.values() for duty in names} == named


def test_an_edition_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refusal, match="There is no edition and no file"):
        edition_text("nobodys")
