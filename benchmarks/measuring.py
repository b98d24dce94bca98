"""Run a command in a process of its own and tell how long it took and how much memory it used."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

BIN = Path(__file__).parents[1] / ".venv" / "bin"


class Measured(NamedTuple):
    """The best of several runs: seconds from start to end, and the peak memory in MB."""

    seconds: float
    megabytes: float


def measured(command: Sequence[object], *, runs: int = 3) -> Measured:
    """Run a command several times, its output dropped. A failing command ends the benchmark."""
    return by_turns([command], runs=runs)[0]


def by_turns(commands: Sequence[Sequence[object]], *, runs: int) -> list[Measured]:
    """Run several commands by turns, so that a busy minute of the machine meets all of them."""
    found = [[_once([str(word) for word in each]) for each in commands] for _ in range(runs)]
    return [
        Measured(min(run.seconds for run in own), min(run.megabytes for run in own))
        for own in zip(*found, strict=True)
    ]


def _once(command: list[str]) -> Measured:
    # As on any machine, Python keeps what it has compiled; only the first run compiles.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command} failed: {said.read().decode()}")
    return Measured(seconds, usage.ru_maxrss / 1024)
