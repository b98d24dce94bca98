"""Programs that run beside each other until the first of them ends or somebody ends all.

Knows nothing of what they do: the first is the main one; another one that ends is begun again.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

Command = Sequence[str]

# SIGHUP comes when the window is closed in which the server was begun.
_ENDS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux's prctl

_LOOKS_EVERY = 0.2  # seconds
_BEGINS_AGAIN_AFTER = 2.0  # seconds, so that one that cannot begin does not fill the machine
_PATIENCE = 40.0  # seconds; gunicorn lets a request of half a minute end


class Supervisor:
    """The main program and those beside it."""

    def __init__(self, main: Command, *beside: Command, environment: Mapping[str, str]) -> None:
        """Keep the commands; nothing begins yet."""
        self._environment = environment
        self._is_told = False
        self._commands = beside
        self._main_command = main

    def run(self) -> int:
        """Run until the main program ends, or a signal to end comes; return how main ended."""
        for each in _ENDS:
            if signal.getsignal(each) is not signal.SIG_IGN:  # as nohup asks for
                signal.signal(each, self._tell)
        main = self._begun(self._main_command)
        beside: list[subprocess.Popen[bytes]] = []
        try:
            beside += (self._begun(command) for command in self._commands)
            self._watch(main, beside)
        finally:
            end([main, *beside])
        return main.returncode

    def _watch(self, main: subprocess.Popen[bytes], beside: list[subprocess.Popen[bytes]]) -> None:
        ended_at: list[float | None] = [None] * len(beside)
        while main.poll() is None and not self._is_told:
            time.sleep(_LOOKS_EVERY)
            for place, program in enumerate(beside):
                now = time.monotonic()
                if program.poll() is None:
                    ended_at[place] = None
                elif ended_at[place] is None:
                    ended_at[place] = now
                elif now - (ended_at[place] or now) >= _BEGINS_AGAIN_AFTER:
                    beside[place] = self._begun(self._commands[place])

    def _begun(self, command: Command) -> subprocess.Popen[bytes]:
        tied = _tie(os.getpid()) if sys.platform == "linux" else None
        return subprocess.Popen(  # noqa: S603 -- our own words
            command,
            env=self._environment,
            preexec_fn=tied,  # safe here: this process has no threads
        )

    def _tell(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 -- Python's form
        self._is_told = True


def _tie(parent: int) -> Callable[[], None]:
    """Return what a program does before it begins: ask to be told to end should we be killed."""
    prctl = ctypes.CDLL(None).prctl

    def tie() -> None:
        prctl(_SET_DEATH_SIGNAL, signal.SIGTERM.value, 0, 0, 0)
        if os.getppid() != parent:  # killed before it could be asked
            os._exit(1)

    return tie


def supervised(main: Command, *beside: Command) -> list[str]:
    """Return the command by which this module runs programs beside each other."""
    return [sys.executable, "-m", __name__, json.dumps([[*main], *map(list, beside)])]


def end(programs: Sequence[subprocess.Popen[bytes]]) -> None:
    """Let programs end cleanly, all at once; who does not in time is ended."""
    for program in programs:
        if program.poll() is None:
            program.terminate()
    last = time.monotonic() + _PATIENCE
    for program in programs:
        try:
            program.wait(timeout=max(0.0, last - time.monotonic()))
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


if __name__ == "__main__":
    sys.exit(Supervisor(*json.loads(sys.argv[1]), environment=os.environ).run())
