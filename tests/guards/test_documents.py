"""What documents for people name is there: the tests behind the walls, and every command."""

from __future__ import annotations

import re

from prongsai.cli.commands import COMMANDS
from tests.guards.sources import ROOT


def test_every_test_that_the_threat_model_names_is_there() -> None:
    page = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    named = set(re.findall(r"tests/[\w/.-]+", page))
    assert len(named) > 20
    assert {name for name in named if not (ROOT / name.rstrip(".")).exists()} == set()


def test_the_page_of_the_commands_names_each() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    missing = [
        name for name in COMMANDS if not re.search(rf"prongsai {name}(?![\w-])|`{name}`", page)
    ]
    assert missing == []
