"""What the doctor sees, check by check, and the command as somebody at the machine calls it."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from enum import Enum
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from prongsai.cli.checkup import around, folder, tables
from prongsai.cli.checkup.line import Line
from prongsai.cli.commands import COMMANDS, Command
from prongsai.core.sentences import say
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.backups.services import LAST
from tests.factories.databases import database_in
from tests.factories.installation import (
    RUN,
    an_installation,
    call,
    environment,
    served,
)
from tests.factories.people import an_agency

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings


# Names of programs, files and settings.
THAI_KEEPS = {"SQLite", "MB", "localhost", "worker", "prongsai", "serve", "PRONGSAI_SMTP_URL"}


def said(check: Callable[[], Iterator[Line]]) -> list[str]:
    return [f"{line.level.value}: {line.what.template}" for line in check()]


@pytest.fixture
def home(tmp_path: Path, settings: Settings) -> Path:
    tmp_path.chmod(0o700)
    settings.FOLDER = tmp_path
    settings.WORKER_SEEN = tmp_path / "worker.json"
    settings.STATIC_ROOT = tmp_path / "static"
    return tmp_path


@pytest.mark.enable_socket
def test_a_new_installation_is_well_but_for_its_backup_and_mail(tmp_path: Path) -> None:
    home = tmp_path / "home"
    an_installation(home)
    with served(home):
        found = call(home, "doctor")
    marks = [line for line in found.stdout.splitlines() if not line.startswith(("ok", " "))]
    assert (found.returncode, found.stderr, marks) == (
        0,
        "",
        [
            "look     no mail is set: links of invitations are handed over by hand.",
            "look     no backup was made yet.",
        ],
    )
    to = call(home, "backup", "--new-key", str(tmp_path / "key")).stdout.strip()
    call(home, "backup", str(tmp_path / "kept"), "--to", to)
    assert "ok       the last backup is 0 d 0 h old." in call(home, "doctor").stdout


def test_where_nothing_is_the_doctor_makes_nothing(tmp_path: Path) -> None:
    found = call(tmp_path / "none", "doctor")
    assert found.returncode == 1
    assert found.stdout.startswith(f"wrong    there is no installation in {tmp_path / 'none'}.\n")
    assert not (tmp_path / "none").exists()


def test_a_wrong_setting_and_a_broken_database_are_told(tmp_path: Path) -> None:
    an_installation(tmp_path)
    (tmp_path / "prongsai.sqlite3").write_text("damaged " * 2_000)
    found = call(tmp_path, "doctor")
    assert found.returncode == 1
    assert (
        "wrong    the version of the tables: cannot be looked at: file is not a database."
        in found.stdout
    )
    assert "the fonts of the documents" in found.stdout
    (tmp_path / "secret").chmod(0o644)
    assert "others may read it" in call(tmp_path, "doctor").stdout


def in_thai(home: Path) -> str:
    command = [*RUN, "doctor"]
    env = environment(home)
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout


@pytest.mark.enable_socket
def test_in_thai_nothing_is_english_but_names(tmp_path: Path) -> None:
    an_installation(tmp_path)
    to = call(tmp_path, "backup", "--new-key", str(tmp_path / "key")).stdout.strip()
    call(tmp_path, "backup", str(tmp_path / "kept"), "--to", to)
    sound = in_thai(tmp_path)
    (tmp_path / "prongsai.sqlite3").write_text("damaged " * 2_000)
    broken = in_thai(tmp_path).replace("file is not a database", "")
    told = (sound + broken).replace(str(tmp_path), "")
    assert {*re.findall("[A-Za-z][A-Za-z_]+", told)} == THAI_KEEPS
    assert f"{timezone.localdate().year + 543} " in sound


def test_a_folder_that_others_can_read_is_wrong(home: Path) -> None:
    (home / "secret").write_text("x")
    home.chmod(0o755)
    assert said(folder.permissions) == [
        "wrong: others on this machine can read the folder %(folder)s."
    ]
    home.chmod(0o700)
    assert said(folder.permissions) == ["ok: the folder %(folder)s is its owner's only."]


@pytest.mark.parametrize(
    ("free", "level"), [(50_000_000, "wrong"), (500_000_000, "look"), (5_000_000_000, "ok")]
)
@pytest.mark.usefixtures("home")
def test_a_full_disk_is_told(free: int, level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    assert said(folder.space) == [f"{level}: free on the disk: %(free)s MB."]


@pytest.mark.usefixtures("home")
def test_style_sheets_that_were_not_put_in_place_are_told() -> None:
    assert said(folder.look_of_pages) == [
        "look: the style sheets are not where the server looks for them."
    ]


@pytest.mark.parametrize(
    ("hosts", "https", "told"),
    [
        (["ita.go.th"], False, "wrong: passwords go over the network in the open"),
        (["localhost"], True, "look: HTTPS is set, and only this machine is answered"),
        (["ita.go.th"], True, "ok: the server answers to"),
        (["127.0.0.1"], False, "ok: the server answers to"),
    ],
)
def test_names_and_https_must_fit(
    hosts: list[str], https: bool, told: str, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS, settings.HTTPS = hosts, https
    assert said(around.address)[0].startswith(told)


class Security(Enum):
    NONE = "smtp"


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("greeting", "told"),
    [
        (b"220 mail\r\n", "ok: the mail server %(host)s answers."),
        (b"SSH-2.0\r\n", "wrong: %(host)s, port %(port)s is no mail server."),
    ],
)
def test_a_mail_server_is_known_by_its_greeting(
    greeting: bytes, told: str, settings: Settings
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            link, _ = server.accept()
            link.sendall(greeting)
            link.close()

        Thread(target=greet, daemon=True).start()
        port = server.getsockname()[1]
        settings.MAIL_SERVER = SimpleNamespace(host="127.0.0.1", port=port, security=Security.NONE)
        assert said(around.mail) == [told]
    assert said(around.mail) == ["wrong: the mail server %(host)s does not answer: %(why)s."]


@pytest.mark.parametrize(
    ("age", "told"),
    [
        (None, "look: no worker has been here."),
        (timedelta(seconds=30), "ok: the worker is at work."),
        (timedelta(hours=1), "wrong: the worker was last here %(age)s ago."),
    ],
)
def test_a_worker_that_is_gone_is_told(
    age: timedelta | None, told: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "worker", Command("x", say("x")))
    if age is not None:
        at = (timezone.now() - age).isoformat()
        (home / "worker.json").write_text(json.dumps({"at": at}))
    assert said(around.worker) == [told]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"at": "x"}', '{"at": 1}', '{"at": "2026-01-01T00:00:00"}']
)
def test_a_moment_that_cannot_be_read_is_none(text: str, home: Path) -> None:
    (home / LAST).write_text(text)
    assert said(around.backup) == ["look: no backup was made yet."]


def test_an_old_backup_is_told(home: Path) -> None:
    at = (timezone.now() - timedelta(days=8, hours=3)).isoformat()
    (home / LAST).write_text(json.dumps({"at": at}))
    (line,) = around.backup()
    assert (line.level.value, str(line.what)) == ("look", "the last backup is 8 d 3 h old.")


@pytest.mark.django_db
def test_what_the_database_is_asked(home: Path) -> None:
    with database_in(home):
        assert said(tables.steps) == ["wrong: the tables are of an earlier version."]
    with database_in(home, migrated=True):
        assert said(tables.steps) == ["ok: the database answers: %(kind)s."]
        assert said(tables.safety)[0].startswith("ok: ")
        assert said(tables.agencies) == ["look: there is no agency yet."]
        an_agency("อบต.หนึ่ง")
        assert said(tables.agencies) == ["ok: agencies: %(count)s."]
        assert said(tables.record) == ["ok: the record of changes holds: %(count)s events."]


@pytest.mark.django_db
def test_a_record_that_does_not_hold_and_a_clock_that_is_behind_are_told() -> None:
    an_agency("อบต.หนึ่ง")
    event = AuditEvent.objects.first()
    assert event is not None
    later = {field.attname: getattr(event, field.attname) for field in event._meta.concrete_fields}
    later |= {"id": None, "uuid": "0" * 32, "number": 99, "at": timezone.now() + timedelta(days=1)}
    AuditEvent.objects.create(**later)
    assert said(tables.record) == ["wrong: the record of changes does not hold."]
    assert said(tables.clock) == ["wrong: the clock is behind: the record has an event of %(at)s."]


@pytest.mark.django_db
@pytest.mark.skipif("PRONGSAI_DATABASE_URL" not in os.environ, reason="make test-postgres")
def test_a_table_without_a_wall_is_named() -> None:
    assert said(tables.safety) == ["ok: the walls between agencies stand in the database too."]
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE agencies_unit NO FORCE ROW LEVEL SECURITY")
    (line,) = tables.safety()
    assert (line.level.value, dict(line.what.params)) == ("wrong", {"names": "agencies_unit"})
