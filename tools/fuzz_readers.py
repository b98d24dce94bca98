"""Read damaged files of every kind for some seconds: `fuzz_readers.py SECONDS [FIRST NUMBER]`.

Anything but a source that can be understood, or a refusal, is a failure: its file and what was
raised are kept in out/fuzz under the number that makes it again.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import NoReturn

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from prongsai.core.errors import Refusal  # noqa: E402 -- after the path to it
from prongsai.core.readings.understand import understand  # noqa: E402
from prongsai.formats.apart_answer import Read, read_answer, write_read  # noqa: E402
from prongsai.formats.apart_child import forbid  # noqa: E402
from prongsai.formats.edition_years import editions_by_year  # noqa: E402
from prongsai.formats.old_office import is_old  # noqa: E402
from prongsai.formats.readers import source_in  # noqa: E402
from tests.factories.damaged_files import damaged, seeds  # noqa: E402

OUT = Path("out") / "fuzz"
LONGEST = 30  # seconds of the processor for one file
MEMORY = 1_000_000_000  # bytes


class Late(Exception):
    """A file took too long."""


def main(seconds: float, first: int) -> int:
    """Fuzz with a process for each core, anew where one has crashed; return 1 on failures."""
    OUT.mkdir(parents=True, exist_ok=True)
    ends = time.monotonic() + seconds
    cores = os.cpu_count() or 1
    workers = {core: start(first + core, cores, ends) for core in range(cores)}
    crashes = 0
    while workers:
        time.sleep(0.2)
        for core, worker in list(workers.items()):
            if worker.poll() is None:
                continue
            del workers[core]
            if worker.returncode != 0:
                crashes += 1
                number = int((OUT / f"at-{core}").read_text())
                keep(number, f"the process ended with {worker.returncode}")
                workers[core] = start(number + cores, cores, ends)
    print_counts(crashes)
    return int(any(OUT.glob("*.why.txt")))


def start(number: int, step: int, ends: float) -> subprocess.Popen[bytes]:
    """Start a process that reads every `step`-th file from a number on."""
    left = max(ends - time.monotonic(), 0)
    return subprocess.Popen([sys.executable, HERE, "worker", *map(str, (left, number, step))])


def work(seconds: float, number: int, step: int) -> None:
    """Read files until the time is over."""
    core = number % step
    told = Counter[str]()
    editions = editions_by_year()
    seeds()
    wall_in()
    ends = time.monotonic() + seconds
    at = (OUT / f"at-{core}").open("w")
    counts = (OUT / f"counts-{number}").open("w")
    sys.addaudithook(forbid_but_ours)
    while time.monotonic() < ends:
        at.seek(0)
        at.write(f"{number}\n")
        at.flush()
        told[outcome(number, editions)] += 1
        number += step
    counts.write("\n".join(f"{count} {name}" for name, count in told.items()))


def wall_in() -> None:
    """Give the process little memory, so that the machine is not brought down."""
    import resource  # noqa: PLC0415 -- optional dependency

    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, be_late)


def be_late(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Interrupt what takes too long."""
    raise Late


def forbid_but_ours(event: str, arguments: tuple[object, ...]) -> None:
    """Forbid what reading apart forbids, but to keep a failure."""
    ours = event == "open" and str(arguments[0]).startswith(str(OUT))
    if not ours:
        forbid(event, arguments)


def outcome(number: int, editions: object) -> str:
    """Read the file of a number; say its kind and how that ended, and keep a failure."""
    name, data = damaged(number)
    if is_old(data):
        return f"{name} left to LibreOffice"
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        return f"{name} {how(data, editions)}"
    except MemoryError:
        return f"{name} too heavy"
    except BaseException:  # noqa: BLE001 -- whatever it is, it must be known
        signal.setitimer(signal.ITIMER_PROF, 0)
        keep(number, traceback.format_exc())
        return f"{name} FAILED"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def how(data: bytes, editions: object) -> str:
    """Read and understand a file."""
    try:
        source = source_in(data)
    except Refusal as refusal:
        if refusal.fix is None or not str(refusal):
            raise AssertionError("The refusal does not say what to do.") from refusal
        return "refused"
    read = Read(source=source, reading=understand(source, editions))
    # Fails on half a pair of letters, which nothing could print, and on a value that is no answer.
    if read_answer(write_read(read)) != read:
        raise AssertionError("The answer does not say what was read.")
    return "read"


def keep(number: int, why: str) -> None:
    """Write a failure down with its file."""
    name, data = damaged(number)
    (OUT / f"{number}-{name}").write_bytes(data)
    (OUT / f"{number}-{name}.why.txt").write_text(why, "utf-8")
    print(f"{number} {name}: {why.rstrip().splitlines()[-1]}", file=sys.stderr)


def print_counts(crashes: int) -> None:
    """Print how many files ended how."""
    counts = Counter[str]()
    for path in sorted(OUT.glob("counts-*")):
        for line in path.read_text().splitlines():
            count, _, name = line.partition(" ")
            counts[name] += int(count)
        path.unlink()
    for name, count in sorted(counts.items()):
        print(f"{count:8} {name}")
    print(f"{sum(counts.values())} files, {len(list(OUT.glob('*.why.txt')))} failures in {OUT},")
    print(f"of them {crashes} crashes of the process")


if __name__ == "__main__":
    if sys.argv[1] == "worker":
        work(float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        given = [int(word) for word in sys.argv[1:]]
        sys.exit(main(given[0], given[1] if len(given) > 1 else int(time.time()) * 1_000))
