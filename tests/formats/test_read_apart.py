"""A file is read in a process of its own, and whatever happens there becomes a refusal."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Reading
from prongsai.core.readings.understand import understand
from prongsai.formats import apart_process
from prongsai.formats import read_apart as apart
from prongsai.formats.apart_answer import Read
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_apart import read_apart
from prongsai.formats.readers import source_in
from prongsai.formats.reading_file import write_reading_json, write_reading_yaml
from tests.factories.bare_word import paragraph, table, word_file
from tests.factories.processes import is_gone

WORD = word_file(paragraph("ก") + table([["ข้อ", "คะแนน"], ["i1", "90"]]))
Child = Callable[[str], None]
GAVE = "import sys; sys.stdin.buffer.read(); sys.stdout.write('{\"read\": {}}')"


def test_a_file_read_apart_is_the_same_source_and_says_the_same() -> None:
    source = source_in(WORD)

    assert read_apart(WORD) == Read(source=source, reading=understand(source, editions_by_year()))


@pytest.mark.parametrize("write", [write_reading_json, write_reading_yaml])
def test_a_reading_is_read_apart_too(write: Callable[[Reading], str]) -> None:
    reading = read_apart(WORD).reading

    assert read_apart(write(reading).encode()) == Read(reading=reading)


def test_a_refusal_is_the_same_apart() -> None:
    with pytest.raises(Refusal) as here:
        source_in(b"{\\rtf")
    with pytest.raises(Refusal) as there:
        read_apart(b"{\\rtf")

    assert there.value.args == here.value.args


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Child:
    """Let another program be the child: a script that is given."""

    def be(code: str) -> None:
        command = [sys.executable, "-I", "-S", "-c", code]
        monkeypatch.setattr(apart_process, "_command", lambda _: command)

    return be


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("raise SystemExit(3)", "takes more than 225 MB of memory"),
        ("import os; os.kill(os.getpid(), 9)", "takes more than 225 MB of memory"),
        ("import os; os.kill(os.getpid(), 24)", "took longer than 60 seconds"),
        ("import os; os.abort()", "damaged, or made to stop who reads it"),
        ("raise ValueError", "damaged, or made to stop who reads it"),
        (GAVE + "; raise SystemExit(1)", "damaged, or made to stop who reads it"),
        ("print('a' * 1_000)", "takes more than 225 MB of memory"),
        ("print('nothing')", "not a text that can be used"),
    ],
)
def test_a_child_that_ends_badly_is_a_refusal(
    code: str, what: str, child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(code)
    monkeypatch.setattr(apart, "BOUNDS", replace(apart.BOUNDS, answer=100))

    with pytest.raises(Refusal, match=what) as caught:
        read_apart(b"a" * 1_000_000)
    assert caught.value.fix is not None


def test_a_child_that_takes_too_long_is_ended_with_what_it_started(
    child: Child, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    child(
        "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c',"
        f" 'import time; time.sleep(60)']); open({str(started)!r}, 'w').write(str(p.pid));"
        " time.sleep(60)"
    )
    monkeypatch.setattr(apart, "BOUNDS", replace(apart.BOUNDS, seconds=1))

    begun = time.monotonic()
    with pytest.raises(Refusal, match="took longer than 1 seconds"):
        read_apart(b"")
    assert time.monotonic() - begun < 10
    assert is_gone(int(started.read_text()))


def test_the_child_is_ended_where_nobody_waits_for_it(
    child: Child, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    child(f"import os, time; open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(60)")

    def interrupt(_: object) -> bytes:
        while not (started.exists() and started.read_text()):
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(apart_process._Child, "answer", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_apart(b"")
    assert is_gone(int(started.read_text()))


def test_the_child_knows_nothing_of_the_environment_and_stands_in_an_empty_folder(
    child: Child, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = tmp_path / "found"
    monkeypatch.setenv("PRONGSAI_SECRET", "a")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/needed")
    look = "[sorted(os.environ), os.listdir('.'), os.getcwd()]"
    child(f"import json, os; json.dump({look}, open({str(found)!r}, 'w'));" + GAVE)

    read_apart(b"")

    names, files, folder = json.loads(found.read_text())
    # Python itself puts LC_CTYPE there, on a machine without a language.
    assert ([name for name in names if name != "LC_CTYPE"], files) == (["LD_LIBRARY_PATH"], [])
    assert not Path(folder).exists()
