"""Programs beside each other; those of the tests are lines of Python that leave traces in files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from prongsai.cli.supervisor import supervised
from tests.factories.processes import HEARS_ALL, is_gone

TELLS = "import os, time; open(f'{os.environ[\"TRACES\"]}/beside.{os.getpid()}', 'w').close()"
STAYS = f"{TELLS}; time.sleep(60)"
WAITS = """
import glob, os, sys, time
while not glob.glob(f'{os.environ["TRACES"]}/beside.*'):
    time.sleep(.1)
sys.exit(3)
"""


@contextmanager
def running(
    folder: Path, *programs: str, before: tuple[str, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    commands = ((sys.executable, "-c", text) for text in programs)
    command = (*HEARS_ALL, *before, *supervised(*commands))
    with subprocess.Popen(command, env={**os.environ, "TRACES": str(folder)}) as supervisor:
        try:
            yield supervisor
        finally:
            supervisor.terminate()


def begun(folder: Path, name: str, count: int = 1) -> list[int]:
    """Return the process ids in the names of traces, once there are as many."""
    for _ in range(600):
        found = sorted(folder.glob(f"{name}.*"))
        if len(found) >= count:
            return [int(path.suffix[1:]) for path in found]
        time.sleep(0.1)
    raise AssertionError(name)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_no_program_outlives_the_supervisor_however_it_is_ended(
    number: signal.Signals, tmp_path: Path
) -> None:
    with running(tmp_path, STAYS.replace("beside", "main"), STAYS) as supervisor:
        programs = [*begun(tmp_path, "main"), *begun(tmp_path, "beside")]
        supervisor.send_signal(number)
        supervisor.wait(timeout=60)
    assert [is_gone(each) for each in programs] == [True, True]


def test_a_supervisor_that_is_to_outlive_its_window_does(tmp_path: Path) -> None:
    with running(tmp_path, STAYS.replace("beside", "main"), before=("nohup",)) as supervisor:
        (main,) = begun(tmp_path, "main")
        supervisor.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            supervisor.wait(timeout=2)
        assert supervisor.poll() is None
        supervisor.terminate()
        supervisor.wait(timeout=60)
    assert is_gone(main)


def test_one_that_ends_is_begun_again_and_all_end_when_told(tmp_path: Path) -> None:
    with running(tmp_path, STAYS.replace("beside", "main"), TELLS) as supervisor:
        (main,) = begun(tmp_path, "main")
        begun(tmp_path, "beside", 2)
        supervisor.terminate()
        supervisor.wait(timeout=60)
    assert is_gone(main)


def test_when_the_main_one_ends_the_others_end(tmp_path: Path) -> None:
    with running(tmp_path, WAITS, STAYS) as supervisor:
        assert supervisor.wait(timeout=60) == 3
    (beside,) = begun(tmp_path, "beside")
    assert is_gone(beside)
