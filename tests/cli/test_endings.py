"""A reading is looked for where its name allows one."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.cli.endings import may_be_reading


@pytest.mark.parametrize(
    ("name", "may"),
    [
        *((name, True) for name in ("-", "a.json", "a.yaml", "a.yml", "A.JSON", "a.csv.YAML")),
        *((name, False) for name in ("a.csv", "a.xlsx", "json", "a.json.csv", "folder/-")),
    ],
)
def test_a_reading_is_standard_input_or_a_file_of_plain_data(name: str, may: bool) -> None:
    assert may_be_reading(Path(name)) is may
