"""A server on a disk of its own that runs full, and has room again."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import pytest

from tests.factories.at_work import Answer, Browser
from tests.factories.installation import an_installation, call
from tests.factories.killed import running

pytestmark = pytest.mark.enable_socket

SIZE = 16 * 1024 * 1024
TOLD = "ขณะนี้ยังบันทึกข้อมูลไม่ได้"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine lets nobody make a disk for a test")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room on a disk; return what fills it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1024 * 1024, 4096, 1):
            with pytest.raises(OSError, match="No space left"):
                write_on(file, b"x" * size)
    return filler


def write_on(file: FileIO, piece: bytes) -> None:
    while True:
        file.write(piece)


def added(browser: Browser, first: int, count: int) -> list[Answer]:
    fields = {"level": "division"}
    numbers = range(first, first + count)
    return [browser.post("/units", {**fields, "name": f"{n}" + "ก" * 190}) for n in numbers]


def test_a_server_whose_disk_is_full_says_so_and_goes_on_when_there_is_room(
    small_disk: Path,
) -> None:
    an_installation(small_disk)
    with running(small_disk) as server:
        browser = Browser(server.address)
        browser.sign_in()
        filler = fill(small_disk)
        answers = added(browser, 0, 60)
        refused = [answer for answer in answers if answer.status != 302]
        assert {(each.status, TOLD in each.page) for each in refused} == {(503, True)}
        assert browser.get("/units").status == 200  # what is there can be read
        filler.unlink()
        assert [answer.status for answer in added(browser, 100, 3)] == [302, 302, 302]
        page = browser.get("/units").page
    assert page.count("ก" * 190 + " <") == 60 - len(refused) + 3
    assert call(small_disk, "audit", "verify").returncode == 0
