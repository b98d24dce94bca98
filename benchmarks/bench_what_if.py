"""What is asked of what if: the server answers a slider within 100 ms.

A year of 88 items, of which one is moved, or all of them at once, the most that a page can ask.
Prints how long an answer takes as a part of 100 ms: the time of the processor, to which a busy
neighbour on the machine adds nothing, and by the clock the half and the slowest but one of 100. The
scorecard page itself, with a slider for each of its scores, stands beside it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlencode

import installed  # noqa: F401 -- sets Django up, before anything that asks for it

# isort: split
from django.core.management import call_command
from django.test import Client

from prongsai.core.results import ResultSheet
from prongsai.formats.editions import load_edition
from prongsai.foundation.accounts.roles import Role
from prongsai.web.account.adapters import BY_PASSWORD
from tests.factories.people import an_agency, somebody
from tests.factories.years import a_year, results

YEAR, EDITION = 2564, "nacc-2564"
TIMES = 100
ASKED = 0.1  # seconds


def main() -> None:
    """Measure the answers to one slider and to all of them, and the page."""
    call_command("migrate", verbosity=0)
    anong = somebody(an_agency("อบต.ตัวอย่าง"), "anong", Role.ITA_OFFICER)
    codes = tuple(load_edition(EDITION).items)
    for year in (YEAR, YEAR + 1):
        cycle = a_year(anong, year, edition=EDITION)
        scores = {code: str(50 + number % 50) for number, code in enumerate(codes)}
        results(anong, cycle, ResultSheet.of(scores))
    client = Client()
    client.force_login(anong.person, BY_PASSWORD)
    page = f"/years/{cycle.uuid}"
    told(f"one of {len(codes)} items", lambda turn: client.get(asked(page, codes[:1], turn)))
    told(f"all {len(codes)} items", lambda turn: client.get(asked(page, codes, turn)))
    told("the scorecard page", lambda _: client.get(page))


def asked(page: str, codes: tuple[str, ...], turn: int) -> str:
    """Return the address that the script of the page asks; each turn moves to another score."""
    word = ",".join(f"{code}={turn % 100}.5" for code in codes)
    return f"{page}/what-if/answer?{urlencode({'what-if': word})}"


def told(name: str, ask: Callable[[int], object]) -> None:
    """Ask again and again, and print the parts of 100 ms that an answer takes."""
    clock: list[float] = []
    assert getattr(ask(0), "status_code", 0) == 200
    busy = time.process_time()
    for turn in range(TIMES):
        start = time.perf_counter()
        ask(turn)
        clock.append(time.perf_counter() - start)
    busy = (time.process_time() - busy) / TIMES
    clock.sort()
    half, slow = clock[TIMES // 2] / ASKED, clock[-2] / ASKED
    print(
        f"{name:20} {1000 * busy:6.1f} ms of the processor: {busy / ASKED:4.2f} of 100 ms;"
        f" by the clock half within {half:4.2f}, 99 of 100 within {slow:4.2f}"
    )


if __name__ == "__main__":
    main()
