"""People save in the same moment: one of them is first, and the others are told."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import psycopg
import pytest

from tests.factories.at_work import Browser, Form
from tests.factories.installation import NEW, PASSWORD, an_installation, call
from tests.factories.killed import Server, running

TOOL = Path(__file__).parents[2] / "tools" / "with_postgres.py"
# PostgreSQL listens on a socket of a folder, and on no port.
pytestmark = pytest.mark.enable_socket

PEOPLE = 4
ROUNDS = 3
TOLD = "ระหว่างนี้มีผู้"


Verify = Callable[[], int]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Verify]]:
    """A server on each kind of database for all tests, and what verifies its record."""
    folder = tmp_path_factory.mktemp(request.param)
    opened = opened_on_sqlite if request.param == "sqlite" else opened_on_postgres
    with opened(folder) as given, running(folder, given) as server:
        yield server, lambda: call(folder, "audit", "verify", settings=given).returncode


@contextmanager
def opened_on_sqlite(folder: Path) -> Iterator[dict[str, str]]:
    an_installation(folder)
    yield {}


@contextmanager
def opened_on_postgres(folder: Path) -> Iterator[dict[str, str]]:
    with runpy.run_path(str(TOOL))["postgres"]() as url:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("CREATE DATABASE own")
        settings = {"PRONGSAI_DATABASE_URL": url.replace("/postgres?", "/own?")}
        opened = call(folder, *NEW, given=f"{PASSWORD}\n", settings=settings)
        assert (opened.returncode, opened.stderr) == (0, "")
        yield settings


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
    served: tuple[Server, Verify],
) -> None:
    server, verify = served
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
    assert verify() == 0


def another_administrator(first: Browser) -> Browser:
    """Let an administrator invite another one; return the browser in which that one joined."""
    given = {"name": "สมมติ ดวง", "email": "duang@example.go.th", "roles": "administrator"}
    invited = first.post("/people/invite", given).page
    path = re.findall(r"/invitations/[\w-]+", invited)[0]
    second = Browser(first.address)
    second.token = Form(second.get(path).page).values["csrfmiddlewaretoken"]
    assert second.post(path, {"password": PASSWORD}).status == 302
    second.take_up_work()
    return second


def test_two_administrators_who_demote_each_other_do_not_leave_nobody(
    served: tuple[Server, Verify],
) -> None:
    """The last of this server: who signs in on others may be no administrator any more."""
    first = Browser(served[0].address)
    first.sign_in()
    both = [first, another_administrator(first)]
    paths = sorted(set(re.findall(r"/people/[\w-]{36}", first.get("/people").page)))
    seen = [Form(first.get(path).page).values["seen"] for path in paths]
    start = Barrier(len(both))

    def demote(who: int) -> int:
        start.wait()
        return both[who].post(paths[who], {"roles": "viewer", "seen": seen[who]}).status

    with ThreadPoolExecutor(len(both)) as threads:
        answers = list(threads.map(demote, range(len(both))))
    # The second is refused with a reason, or stands at a closed door: no longer administrator.
    assert sorted(answers) in ([200, 302], [302, 403])
    assert sum(each.get("/people/invite").status == 200 for each in both) == 1
