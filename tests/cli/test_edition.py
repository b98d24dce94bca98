from __future__ import annotations

import re
from pathlib import Path

import pytest

from prongsai.formats.editions import edition_keys
from tests.cli.conftest import Run


def test_list_names_every_edition_with_its_years(run: Run) -> None:
    lines = run("edition", "list", "--lang", "en").printed.splitlines()

    assert [line.split()[0] for line in lines] == edition_keys()
    assert lines[0].split()[1:4] == ["2563,", "2564,", "2565"]


@pytest.mark.parametrize("key", edition_keys())
def test_show_and_check_every_edition(key: str, run: Run) -> None:
    assert run("edition", "show", key).printed.startswith(f"{key}  ")
    assert run("edition", "check", key).printed.startswith(f"{key} ถูกต้อง")


def test_show_says_what_is_not_known(run: Run) -> None:
    page = run("edition", "show", "nacc-2569", "--lang", "en").printed

    assert "(items not known)" in page
    assert "Not known:" in page


def test_check_names_every_mistake_of_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "college.yaml"
    path.write_text("key: college\ncolour: red\n", encoding="utf-8")

    code, printed, refused = run("edition", "check", path, "--lang", "en")

    assert (code, printed) == (2, "")
    assert "college.yaml › colour: This field is not known here." in refused
    assert "college.yaml › instruments: This field is missing." in refused


def test_an_edition_must_be_named(run: Run) -> None:
    assert run("edition", "show", "--lang", "en") == (
        2,
        "",
        "which edition? Name its key (see prongsai edition list) or its file.\n",
    )


def test_show_prints_elements_periods_and_the_calendar(run: Run) -> None:
    page = run("edition", "show", "nacc-2566", "--lang", "en").printed

    assert "o1  Structure  (H)  [what is in force now]\n" in page
    assert "Marks: H read in the source named · M " in page
    assert "Calendar:\n  2566  " in page


def test_crosswalk_sets_the_codes_of_a_duty_side_by_side(run: Run) -> None:
    lines = run("edition", "crosswalk", "--lang", "en").printed.splitlines()

    assert ["Annual procurement report", "o24", "o22", "o17", "o13", "o12"] in [
        re.split("  +", line) for line in lines
    ]
