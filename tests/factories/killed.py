"""A server that dies as machines die: all its processes at once, without a word."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.factories.installation import RUN, environment, wait_for
from tests.factories.ports import free_port


class Server:
    """`prongsai serve` on one port of this machine, started again after each death."""

    def __init__(self, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        """Choose a free port; nothing is started yet."""
        self._port = free_port()
        self.address = f"http://127.0.0.1:{self._port}"
        self._folder = folder
        self._settings = settings or {}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._process = subprocess.Popen(
            (*RUN, "serve", "--port", str(self._port)),
            env={**environment(self._folder), **self._settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # its workers are of its group, and nobody else is
        )
        wait_for(f"{self.address}/health")

    def kill(self) -> None:
        """Let all its processes die at once."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as an administrator does."""
        self._end(signal.SIGTERM)

    def megabytes(self) -> float:
        """Return the memory of all its processes, what they share counted once."""
        texts = (self._read(pid, "smaps_rollup") for pid in self._processes())
        found = (re.search(r"^Pss: +(\d+) kB", text, re.MULTILINE) for text in texts)
        return sum(int(each[1]) for each in found if each) / 1024

    def seconds(self) -> float:
        """Return the time of processors that all its processes have taken."""
        texts = (self._read(pid, "stat") for pid in self._processes())
        ticks = (text.rpartition(")")[2].split()[11:13] for text in texts)
        return sum(int(each) for pair in ticks for each in pair) / os.sysconf("SC_CLK_TCK")

    def _processes(self) -> Iterator[int]:
        assert self._process is not None
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if os.getpgid(int(folder.name)) == self._process.pid:
                    yield int(folder.name)
            except ProcessLookupError:
                continue  # it ended just now

    @staticmethod
    def _read(pid: int, name: str) -> str:
        return Path(f"/proc/{pid}/{name}").read_text()

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        os.killpg(self._process.pid, how)
        self._process.wait(timeout=60)
        self._process = None


@contextmanager
def running(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run a server, and leave nothing of it behind."""
    server = Server(folder, settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()
