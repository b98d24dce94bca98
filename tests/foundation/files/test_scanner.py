from __future__ import annotations

import socket
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.foundation.files.scanner import virus_in
from tests.factories.clamd import scanner

DATA = b"a" * 150_000
pytestmark = pytest.mark.enable_socket


@pytest.fixture
def listening() -> socket.socket:
    made = socket.socket()
    made.bind(("127.0.0.1", 0))
    return made


def place(listening: socket.socket) -> str:
    return f"127.0.0.1:{listening.getsockname()[1]}"


def test_a_clean_file_has_no_virus_and_was_looked_at_whole(listening: socket.socket) -> None:
    with scanner(b"stream: OK\0", listening) as given:
        assert virus_in(DATA, place(listening)) == ""
    assert (given.command, bytes(given.data)) == (b"zINSTREAM\0", DATA)


def test_the_name_of_a_virus_is_told(listening: socket.socket) -> None:
    with scanner(b"stream: Win.Test.EICAR_HDB-1 FOUND\0", listening):
        assert virus_in(DATA, place(listening)) == "Win.Test.EICAR_HDB-1"


def test_the_scanner_may_listen_on_a_socket_of_the_machine(tmp_path: Path) -> None:
    made = socket.socket(socket.AF_UNIX)
    made.bind(str(tmp_path / "clamd"))
    with scanner(b"stream: OK\0", made):
        assert virus_in(DATA, str(tmp_path / "clamd")) == ""


@pytest.mark.parametrize(
    "answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK and more\0", b"\xff\0"]
)
def test_a_file_that_was_not_looked_at_is_refused(answer: bytes, listening: socket.socket) -> None:
    with scanner(answer, listening), pytest.raises(Refusal, match="did not look at the file"):
        virus_in(DATA, place(listening))


def test_a_scanner_that_is_not_there_is_a_refusal(tmp_path: Path, listening: socket.socket) -> None:
    nowhere = place(listening)
    listening.close()
    for address in (str(tmp_path / "nobody"), nowhere):
        with pytest.raises(Refusal, match="Hand it in again later"):
            virus_in(DATA, address)
