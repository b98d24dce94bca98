"""docs/reference/api.md: its session runs as it stands there, and it explains every problem."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from prongsai.api.problems import STATUSES
from prongsai.foundation.accounts.scopes import Scope
from tests.factories.at_work import Browser
from tests.factories.installation import PASSWORD, an_installation, served

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text("utf-8")
SAID = "== said =="  # between what one command said and the next


def commands() -> Iterator[tuple[str, str]]:
    """Yield each command of the page with what it says there."""
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL):
        for each in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, said = each.partition("\n")
            yield command, said


def as_pattern(said: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, said.rstrip("\n").split("…"))), re.DOTALL)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A real server with an open year, and a token that somebody made on its pages."""
    folder = tmp_path / "installation"
    an_installation(folder)
    with served(folder) as (address, _):
        desk = Browser(address)
        desk.sign_in()
        assert desk.post("/account/confirm", {"password": PASSWORD}).status == 302
        assert desk.post("/years", {"fiscal_year": "2567"}).status == 302
        scopes = [each.value for each in Scope]
        given: dict[str, str | list[str]] = {"name": "curl", "scopes": scopes, "days": "30"}
        page = desk.post("/account/tokens/make", given).page
        (word,) = set(re.findall(r"prongsai_[\w-]{43}", page))
        yield {"SITE": address, "TOKEN": word}


@pytest.mark.enable_socket
def test_the_session_of_the_page_says_what_stands_there(
    site: dict[str, str], tmp_path: Path
) -> None:
    steps = list(commands())
    script = "".join(f"{command}\necho '{SAID}'\n" for command, _said in steps)
    done = subprocess.run(
        ["bash", "-eu"],
        input=script, env={**site, "PATH": "/usr/bin:/bin"}, cwd=tmp_path, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    *answers, rest = done.stdout.split(f"{SAID}\n")
    assert (len(answers), rest) == (len(steps), "")
    for (command, said), answer in zip(steps, answers, strict=True):
        assert as_pattern(said).fullmatch(answer.rstrip("\n")), (command, answer)


def test_the_page_explains_every_problem_with_its_status() -> None:
    rows = re.findall(r"^\| ([a-z-]+) \| (\d{3}) \| .+ \|$", PAGE, re.MULTILINE)
    assert {code: int(status) for code, status in rows} == STATUSES
