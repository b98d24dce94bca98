"""The commands of the server, as somebody at the machine calls them: in processes of their own."""

from __future__ import annotations

import json
import signal
import socket
import sqlite3
import time
from pathlib import Path

import pytest

from tests.factories.installation import (
    NEW,
    PASSWORD,
    an_installation,
    call,
    log_of,
    served,
    wait_for,
)
from tests.factories.processes import is_gone


def test_an_agency_is_opened_once_and_its_secret_is_its_owners_only(tmp_path: Path) -> None:
    opened = call(tmp_path, *NEW, given=f"{PASSWORD}\n")
    assert (opened.returncode, opened.stderr) == (0, "")
    assert opened.stdout == "อบต.ตัวอย่าง was opened.\nNext: prongsai serve\n"
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    again = call(tmp_path, *NEW, given=f"{PASSWORD}\n")
    assert again.returncode == 2
    assert "อบต.ตัวอย่าง is there already." in again.stderr


UNUSABLE = (
    ((), "short\n", "the password is too short"),
    ((), "password1234\n", "the password is too short, one that many people use"),
    ((), "officer@example.go.th\n", "or like the name or the address."),
    (("--email", "officer"), f"{PASSWORD}\n", "--email: officer is no e-mail address."),
    (("--kind", "ministry"), f"{PASSWORD}\n", "--kind cannot be “ministry”"),
)


def test_what_cannot_be_used_opens_nothing(tmp_path: Path) -> None:
    for changes, given, said in UNUSABLE:
        refused = call(tmp_path, *NEW, *changes, given=given)
        assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr
    assert call(tmp_path, *NEW, given=f"{PASSWORD}\n").returncode == 0  # it is not there already


NOT_THERE = "there is no installation in {}."
AT_WORK = [
    ("serve",), ("worker",), ("worker", "--once"), ("audit", "verify"), ("doctor",), ("backup",),
]  # fmt: skip


@pytest.mark.enable_socket
@pytest.mark.parametrize("command", AT_WORK, ids=lambda words: " ".join(words[:2]))
def test_a_folder_whose_name_is_misspelt_is_not_made_into_an_installation(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    if command[0] == "backup":
        to = call(tmp_path, "backup", "--new-key", str(tmp_path / "key")).stdout.strip()
        command = ("backup", str(tmp_path / "kept"), "--to", to)
    before = sorted(tmp_path.iterdir())
    for folder in (tmp_path / "empty", tmp_path / "mistyped"):
        refused = call(folder, *command)
        assert refused.returncode == (1 if command == ("doctor",) else 2)
        assert NOT_THERE.format(folder) in refused.stdout + refused.stderr
        assert "prongsai init" in refused.stdout + refused.stderr
    assert (sorted(tmp_path.iterdir()), [*(tmp_path / "empty").iterdir()]) == (before, [])


def test_a_database_whose_name_is_misspelt_is_not_made_either(tmp_path: Path) -> None:
    an_installation(tmp_path / "there")
    settings = {"PRONGSAI_DATABASE_URL": f"sqlite:///{tmp_path}/mistyped"}
    refused = call(tmp_path / "there", "worker", "--once", settings=settings)
    assert refused.returncode == 2
    assert NOT_THERE.format(tmp_path / "there") in refused.stderr
    assert not (tmp_path / "mistyped").exists()


@pytest.mark.parametrize("name", ["secret", "prongsai.sqlite3"])
def test_what_is_damaged_is_refused_and_left_as_it_is(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("damaged " * 200)
    for command in (("audit", "verify"), NEW):
        refused = call(tmp_path, *command, given=f"{PASSWORD}\n")
        assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
    assert (tmp_path / name).read_text() == "damaged " * 200


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused = call(tmp_path / "file", *NEW, given=f"{PASSWORD}\n")
    assert refused.returncode == 2
    assert "a setting is wrong: " in refused.stderr


def test_a_wrong_setting_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "prongsai.sqlite3").touch()
    refused = call(tmp_path, "audit", "verify")
    assert refused.returncode == 2
    assert "a setting is wrong: " in refused.stderr


def test_a_record_that_was_changed_is_told_with_its_place(tmp_path: Path) -> None:
    an_installation(tmp_path)
    holds = call(tmp_path, "audit", "verify")
    assert (holds.returncode, holds.stdout) == (0, "The record holds: 9 events.\n")
    with sqlite3.connect(tmp_path / "prongsai.sqlite3") as database:
        database.execute("DROP TRIGGER audit_only_forgotten")
        database.execute("UPDATE audit_auditevent SET author_key = 'x' WHERE number = 4")
    broken = call(tmp_path, "audit", "verify")
    assert broken.returncode == 2
    assert broken.stderr.startswith("agency 1, event 4: it was changed.\n")


@pytest.mark.enable_socket
def test_the_server_serves_pages_and_their_look_and_ends_when_told(tmp_path: Path) -> None:
    an_installation(tmp_path)
    with served(tmp_path) as (address, process):
        assert wait_for(f"{address}/health") == b"ok\n"
        assert "เข้าสู่ระบบ" in wait_for(f"{address}/sign-in").decode()
        assert b"Sarabun" in wait_for(f"{address}/static/web/prongsai.css")
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
        first, *lines = log_of(tmp_path).read_text("utf-8").splitlines()
        assert (process.returncode, first) == (0, f"Prongsai is at {address}")
        assert [json.loads(line)["page"] for line in lines] == ["sign-in"]


def below(process: int) -> list[int]:
    """Return the processes that one has begun, and those that these have."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [pid for each in map(int, listed) for pid in (each, *below(each))]


def when_all_have_begun(server: int) -> list[int]:
    """Wait for gunicorn, three of its workers, and our worker."""
    for _ in range(300):
        if len(found := below(server)) >= 5:
            return found
        time.sleep(0.1)
    raise AssertionError(found)


@pytest.mark.enable_socket
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_of_a_server_is_left_however_it_is_ended(
    number: signal.Signals, tmp_path: Path
) -> None:
    an_installation(tmp_path)
    with served(tmp_path) as (_, process):
        left = when_all_have_begun(process.pid)
        process.send_signal(number)
        process.wait(timeout=30)
    assert [is_gone(each) for each in left] == [True] * len(left)


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = call(tmp_path, "serve", "--port", str(taken.getsockname()[1]))
    assert refused.returncode == 2
    assert "nobody can listen at 127.0.0.1" in refused.stderr
