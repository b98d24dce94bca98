"""A scanner that speaks as clamd does (INSTREAM), on this machine, for one file."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Scanned:
    """What the scanner was given."""

    command: bytes = b""
    data: bytearray = field(default_factory=bytearray)


@contextmanager
def scanner(answer: bytes, listening: socket.socket) -> Iterator[Scanned]:
    """Answer the next file on a socket that is bound."""
    given = Scanned()
    listening.listen()
    thread = threading.Thread(target=_serve, args=(answer, listening, given))
    thread.start()
    try:
        yield given
    finally:
        thread.join(10)
        listening.close()


def _serve(answer: bytes, listening: socket.socket, given: Scanned) -> None:
    listening.settimeout(10)
    connection, _ = listening.accept()
    with connection, connection.makefile("rb") as stream:
        given.command = stream.read(len(b"zINSTREAM\0"))
        while length := struct.unpack(">I", stream.read(4))[0]:
            given.data += stream.read(length)
        connection.sendall(answer)
