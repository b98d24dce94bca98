"""Read a file apart in a process that measures: how it ended, how long it took, how much memory.

A process of its own, because what a system says of the memory of an ended child begins with that of
the one who started it: this one is small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_SCRIPT = """
import json, resource, sys, time
from pathlib import Path
from prongsai.core.errors import Refusal
from prongsai.formats.read_apart import read_apart
data = Path(sys.argv[1]).read_bytes()
start = time.monotonic()
try:
    ended = {"blocks": len(read_apart(data).source.blocks)}
except Refusal as refusal:
    ended = {"refused": str(refusal)}
ended["seconds"] = time.monotonic() - start
ended["megabytes"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps(ended))
"""


class Ended(NamedTuple):
    """How reading a file ended; `refused` is empty where it was read."""

    blocks: int
    refused: str
    seconds: float
    megabytes: float


def read_measured(path: Path) -> Ended:
    """Read a file apart."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _SCRIPT, str(path)]
    said = subprocess.run(command, capture_output=True, check=True, env=environment)
    found = json.loads(said.stdout)
    return Ended(
        found.get("blocks", 0), found.get("refused", ""), found["seconds"], found["megabytes"]
    )
