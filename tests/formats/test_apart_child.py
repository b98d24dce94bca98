"""What the process that reads apart does; what its limits stop, it is told by itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.apart_answer import read_answer
from prongsai.formats.apart_child import answered, forbid
from tests.factories.bare_word import paragraph, word_file
from tests.factories.sources import texts

WALLS = """
import sys
sys.path[:0] = %r
from prongsai.formats.apart_child import LIMITS, forbid
from prongsai.formats.limits import limit
"""


def test_a_file_is_answered_by_its_source() -> None:
    read = read_answer(answered(BytesIO(word_file(paragraph("ก")))))

    assert texts(read.source) == ["ก"]
    assert [passage.text for passage in read.reading.passages] == ["ก"]


def test_a_file_that_is_refused_is_answered_by_the_refusal() -> None:
    with pytest.raises(Refusal, match="not a text that can be read"):
        read_answer(answered(BytesIO(b"a\0")))


def forbidden(event: str, arguments: Sequence[object]) -> str | None:
    """Return what is named where an event is forbidden, None where it is allowed."""
    try:
        forbid(event, tuple(arguments))
    except PermissionError as error:
        return str(error)
    return None


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("a", "w", 0o1)),
        ("open", ("a", None, 0o2)),
        ("socket.connect", ()),
        ("socket.getaddrinfo", ()),
        ("subprocess.Popen", ()),
        ("os.system", ()),
        ("os.fork", ()),
        ("os.remove", ()),
        ("shutil.move", ()),
    ],
)
def test_what_reading_never_needs_is_forbidden(event: str, arguments: Sequence[object]) -> None:
    assert forbidden(event, arguments) == event


@pytest.mark.parametrize(
    ("event", "arguments"),
    [("open", ("a", "r", 0)), ("open", ("a", None, None)), ("import", ("a",)), ("os.listdir", ())],
)
def test_what_reading_needs_is_allowed(event: str, arguments: Sequence[object]) -> None:
    assert forbidden(event, arguments) is None


def walled(code: str, folder: Path) -> tuple[int, str]:
    """Run code in a process that has walled itself in; return its exit code and last error."""
    script = WALLS % sys.path + "limit(LIMITS); sys.addaudithook(forbid)\n" + code
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=folder
    )
    return ended.returncode, ended.stderr.rstrip().rpartition("\n")[2]


@pytest.mark.parametrize(
    ("code", "stopped"),
    [
        ("b'a' * 300_000_000", "MemoryError"),
        ("[bytes(1_000_000) for _ in range(300)]", "MemoryError"),
        ("open('written', 'w')", "PermissionError: open"),
        ("import os; os.system('touch written')", "PermissionError: os.system"),
        (
            "import subprocess; subprocess.run(['touch', 'written'])",
            "PermissionError: subprocess.Popen",
        ),
        (
            "import socket; socket.create_connection(('127.0.0.1', 9))",
            "PermissionError: socket.getaddrinfo",
        ),
    ],
)
def test_the_walls_hold(code: str, stopped: str, tmp_path: Path) -> None:
    returned, error = walled(code, tmp_path)

    assert (returned, error.split(" (")[0]) == (1, stopped)
    assert list(tmp_path.iterdir()) == []


def test_what_reading_needs_is_done_within_the_walls(tmp_path: Path) -> None:
    (tmp_path / "given").write_text("ก", "utf-8")
    needed = "import os, colorsys; assert os.listdir('.') == ['given']; "

    assert walled(needed + "assert len(open('given', 'rb').read()) == 3", tmp_path) == (0, "")


def test_the_system_lets_no_file_be_written_past_the_walls(tmp_path: Path) -> None:
    path = tmp_path / "written"
    code = f"import os; f = os.open({str(path)!r}, os.O_WRONLY | os.O_CREAT); limit(LIMITS)"
    script = WALLS % sys.path + code + "; os.write(f, b'a')"

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert "File too large" in ended.stderr
    assert path.read_bytes() == b""
