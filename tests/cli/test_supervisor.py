"""Programs beside each other; those of the tests are lines of Python that leave traces in files."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prongsai.cli.supervisor import supervised
from tests.factories.processes import is_gone

TELLS = "import os, time; open(f'{os.environ[\"TRACES\"]}/beside.{os.getpid()}', 'w').close()"
STAYS = f"{TELLS}; time.sleep(60)"
WAITS = """
import glob, os, sys, time
while not glob.glob(f'{os.environ["TRACES"]}/beside.*'):
    time.sleep(.1)
sys.exit(3)
"""


@contextmanager
def running(folder: Path, *programs: str) -> Iterator[subprocess.Popen[bytes]]:
    command = supervised(*((sys.executable, "-c", text) for text in programs))
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
