"""Four people save the same row in the same moment: one of them is first, the others are told."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import psycopg
import pytest

from tests.factories.at_work import Browser, Form
from tests.factories.installation import NEW, PASSWORD, call
from tests.factories.killed import running

TOOL = Path(__file__).parents[2] / "tools" / "with_postgres.py"
# PostgreSQL listens on a socket of a folder, and on no port.
pytestmark = pytest.mark.enable_socket

PEOPLE = 4
ROUNDS = 3
TOLD = "ระหว่างนี้มีผู้"


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    if request.param == "sqlite":
        yield {}
        return
    with runpy.run_path(str(TOOL))["postgres"]() as url:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("CREATE DATABASE own")
        yield {"PRONGSAI_DATABASE_URL": url.replace("/postgres?", "/own?")}


def saved_together(people: list[Browser], path: str, seen: str, turn: int) -> list[str]:
    """Let all save the same row at once; return what each was answered."""
    start = Barrier(len(people))

    def save(who: int) -> str:
        fields = {"name": f"กอง {turn}-{who}", "level": "division", "seen": seen}
        start.wait()
        answer = people[who].post(path, fields)
        return "saved" if answer.status == 302 else "told" if TOLD in answer.page else answer.page

    with ThreadPoolExecutor(len(people)) as threads:
        return list(threads.map(save, range(len(people))))


def test_of_people_who_save_the_same_row_one_is_first_and_the_others_are_told(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    opened = call(tmp_path, *NEW, given=f"{PASSWORD}\n", settings=settings)
    assert (opened.returncode, opened.stderr) == (0, "")
    with running(tmp_path, settings) as server:
        people = [Browser(server.address) for _ in range(PEOPLE)]
        for each in people:
            each.sign_in()
        path = re.findall(r"/units/[\w-]{36}", people[0].get("/units").page)[0]
        for turn in range(ROUNDS):
            seen = Form(people[0].get(path).page).values["seen"]
            answers = saved_together(people, path, seen, turn)
            assert sorted(answers) == ["saved", *["told"] * (PEOPLE - 1)]
            now = Form(people[0].get(path).page).values["name"]
            assert now == f"กอง {turn}-{answers.index('saved')}"
    assert call(tmp_path, "audit", "verify", settings=settings).returncode == 0
