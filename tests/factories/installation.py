"""An installation of its own, worked on by commands in processes of their own, as people do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.factories.ports import free_port
from tests.factories.processes import HEARS_ALL

RUN = (sys.executable, "-c", "import sys; from prongsai.cli import main; sys.exit(main())")
PASSWORD = "น้ำขึ้นให้รีบตัก 2569"  # noqa: S105 -- of made-up people
EMAIL = "officer@example.go.th"
NEW = (
    "init", "--agency", "อบต.ตัวอย่าง", "--province", "จังหวัดตัวอย่าง", "--name", "สมมติ ใจดี",
    "--email", EMAIL,
)  # fmt: skip


def call(
    folder: Path, *arguments: str, given: str = "", settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command, in English."""
    command = (*RUN, "--lang", "en", *arguments)
    env = {**environment(folder), **(settings or {})}
    return subprocess.run(
        command, input=given, env=env, capture_output=True, text=True, check=False
    )


def an_installation(folder: Path) -> None:
    """Put a new installation into a folder: made by the command once, and copied from then on."""
    shutil.copytree(Path(_made().name), folder, dirs_exist_ok=True)


@cache
def _made() -> tempfile.TemporaryDirectory[str]:
    made = tempfile.TemporaryDirectory(prefix="prongsai-tests-")
    call(Path(made.name), *NEW, given=f"{PASSWORD}\n").check_returncode()
    return made


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of an installation in a folder, without settings of the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PRONGSAI_", "DJANGO_"))
    }
    return {**kept, "PRONGSAI_FOLDER": str(folder)}


@contextmanager
def served(folder: Path, *more: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve an installation on a free port of this machine; give its address and its process."""
    port = free_port()
    # A file: nobody empties a pipe while the server writes its lines, and a full one stops it.
    with log_of(folder).open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            (*HEARS_ALL, *RUN, "--lang", "en", "serve", "--port", str(port), *more),
            env=environment(folder),
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/health")
            yield address, process
        finally:
            process.terminate()
            process.wait()


def log_of(folder: Path) -> Path:
    """Return where a server of this folder writes what it says."""
    return folder.with_name(f"{folder.name}.log")


def wait_for(address: str) -> bytes:
    """Return what an address answers, within the time that a slow machine needs to start."""
    for _ in range(900):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 -- loopback
                whole: bytes = answer.read()
                return whole
        except OSError:  # nobody there yet, or somebody who is just dying
            time.sleep(0.1)
    raise AssertionError(address)
