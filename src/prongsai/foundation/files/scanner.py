"""The scanner for viruses that an installation may have: clamd, by its INSTREAM (clamd(8))."""

from __future__ import annotations

import re
import socket
import struct

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

_SECONDS = 60
_CHUNK = 1 << 16
_LENGTH = struct.Struct(">I")
_LONGEST_ANSWER = 4_096
_FOUND = re.compile(r"stream: (.{1,200}) FOUND")


def virus_in(data: bytes, address: str) -> str:
    """Return the name of the virus that the scanner at an address finds in bytes, or "".

    :raises Refusal: if it does not answer: a file that nobody looked at is not kept.
    """
    try:
        answer = _asked(data, address)
    except OSError as error:
        raise _silent() from error
    if answer == "stream: OK":
        return ""
    found = _FOUND.fullmatch(answer)
    if found is None:  # such as a file larger than it takes
        raise _silent()
    return found[1]


def _asked(data: bytes, address: str) -> str:
    with _connected(address) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), _CHUNK):
            piece = data[start : start + _CHUNK]
            connection.sendall(_LENGTH.pack(len(piece)) + piece)
        connection.sendall(_LENGTH.pack(0))
        said = b""
        while b"\0" not in said and len(said) < _LONGEST_ANSWER:
            piece = connection.recv(_LONGEST_ANSWER)
            if not piece:
                break
            said += piece
    return said.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _connected(address: str) -> socket.socket:
    """Connect to a socket of this machine (a path) or to host:port."""
    if not address.startswith("/"):
        host, _, port = address.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), _SECONDS)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(_SECONDS)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _silent() -> Refusal:
    return Refusal(
        say("The scanner for viruses did not look at the file, so it was not kept."),
        fix=say("Hand it in again later; if this goes on, tell who runs the server."),
    )
