"""A real browser, for the tests that look at our pages: Debian's Chromium, led through a pipe.

The DevTools protocol over a pipe needs no port and no package: each message is one JSON object that
ends with a zero byte.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_PATIENCE = 60  # seconds; the machine of a test may be busy
# What is started reads its protocol from 3 and writes it to 4; what it prints is nobody's.
_START = 'exec chromium "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1'
_FLAGS = (
    "--headless",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no page and no browser of a test talks to anybody
)

Answer = dict[str, Any]


def is_here() -> bool:
    """Tell if Chromium and the rules for pages are installed."""
    return shutil.which("chromium") is not None and AXE.is_file()


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """Start Chromium with a profile in a folder, and end it afterwards."""
    flags = [*_FLAGS, f"--user-data-dir={folder / 'profile'}"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses to build its own walls as root
    started = subprocess.Popen(
        ["sh", "-c", _START, "sh", *flags, "about:blank"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "HOME": str(folder)},
    )
    assert started.stdin
    assert started.stdout
    try:
        yield Page(started.stdin, started.stdout)
    finally:
        started.terminate()
        started.stdin.close()
        started.stdout.close()
        started.wait(_PATIENCE)


class Page:
    """One page of the browser, which shows one file after the other."""

    def __init__(self, orders: IO[bytes], answers: IO[bytes]) -> None:
        self._orders, self._answers = orders, answers
        self._read = b""
        self._asked = 0
        self._session: str | None = None
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        made = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = made["sessionId"]
        self._ask("Page.enable")

    def show(self, file: Path, width: int) -> None:
        """Load a file at a width in pixels, and wait until its fonts are there."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        self._ask("Page.navigate", url=file.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass
        self.run("document.fonts.ready.then(() => document.fonts.size)")

    def run(self, script: str) -> Any:
        """Run a script in the page; return its value as plain data.

        :raises AssertionError: if the script failed.
        """
        told = self._ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def violations(self) -> list[str]:
        """Return what axe holds against the page: rules, with the first element of each."""
        self.run(AXE.read_text("utf-8"))
        asked = "axe.run(document, {resultTypes: ['violations']})"
        found = self.run(f"{asked}.then(found => found.violations)")
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]

    def sideways(self) -> int:
        """Return by how many pixels the page is wider than what shows it."""
        root = "document.documentElement"
        return int(self.run(f"{root}.scrollWidth - {root}.clientWidth"))

    def picture(self) -> bytes:
        """Return what is seen of the page, as PNG."""
        return b64decode(self._ask("Page.captureScreenshot", format="png")["data"])

    def _ask(self, method: str, **parameters: object) -> Answer:
        self._asked += 1
        order: Answer = {"id": self._asked, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        self._orders.write(json.dumps(order).encode() + b"\0")
        self._orders.flush()
        while True:
            answer = self._next()
            if answer.get("id") == self._asked:
                assert "error" not in answer, answer
                result: Answer = answer["result"]
                return result

    def _next(self) -> Answer:
        """Return the next message of the browser."""
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._answers], [], [], _PATIENCE)
            more = os.read(self._answers.fileno(), 1 << 16) if ready else b""
            assert more, "Chromium says nothing any more."
            self._read += more
        message, _, self._read = self._read.partition(b"\0")
        answer: Answer = json.loads(message)
        return answer
