"""Ports of this machine for servers that tests start."""

from __future__ import annotations

import socket
from secrets import SystemRandom

# Below those from which the system takes the port of whoever connects: a server that is started
# again must find its own free, even while others try to reach it.
_OURS = range(20_000, 32_000)


def free_port() -> int:
    """Return a port of the loopback on which nobody listens."""
    while True:
        port = SystemRandom().choice(_OURS)
        with socket.socket() as trial:
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
