"""The worker is killed between any two statements, and by SIGKILL again and again."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.db import connection

from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.agencies import scope
from prongsai.foundation.jobs.services import take_up_again
from prongsai.foundation.jobs.work import do_next
from prongsai.foundation.notices import mails
from prongsai.foundation.notices.kinds import NEAR
from prongsai.foundation.notices.smtp import Server
from tests.factories.deadlines import MONDAY, asked, deadline, told
from tests.factories.deadlines import mails as mails_of
from tests.factories.installation import call, environment
from tests.factories.mail_server import Box, mail_server
from tests.factories.people import Somebody, an_agency

# The days are far ahead, so that the day on which the test runs brings nothing of its own.
AGENCIES, PEOPLE = 10, 19  # a job for each agency and for each person's mail: 200
FILL = f"""
import django; django.setup()
from datetime import date
from django.core.management import call_command
call_command("migrate", verbosity=0)
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.jobs.services import ask
from prongsai.foundation.notices.models import Reminder
for number in range({AGENCIES}):
    agency = Agency.objects.create(name=f"อบต.{{number}}", kind="sao", province="จังหวัดสมมติ")
    with scope.agency(agency.pk):
        for each in range({PEOPLE}):
            person = Person.objects.create(email=f"p{{number}}-{{each}}@example.org", name="สมมติ")
            Membership.objects.create(agency=agency, person=person, roles=["ita_officer"],
                                      starts_on=date(2020, 1, 1))
            Reminder.objects.create(agency=agency, subject_kind="measure", subject_key=str(each),
                                    title="งาน", due_on=date(2099, 11, 24), person=person)
        ask(agency_id=agency.pk, kind="notices.day", key="2099-11-23")
"""
# A worker is a process of its own that begins at once: its modules are loaded before the fork.
KILL = """
import os, random, signal, sqlite3, time
import django; django.setup()
from prongsai.foundation.jobs.work import Stop, work
from prongsai.foundation.notices import tasks
from prongsai.stages.cycles import tasks as of_results
database = os.path.join(os.environ["PRONGSAI_FOLDER"], "prongsai.sqlite3")
OPEN = "SELECT count(*) FROM jobs_job WHERE state IN ('waiting', 'running')"
kills, left = 0, 1
while left:
    worker = os.fork()
    if worker == 0:
        work(Stop(), lambda: None)
    time.sleep(random.uniform(0.05, 0.7))
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    kills += 1
    rows = sqlite3.connect(database)
    ((left,),) = rows.execute(OPEN)
    rows.close()
print(kills)
"""


class Killed(BaseException):
    """What SIGKILL is to a process."""


class KilledAt:
    """Lets the worker die instead of its n-th statement."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.is_dead = False

    def __call__(self, execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        bookkeeping = sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "SELECT set_config"))
        if not self.is_dead and not bookkeeping:
            self.left -= 1
            self.is_dead = self.left < 0
            if self.is_dead:
                raise Killed
        return execute(sql, *given)


def work_on() -> None:
    with scope.everywhere():
        take_up_again()
    while do_next():
        pass


def dies_at(number: int) -> bool:
    """Work until the n-th statement; return whether the worker died there."""
    try:
        with connection.execute_wrapper(KilledAt(number)):
            work_on()
    except Killed:
        return True
    return False


def an_officer(number: int) -> Somebody:
    """Somebody with a deadline tomorrow, in an agency of its own whose day is asked for."""
    agency = an_agency(f"อบต.{number}")
    person = Person.objects.create(email=f"p{number}@example.org", name="สมมติ ใจดี")
    with scope.agency(agency.pk):
        membership = Membership.objects.create(
            agency=agency, person=person, roles=["ita_officer"], starts_on=date(2020, 1, 1)
        )
    who = Somebody(person, membership)
    deadline(who, MONDAY)
    asked(agency, "notices.day", MONDAY.isoformat())
    return who


@pytest.mark.django_db
def test_killed_between_any_two_statements_tells_once_and_mails_at_most_once(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAIL_SERVER = Server(host="nowhere", port=1)
    settings.MAIL_FROM, settings.ADDRESS = "ita@example.org", "https://ita.example.org"
    taken: list[str] = []
    monkeypatch.setattr(mails, "deliver", lambda letter, **_: taken.append(letter["To"]))
    outcomes = []
    for number in itertools.count():
        who = an_officer(number)
        has_died = dies_at(number)
        work_on()
        assert told(who) == [(NEAR, -1)]
        ((state, _count),) = mails_of(who.agency)
        outcomes.append((state, taken.count(who.person.email)))
        if not has_died:
            break
    assert len(outcomes) > 20
    assert set(outcomes) == {("sent", 1), ("unsure", 1)}
    assert outcomes[-1] == ("sent", 1)


def filled(folder: Path, box: Box) -> dict[str, str]:
    """Make an installation with 200 jobs; return its environment."""
    given = {
        **environment(folder),
        "DJANGO_SETTINGS_MODULE": "prongsai.config.settings",
        "PRONGSAI_SMTP_URL": f"smtp://127.0.0.1:{box.port}",
        "PRONGSAI_MAIL_FROM": "ita@example.org",
        "PRONGSAI_ADDRESS": "https://ita.example.org",
    }
    subprocess.run([sys.executable, "-c", FILL], env=given, check=True)
    return given


def killed_again_and_again(given: Mapping[str, str]) -> int:
    """Let workers begin and kill each, until all is done; return how often one was killed."""
    command = [sys.executable, "-c", KILL]
    done = subprocess.run(command, env=given, check=True, capture_output=True, text=True)
    return int(done.stdout)


def asked_of(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(folder / "prongsai.sqlite3")) as database:
        return database.execute(sql).fetchall()


@pytest.mark.enable_socket
def test_killed_by_the_system_at_random_200_jobs_are_done_and_each_is_told_once(
    tmp_path: Path,
) -> None:
    with mail_server() as box:
        kills = killed_again_and_again(filled(tmp_path, box))
        assert call(tmp_path, "worker", "--once").returncode == 0
    (done,) = asked_of(tmp_path, "SELECT count(*) FROM jobs_job WHERE state = 'done'")
    assert (done[0] >= AGENCIES * (PEOPLE + 1), kills > 3) == (True, True)
    assert asked_of(tmp_path, "SELECT 1 FROM jobs_job WHERE state <> 'done'") == []
    told_of = "SELECT count(*), count(DISTINCT person_id) FROM notices_notice WHERE step = -1"
    assert asked_of(tmp_path, told_of) == [(AGENCIES * PEOPLE, AGENCIES * PEOPLE)]
    taken = Counter(str(message["Message-ID"]) for _, message in box.taken)
    assert set(taken.values()) == {1}
    states = asked_of(tmp_path, "SELECT state, uuid FROM notices_mail")
    sent = {f"<{UUID(uuid)}@ita.example.org>" for state, uuid in states if state == "sent"}
    unsure = [uuid for state, uuid in states if state == "unsure"]
    assert sent <= set(taken)
    assert (len(sent) + len(unsure), len(unsure) <= kills) == (len(states), True)
