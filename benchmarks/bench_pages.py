"""What is asked of pages: at most twice a bare page in the same frame that reads one row; the same
with 10,000 rows as with 100; 300 mixed requests a second, 99 of 100 within 250 ms, in under 400 MB.

Prints how far it holds. The frame is what every page of ours has: session, agency, menu, both
languages; how much more that is than a new project of Django stands there too. The bare page asks
as Django does by itself; beside it stands how a page is to one with prepared queries (ADR 32).
The load is real: gunicorn on this machine, asked through sockets by people who have signed in. It
shares the processors with the server, so that the time of the processors that a request takes says
more than the clock where the machine has other work: two of them, idle, answer as many as is
printed.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from installed import FOLDER, as_django_asks

# isort: split
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from prongsai.config.urls import urlpatterns as OURS  # noqa: N812
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.jobs.models import Job, State
from prongsai.foundation.jobs.services import ask
from prongsai.web.account.adapters import BY_PASSWORD
from tests.factories.at_work import Browser
from tests.factories.crowds import many_events, many_people, many_units
from tests.factories.installation import EMAIL
from tests.factories.killed import Server, running
from tests.factories.people import an_agency, somebody

PAGES = ("/", "/agency", "/units", "/people", "/people/invite", "/audit")
LISTS = ("/units", "/people", "/audit")
FEW, MANY = 100, 10_000
EACH = 40  # requests a page and turn
TURNS = 5
PER_SECOND = 300
SECONDS = 10
PEOPLE = 12
MIX = ("/", "/units", "/people", "/audit", "/", "/agency", "/units", "/", "/people", "write")


EVERY = (*PAGES, "/files", "/files/add", "/years", "/notices", "/holidays", "/account", "/search")
REQUESTS, JOBS = 500, 20
MOST_MEGABYTES = 400


def bare(request: HttpRequest) -> HttpResponse:
    """Show one row."""
    agency = Agency.objects.get(pk=1)
    page = engines["django"].from_string("<!doctype html><p>{{ agency }} {{ user }}</p>")
    return HttpResponse(page.render({"agency": agency}, request))


def framed(request: HttpRequest) -> HttpResponse:
    """Show one row in the frame of our pages."""
    row = Agency.objects.get(pk=1)
    text = '{% extends "web/base.html" %}{% block content %}<p>{{ row }}</p>{% endblock %}'
    return HttpResponse(engines["django"].from_string(text).render({"row": row}, request))


urlpatterns = [path("bare", bare), path("framed", framed), *OURS]
BARE = {
    "ROOT_URLCONF": __name__,
    "MIDDLEWARE": [
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
}


def main() -> None:
    """Measure pages with few and many rows, then a server under load; print the ratios."""
    call_command("migrate", verbosity=0)
    dao = somebody(an_agency("อบต.ตัวอย่าง"), "dao", Role.ADMINISTRATOR)
    type(dao.person).objects.filter(pk=dao.person.pk).update(email=EMAIL)
    ours, plain = Client(), Client()
    ours.force_login(dao.person, BY_PASSWORD)
    plain.cookies = ours.cookies
    add_rows(dao.agency, FEW)
    few = cheapest(ours, plain)
    for page in PAGES:
        with CaptureQueriesContext(connection) as asked:
            ours.get(page)
        print(
            f"{page:16} {len(asked):2} queries {1000 * few[page]:6.1f} ms,"
            f" {few[page] / few['asked']:4.2f} bare pages,"
            f" {few[page] / few['framed']:4.2f} with its queries prepared"
        )
    for name, frame in (("asked", "the bare page"), ("framed", "with its queries prepared")):
        ratio = few[name] / few["bare"]
        print(f"{frame} {1000 * few[name]:.1f} ms, {ratio:.1f} pages of a new project of Django")
    with running(FOLDER) as server:
        under_load(server)
    add_rows(dao.agency, MANY - FEW)
    many = cheapest(ours, plain)
    for page in LISTS:
        ratio = (many[page] / many["framed"]) / (few[page] / few["framed"])
        print(f"{page:16} with {MANY} rows {ratio:4.2f} times as long as with {FEW}")


def add_rows(agency: Agency, number: int) -> None:
    """Add units, people and events."""
    start = Agency.objects.count() + number  # other names than those that are there
    many_units(agency, number, first=start)
    many_people(agency, number, first=start)
    many_events(agency, number)


def cheapest(ours: Client, plain: Client) -> dict[str, float]:
    """Return the seconds of each page and of the bare one: the best of several turns."""
    found: dict[str, float] = {}
    for _ in range(TURNS):
        with override_settings(**BARE):
            found["bare"] = min(found.get("bare", 9), seconds(lambda: plain.get("/bare")))
        with override_settings(ROOT_URLCONF=__name__):
            found["framed"] = min(found.get("framed", 9), seconds(lambda: ours.get("/framed")))
            with as_django_asks():
                found["asked"] = min(found.get("asked", 9), seconds(lambda: ours.get("/framed")))
        for page in PAGES:
            taken = seconds(lambda page=page: ours.get(page))
            found[page] = min(found.get(page, 9), taken)
    return found


def seconds(ask: Callable[[], HttpResponse]) -> float:
    """Return the processor time of one request: a busy neighbour on the machine adds nothing."""
    assert ask().status_code == 200
    start = time.process_time()
    for _ in range(EACH):
        ask()
    return (time.process_time() - start) / EACH


@dataclass
class Load:
    """What all people were answered, and how fast."""

    begun: float
    turn: count[int] = field(default_factory=count)
    times: list[float] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)

    def of(self, browser: Browser) -> None:
        """Ask for what is next in the mix, each at its moment, as long as the load lasts."""
        end = self.begun + 2 * SECONDS  # where a busy machine is behind, it need not catch up
        while (number := next(self.turn)) < PER_SECOND * SECONDS and time.perf_counter() < end:
            due = self.begun + number / PER_SECOND
            time.sleep(max(0.0, due - time.perf_counter()))
            page = MIX[number % len(MIX)]
            if page == "write":
                fields = {"name": f"กองที่ {number}", "level": "division"}
                status = browser.post("/units", fields).status
            else:
                status = browser.get(page).status
            # From the moment when it was due: who waits in a queue waits too.
            self.times.append(time.perf_counter() - due)
            self.answers[status] += 1


def under_load(server: Server) -> None:
    """Let people work on a server, and print how fast it answered and what it took."""
    people = [Browser(server.address) for _ in range(PEOPLE)]
    for each in people:
        each.sign_in()
    busy = server.seconds()
    load = Load(time.perf_counter() + 0.5)
    threads = [threading.Thread(target=load.of, args=(each,)) for each in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = time.perf_counter() - load.begun
    ordered = sorted(load.times)
    p50, p99 = (1000 * ordered[int(len(ordered) * part)] for part in (0.5, 0.99))
    print(f"{len(ordered) / taken:5.0f} requests/s (asked for {PER_SECOND}), {dict(load.answers)}")
    each = (server.seconds() - busy) / len(ordered)
    print(f"{1000 * each:.1f} ms of a processor each: two idle ones answer {2 / each:.0f} a second")
    print(f"half of them within {p50:.0f} ms, 99 of 100 within {p99:.0f} ms (at most 250)")
    in_memory(server, people[0])


def in_memory(server: Server, browser: Browser) -> None:
    """Print what all processes of a server take after many pages and some jobs."""
    for number in range(REQUESTS):
        browser.get(EVERY[number % len(EVERY)])
    agency = Agency.objects.get(pk=1)
    with scope.agency(agency.pk):
        for number in range(JOBS):
            ask(agency_id=agency.pk, kind="files.sweep", key=f"bench {number}")
        while Job.objects.exclude(state=State.DONE).filter(key__startswith="bench").exists():
            time.sleep(0.2)
    megabytes = server.megabytes()
    print(
        f"memory of server and worker after {REQUESTS} pages and {JOBS} jobs {megabytes:.0f} MB, "
        f"{megabytes / MOST_MEGABYTES:.2f} of the {MOST_MEGABYTES} that are allowed"
    )


if __name__ == "__main__":
    main()
