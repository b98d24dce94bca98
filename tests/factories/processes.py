"""Look at processes that a test has started."""

from __future__ import annotations

import time
from pathlib import Path


def is_gone(process: int) -> bool:
    """Wait for a process to end, and tell whether it did."""
    for _ in range(600):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.05)
    return False
