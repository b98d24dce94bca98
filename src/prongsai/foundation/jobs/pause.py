"""Nobody at work: a demonstration is put back as a whole while its server and its worker run.

Each request and each job holds a lock together with all others; who puts everything back waits
until it has the lock alone. The system opens the lock of a process that is killed.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.made_up import is_demo

_PATIENCE = 20.0  # seconds: longer than a page takes, shorter than a person waits
_LOOKS_EVERY = 0.02  # seconds


@contextmanager
def at_work() -> Iterator[None]:
    """Let nothing be put back meanwhile; where the people are real that never happens."""
    if not is_demo():
        yield
        return
    with _lock().open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


@contextmanager
def nobody_at_work() -> Iterator[None]:
    """Wait until nobody is at work, and let nobody begin meanwhile.

    :raises Refusal: if somebody is for so long that a person would not wait.
    """
    with _lock().open("w") as file:
        _take(file)
        yield


def still_at_work() -> Refusal:
    """Return what is said where nothing can be put back because somebody is at work."""
    return Refusal(
        say("Somebody is still saving something in the demonstration."),
        fix=say("Wait a moment, then press the button again."),
    )


def _take(file: IO[str]) -> None:
    last = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= last:
                raise still_at_work() from None
            time.sleep(_LOOKS_EVERY)
        else:
            return


def _lock() -> Path:
    return Path(settings.FOLDER) / "demo.lock"
