"""A process of its own that looks at somebody's bytes: what they do there harms nobody (ADR 17).

The process has little memory, little time and no right to write, to connect or to start anything
(`apart_child` walls it in). It gets the bytes, not the file. What it answers is checked by who
asked, like anything from outside.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.apart_answer import NO_MEMORY
from prongsai.formats.scratch import scratch_folder

_SOURCES = Path(__file__).parents[2]
_PATHS = "import sys; sys.path[:0] = sys.argv[1:]\n"
# Without these Python does not start on some machines. Nothing else is handed on.
_NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_LIGHTER = say(
    "Open it in the program that it was made with and save it anew, or divide it. If that does not"
    " help, copy the part that matters into a new document."
)


class TooSlow(Refusal):
    """The process took longer than it was given; with more time it may answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a process apart may take; of the memory its own limits say the same to the system."""

    seconds: int  # by the clock
    megabytes: int  # that it may write to
    answer: int  # bytes


def answer_apart(data: bytes, start: str, bounds: Bounds) -> bytes:
    """Hand bytes to a process that begins with `start`, a line of Python, and return its answer.

    :raises Refusal: it takes too much memory or time, says too much, or ends badly.
    """
    with scratch_folder() as folder:
        child = _Child(_command(start), folder, bounds)
        try:
            child.give(data)
            return child.answer()
        finally:
            child.end()


class _Child:
    """A process that takes bytes, answers with bytes, and is ended when its time is over."""

    def __init__(self, command: Sequence[str], folder: str, bounds: Bounds) -> None:
        self._is_late = False
        self._bounds = bounds
        self._process = subprocess.Popen(  # noqa: S603 -- our own Python, our own arguments
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={name: os.environ[name] for name in _NEEDED if name in os.environ},
            start_new_session=True,
        )
        self._timer = Timer(bounds.seconds, self._end_late)
        self._timer.daemon = True
        self._timer.start()

    def give(self, data: bytes) -> None:
        """Hand over the bytes; the child takes all of them before it says anything."""
        assert self._process.stdin is not None  # noqa: S101 -- asked for above
        with suppress(OSError), self._process.stdin as pipe:
            pipe.write(data)

    def answer(self) -> bytes:
        """Wait for what the child says, and refuse the file if it says too much or ends badly."""
        assert self._process.stdout is not None  # noqa: S101 -- asked for above
        said = self._process.stdout.read(self._bounds.answer + 1)
        if len(said) > self._bounds.answer:
            raise _too_heavy(self._bounds)
        code = self._process.wait()
        if self._is_late or code == -getattr(signal, "SIGXCPU", signal.SIGTERM):
            raise _too_slow(self._bounds)
        if code in {NO_MEMORY, -getattr(signal, "SIGKILL", signal.SIGTERM)}:
            raise _too_heavy(self._bounds)
        if code:
            raise _stopped()
        return said

    def end(self) -> None:
        """End the child, and what it may have started, if it still runs."""
        self._timer.cancel()
        self._kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _end_late(self) -> None:
        self._is_late = True
        self._kill()

    def _kill(self) -> None:
        if self._process.poll() is not None:
            return
        if sys.platform == "win32":
            self._process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)


def _command(start: str) -> list[str]:
    """Return the command of the child: Python alone (-I -S -B), with the paths of this one."""
    # Ours stands first, so that the child is the same Prongsai; the rest saves looking for it anew.
    paths = [str(_SOURCES), *(path for path in sys.path if Path(path).is_absolute())]
    return [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _PATHS + start, *paths]


def _too_slow(bounds: Bounds) -> Refusal:
    return TooSlow(
        say("Reading the file took longer than %(seconds)s seconds.", seconds=bounds.seconds),
        fix=_LIGHTER,
    )


def _too_heavy(bounds: Bounds) -> Refusal:
    return Refusal(
        say("Reading the file takes more than %(most)s MB of memory.", most=bounds.megabytes),
        fix=_LIGHTER,
    )


def _stopped() -> Refusal:
    return Refusal(say("The file is damaged, or made to stop who reads it."), fix=_LIGHTER)
