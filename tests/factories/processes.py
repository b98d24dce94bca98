"""Look at processes that a test has started."""

from __future__ import annotations

import sys
import time
from pathlib import Path

_TO_HEAR = """
import os, signal, sys
for each in (signal.SIGHUP, signal.SIGINT):
    signal.signal(each, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])
"""
HEARS_ALL = (sys.executable, "-S", "-c", _TO_HEAR)
"""What stands before a command that is to hear every signal, also where the tests run in a script's
background: what is begun there is deaf to some, and hands that down."""


def is_gone(process: int) -> bool:
    """Wait for a process to end, and tell whether it did."""
    for _ in range(600):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.05)
    return False
