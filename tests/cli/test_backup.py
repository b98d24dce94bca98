"""The drill: what an administrator does to keep an installation and to have it again."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories.installation import (
    an_installation,
    call,
    environment,
    served,
    wait_for,
)

WRITES = """
import django; django.setup()
from prongsai.foundation.agencies.scope import agency
from prongsai.foundation.agencies.models import Agency, UnitLevel
from prongsai.foundation.agencies.services import add_unit
from prongsai.foundation.audit.services import Program
one = Agency.objects.get()
number = 0
with agency(one.pk):
    while True:
        number += 1
        add_unit(agency=one, name=f"กองที่ {number}", level=UnitLevel.DIVISION, by=Program("x"))
        print(number, flush=True)
"""


@pytest.fixture
def key(tmp_path: Path) -> tuple[Path, str]:
    made = call(tmp_path / "first", "backup", "--new-key", str(tmp_path / "key"))
    assert (made.returncode, made.stderr) == (0, "")
    return tmp_path / "key", made.stdout.strip()


@pytest.mark.enable_socket
def test_the_drill_while_somebody_writes(key: tuple[Path, str], tmp_path: Path) -> None:
    an_installation(tmp_path / "first")
    given = environment(tmp_path / "first") | {"DJANGO_SETTINGS_MODULE": "prongsai.config.settings"}
    command = (sys.executable, "-c", WRITES)
    with subprocess.Popen(command, env=given, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        first = int(writer.stdout.readline())
        kept = call(tmp_path / "first", "backup", str(tmp_path / "kept"), "--to", key[1])
        writer.terminate()
        last = int(writer.stdout.read().split()[-1])
    assert (kept.returncode, kept.stderr, last > first + 1) == (0, "", True)

    restored = restore(tmp_path, key[0])
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "The record of changes holds. Next: prongsai serve" in restored.stdout
    assert re.search(r"as they were at \d{4}-\d\d-\d\d \d\d:\d\d\.\n", restored.stdout)
    assert "The record holds: " in call(tmp_path / "second", "audit", "verify").stdout
    with served(tmp_path / "second") as (address, _):
        assert "เข้าสู่ระบบ" in wait_for(f"{address}/sign-in").decode()


def restore(folder: Path, key: Path) -> subprocess.CompletedProcess[str]:
    return call(folder / "second", "restore", str(folder / "kept"), "--key", str(key))


def test_another_key_makes_no_installation(key: tuple[Path, str], tmp_path: Path) -> None:
    an_installation(tmp_path / "first")
    call(tmp_path / "first", "backup", str(tmp_path / "kept"), "--to", key[1])
    call(tmp_path / "first", "backup", "--new-key", str(tmp_path / "other"))
    refused = restore(tmp_path, tmp_path / "other")
    assert refused.returncode == 2
    assert "this key does not open it." in refused.stderr
    assert not (tmp_path / "second" / "prongsai.sqlite3").exists()
    assert restore(tmp_path, key[0]).returncode == 0
    again = restore(tmp_path, key[0])
    assert (again.returncode, "there is something already." in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("backup",), "a file and a recipient must be given."),
        (("backup", "kept", "--to", "age1x"), "--to: age1x is no recipient of age."),
        (("restore", "none", "--key", "none"), "none: the file cannot be read"),
    ],
)
def test_what_is_not_given_is_asked_for(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    refused = call(tmp_path / "new", *arguments)
    assert (refused.returncode, said in refused.stderr) == (2, True)


def test_a_backup_is_not_written_where_nothing_is_installed(
    key: tuple[Path, str], tmp_path: Path
) -> None:
    refused = call(tmp_path / "none", "backup", str(tmp_path / "kept"), "--to", key[1])
    assert (refused.returncode, (tmp_path / "none").exists()) == (2, False)
    assert f"there is no installation in {tmp_path}/none." in refused.stderr
