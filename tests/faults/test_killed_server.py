"""Nothing that was answered as saved is lost or half-written when a server dies at any moment."""

from __future__ import annotations

import http.client
import json
import re
import sqlite3
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from secrets import SystemRandom

import pytest

from tests.factories.at_work import Browser, Form
from tests.factories.installation import an_installation, call
from tests.factories.killed import Server, running

pytestmark = pytest.mark.enable_socket

SAVED = 1_000  # answered as saved, by all together
PEOPLE = 4
DEATHS = 3
ADDED = 10  # one write in so many adds a unit, the others rename one


@dataclass
class Work:
    """What people did together, until enough of it was answered as saved."""

    saved: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def of(self, who: int, address: str) -> None:
        """Add units and rename one, again and again, as somebody who signs in once."""
        browser = Browser(address)
        browser.sign_in()
        units = re.findall(r"/units/[\w-]{36}", browser.get("/units").page)
        mine, number, seen = units[who], 0, ""
        while len(self.saved) < SAVED:
            number += 1
            name = f"กอง {who}-{number}"
            try:
                if number % ADDED == 0:
                    self._write(browser, "/units", name, "")
                else:
                    seen = seen or Form(browser.get(mine).page).values["seen"]
                    self._write(browser, mine, name, seen)
                    seen = f"{seen.rpartition('|')[0]}|{name}"  # nobody else renames it
            except (OSError, http.client.HTTPException):
                seen = ""
                time.sleep(0.05)  # the server is dead: nobody tries faster than that

    def _write(self, browser: Browser, path: str, name: str, seen: str) -> None:
        fields = {"name": name, "level": "division", "seen": seen}
        try:
            answer = browser.post(path, fields)
        except (OSError, http.client.HTTPException):
            self.unanswered.append(name)
            raise
        (self.saved if answer.status == 302 else self.refused).append(name)


def killed_while_at_work(server: Server) -> Work:
    work = Work()
    people = [
        threading.Thread(target=work.of, args=(who, server.address), daemon=True)
        for who in range(PEOPLE)
    ]
    for each in people:
        each.start()
    for death in range(1, DEATHS + 1):
        while len(work.saved) < SAVED * death // (DEATHS + 1):
            time.sleep(0.01)
        time.sleep(SystemRandom().uniform(0, 0.1))  # in the middle of anything
        server.kill()
        server.start()
    for each in people:
        each.join()
    return work


def test_what_was_answered_as_saved_outlives_a_server_that_is_killed(tmp_path: Path) -> None:
    an_installation(tmp_path)
    with running(tmp_path) as server:
        work = killed_while_at_work(server)
    assert work.refused == []
    names, told = rows_of(tmp_path)
    written = Counter(new for changes in told.values() for _, new in changes)
    assert set(work.saved) - written.keys() == set()
    ours = {name for name in written if re.match(r"กอง \d", name)}
    assert ours - {*work.saved, *work.unanswered} == set()
    assert [name for name, times in written.items() if times > 1] == []
    # Each row is what the record says last of it, and each change follows from the one before.
    assert {key: changes[-1][1] for key, changes in told.items()} == names
    assert [old for changes in told.values() for old, _ in changes] == [
        before for changes in told.values() for before in (None, *(new for _, new in changes[:-1]))
    ]
    verified = call(tmp_path, "audit", "verify")
    assert (verified.returncode, verified.stdout[:18]) == (0, "The record holds: ")


def rows_of(folder: Path) -> tuple[dict[str, str], dict[str, list[tuple[str | None, str]]]]:
    """Return the units by their keys: their names, and their names before and after each change."""
    with sqlite3.connect(folder / "prongsai.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        names = dict(database.execute("SELECT uuid, name FROM agencies_unit").fetchall())
        events = database.execute(
            "SELECT replace(subject_key, '-', ''), details FROM audit_auditevent"
            " WHERE subject_kind = 'unit' ORDER BY number"
        ).fetchall()
    told: dict[str, list[tuple[str | None, str]]] = {}
    for key, text in events:
        details = json.loads(text)
        old, new = details["changes"].get("name", (None, details["subject"]))
        told.setdefault(key, []).append((old, new))
    return names, told
