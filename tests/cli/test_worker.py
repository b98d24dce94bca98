from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

from tests.factories.installation import RUN, an_installation, call, environment


def test_the_day_of_an_agency_is_done_once(tmp_path: Path) -> None:
    an_installation(tmp_path)
    for count in (3, 0):
        done = call(tmp_path, "worker", "--once")
        assert (done.returncode, done.stdout, done.stderr) == (0, f"Jobs done: {count}.\n", "")


def test_a_second_worker_waits_and_both_end_when_they_are_told(tmp_path: Path) -> None:
    an_installation(tmp_path)
    workers = []
    for expected in ("", "Another worker is at work; this one waits.\n"):
        worker = subprocess.Popen(
            [*RUN, "--lang", "en", "worker"],
            env=environment(tmp_path), stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        workers.append(worker)
        assert worker.stdout is not None
        if expected:
            assert worker.stdout.readline() == expected
        else:
            wait_for_lock(tmp_path)
    refused = call(tmp_path, "worker", "--once")
    assert (refused.returncode, "another worker is at work." in refused.stderr) == (2, True)
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
        worker.communicate(timeout=30)
        assert worker.returncode == 0


def wait_for_lock(folder: Path) -> None:
    """Wait until a worker is at work in a folder."""
    for _ in range(300):
        if (folder / "worker.lock").exists():
            return
        time.sleep(0.1)
    raise AssertionError(folder)


def test_a_mail_server_without_an_address_of_the_installation_stops_the_start(
    tmp_path: Path,
) -> None:
    an_installation(tmp_path)
    given = {
        **environment(tmp_path),
        "PRONGSAI_SMTP_URL": "smtp://127.0.0.1",
        "PRONGSAI_MAIL_FROM": "ita@example.org",
    }
    command = [*RUN, "--lang", "en", "worker", "--once"]
    refused = subprocess.run(command, env=given, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "PRONGSAI_ADDRESS: e-mail needs it" in refused.stderr
