"""What is asked of the agency's year: the scorecard page at most three times a bare page, what-if
within 100 ms, the page of a province with 300 agencies within 300 ms, and the items of every agency
imported in time that grows with their number, within 60 s.

Prints how far it holds, with every agency of the country in PostgreSQL, with a hundred in SQLite:

    python tools/with_postgres.py python benchmarks/bench_cycles.py
    python benchmarks/bench_cycles.py

Times are of the processor that works on a page, beside those of the clock, which a busy machine
makes longer. A first look at a scorecard works everything out; the next ones find it worked out.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.editions import load_edition
from prongsai.formats.read_wide import read_wide
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.stages.cycles.mapping import analysis, card
from prongsai.stages.cycles.models import Cycle, ResultValue, SourceKind
from prongsai.stages.cycles.of_every_agency import Order, import_results
from prongsai.stages.cycles.services import Source
from prongsai.web.account.adapters import BY_PASSWORD
from prongsai.web.cycles import drawn
from tests.factories.nation import Nation, agencies, code_of, years_of_all
from tests.factories.people import somebody

IS_POSTGRES = connection.vendor == "postgresql"
COUNT = 8_317 if IS_POSTGRES else 100
OVERSEEN = 300 if IS_POSTGRES else 100
EDITION = "nacc-2564"  # with 88 items, as that of the two years after it
YEARS = (2560, 2561, 2562, 2563, 2564)
IMPORTED = 2565  # by a tenth of the agencies; by all the year after it
LIMITS = {
    "scorecard, first look": "at most 3",
    "scorecard, next looks": "at most 3",
    "what if, the answer": "at most 100 ms",
    f"{OVERSEEN} agencies overseen": "at most 300 ms",
}
EACH = 10  # requests a turn
TURNS = 5


class Took(NamedTuple):
    """The best of several turns, in seconds."""

    processor: float
    clock: float


def framed(request: HttpRequest) -> HttpResponse:
    """Show one row in the frame of our pages."""
    row = Agency.objects.get(pk=1)
    text = '{% extends "web/base.html" %}{% block content %}<p>{{ row }}</p>{% endblock %}'
    return HttpResponse(engines["django"].from_string(text).render({"row": row}, request))


urlpatterns = [path("framed", framed), *OURS]


def main() -> None:
    """Build the country, measure its pages, then import a year for all; print the ratios."""
    if IS_POSTGRES:  # the role may make databases, and nothing in that which is there
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    else:
        call_command("migrate", verbosity=0)
    began = time.perf_counter()
    over = agencies(COUNT, overseen=OVERSEEN)
    years_of_all(Nation(COUNT, YEARS, EDITION))
    with scope.everywhere():
        values = ResultValue.objects.count()
    built = time.perf_counter() - began
    print(f"{connection.vendor}: {COUNT} agencies, {values} values, built in {built:.0f} s")
    pages(over)
    imports()


def pages(over: Agency) -> None:
    """Print what the pages of one agency, and of who oversees it, take."""
    one = Agency.objects.get(code=code_of(COUNT // 2))
    with scope.agency(one.pk):
        key = Cycle.objects.get(fiscal_year=YEARS[-1]).uuid
    page, asked = f"/years/{key}", "what-if=o1%3D100,i7%3D85"
    officer = signed_in(one, "officer", Role.ITA_OFFICER)
    province = signed_in(over, "province", Role.OVERSEER)
    with override_settings(ROOT_URLCONF=__name__):
        prepared = took(lambda: officer.get("/framed"))
        with as_django_asks():
            bare = took(lambda: officer.get("/framed"))
    told = {
        "scorecard, first look": took(lambda: officer.get(page), before=forget),
        "scorecard, next looks": took(lambda: officer.get(page)),
        "what if, the answer": took(lambda: officer.get(f"{page}/what-if/answer?{asked}")),
        "what if, the page": took(lambda: officer.get(f"{page}/what-if?{asked}")),
        "start": took(lambda: officer.get("/")),
        f"{OVERSEEN} agencies overseen": took(lambda: province.get("/overseen"), each=1),
    }
    with CaptureQueriesContext(connection) as queries:
        officer.get(page)
    print(f"bare page {ms(bare)}, with its queries prepared {ms(prepared)}")
    for name, each in told.items():
        print(
            f"{name:24} {ms(each)}, {each.processor / bare.processor:5.2f} bare pages"
            f" ({each.processor / prepared.processor:.2f} prepared ones){limit(name)}"
        )
    print(f"queries of a scorecard {len(queries)}")


def limit(name: str) -> str:
    """Write what is asked of a page."""
    return f", {LIMITS[name]}" if name in LIMITS else ""


def forget() -> None:
    """Let nothing of a scorecard be worked out or drawn yet."""
    drawn.forget()
    for kept in (analysis, card):
        kept.cache_clear()


def signed_in(agency: Agency, name: str, role: Role) -> Client:
    """Let somebody work there."""
    client = Client()
    person = somebody(agency, name, role).person
    client.force_login(person, BY_PASSWORD)
    return client


def took(
    ask: Callable[[], HttpResponse], *, before: Callable[[], None] = lambda: None, each: int = EACH
) -> Took:
    """Return what one request takes: the best of several turns."""
    assert ask().status_code == 200
    turns = []
    for _ in range(TURNS):
        start, busy = time.perf_counter(), time.process_time()
        for _ in range(each):
            before()
            ask()
        turns.append((time.process_time() - busy, time.perf_counter() - start))
    return Took(*(min(part) / each for part in zip(*turns, strict=True)))


def ms(each: Took) -> str:
    """Write what something took."""
    return f"{1000 * each.processor:6.1f} ms ({1000 * each.clock:6.1f} by the clock)"


def imports() -> None:
    """Print what importing a tenth of the agencies, and all of them, takes."""
    times = {}
    for number, count in enumerate((COUNT // 10, COUNT)):
        table = written(count, number)
        began, busy = time.perf_counter(), time.process_time()
        rows = tuple(read_wide(table, editions_by_year()))
        source = Source(SourceKind.FILE, table.name, str(number) * 64)
        done = import_results(rows=rows, order=Order(source, opens=True))
        assert (done.written, done.left_out) == (count, ()), done
        times[count] = Took(time.process_time() - busy, time.perf_counter() - began)
        print(
            f"import of {count} agencies {times[count].clock:.1f} s, at most 60"
            f" ({times[count].processor:.1f} s of a processor beside the database)"
        )
    few, all_ = times[COUNT // 10], times[COUNT]
    print(f"an agency of all takes {all_.processor / few.processor / 10:.2f} of one of a tenth")


def written(count: int, number: int) -> Path:
    """Write a table of results of agencies, each time of another year."""
    year = IMPORTED + number
    codes = [*load_edition(editions_by_year()[year].key).items]
    table = FOLDER / f"{year}.csv"
    with table.open("w", encoding="utf-8") as out:
        out.write(",".join(["agency", "fiscal_year", *codes]) + "\n")
        for agency in range(count):
            scores = [f"{50 + (agency * 7 + place * 13) % 50}.25" for place in range(len(codes))]
            out.write(",".join([code_of(agency), str(year), *scores]) + "\n")
    return table


if __name__ == "__main__":
    main()
