"""Files made to harm who reads them are read or refused within 256 MB and 60 s, and do nothing."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from prongsai.formats.readers import source_in
from tests.factories.bare_word import paragraph, word_file
from tests.factories.hostile import CALLING, EVERY, OLD, PATHS, READ
from tests.factories.hostile_office import CALLING as OFFICE_CALLING
from tests.factories.hostile_office import LINKED, SAID
from tests.factories.hostile_readings import READINGS
from tests.factories.hostile_zip import GOOD, packed, with_macros
from tests.factories.reading_apart import Ended, read_measured

with_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")),
    reason="LibreOffice is not installed.",
)
MOST_MEGABYTES = 256
MOST_SECONDS = 60
GIVEN_UP = 5  # seconds to end and to say so, on a busy machine


def read(data: bytes, folder: Path) -> Ended:
    """Read bytes from a file under a name of another kind."""
    path = folder / "report.docx.txt"
    path.write_bytes(data)
    return read_measured(path)


@pytest.mark.parametrize("name", EVERY)
def test_a_hostile_file_is_read_or_refused_within_bounds(name: str, tmp_path: Path) -> None:
    make, how = EVERY[name]

    ended = read(make(), tmp_path)

    assert (ended.refused == "") if how == READ else (how in ended.refused)
    assert ended.megabytes <= MOST_MEGABYTES
    assert ended.seconds <= MOST_SECONDS + GIVEN_UP


@pytest.mark.parametrize("name", READINGS)
def test_a_hostile_reading_is_read_or_refused_within_bounds(name: str, tmp_path: Path) -> None:
    make, how = READINGS[name]

    ended = read(make(), tmp_path)

    assert (how in ended.refused) if how else (ended.refused == "")
    assert ended.megabytes <= MOST_MEGABYTES
    assert ended.seconds <= MOST_SECONDS + GIVEN_UP


@pytest.mark.parametrize("name", OLD)
def test_an_old_file_is_refused_in_time(name: str, tmp_path: Path) -> None:
    ended = read(OLD[name](), tmp_path)

    assert ended.refused
    assert ended.seconds <= 2 * MOST_SECONDS  # what makes it new has as long as what reads it


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        made.listen()
        made.setblocking(False)
        yield made


@pytest.mark.enable_socket
@pytest.mark.parametrize("name", CALLING)
def test_no_address_in_a_file_is_called(
    name: str, tmp_path: Path, listening: socket.socket
) -> None:
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/called"

    ended = read(CALLING[name](address), tmp_path)

    assert ended.blocks or ended.refused
    with pytest.raises(BlockingIOError):
        listening.accept()


@with_office
@pytest.mark.enable_socket
@pytest.mark.parametrize("kind", OFFICE_CALLING)
def test_libreoffice_calls_no_address_in_a_file(kind: str, listening: socket.socket) -> None:
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"

    assert SAID in str(source_in(OFFICE_CALLING[kind](address)))
    with pytest.raises(BlockingIOError):
        listening.accept()


@with_office
@pytest.mark.parametrize("kind", OFFICE_CALLING)
def test_libreoffice_puts_no_other_file_into_what_is_read(kind: str, tmp_path: Path) -> None:
    for name, make in LINKED.items():
        (tmp_path / name).write_bytes(make("secret"))

    read_of = str(source_in(OFFICE_CALLING[kind](tmp_path.as_uri())))

    assert SAID in read_of
    assert "secret" not in read_of


@pytest.mark.enable_socket
def test_who_listens_would_hear_a_call(listening: socket.socket) -> None:
    with socket.create_connection(listening.getsockname()) as calling:
        heard, caller = listening.accept()
        heard.close()

        assert caller == calling.getsockname()


@pytest.mark.parametrize(
    "data", [with_macros(), packed([("word/document.xml", GOOD), *((n, "written") for n in PATHS)])]
)
def test_nothing_is_run_and_nothing_written(data: bytes, tmp_path: Path) -> None:
    ended = read(data, tmp_path)

    assert ended.blocks == 2
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx.txt"]
    assert not [name for name in PATHS if Path(name).exists()]


def test_a_good_file_is_read_as_ever(tmp_path: Path) -> None:
    ended = read(word_file(paragraph("ก") * 3), tmp_path)

    assert (ended.blocks, ended.refused) == (3, "")
