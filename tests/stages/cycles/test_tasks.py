from __future__ import annotations

import pytest
from django.conf import settings

from prongsai.foundation.jobs.models import Job
from prongsai.foundation.jobs.services import ask
from prongsai.foundation.jobs.work import ask_for_the_day, do_next
from prongsai.stages.cycles.models import ResultImport
from prongsai.stages.cycles.tasks import read
from tests.factories.imports import on_its_way
from tests.factories.people import Somebody
from tests.factories.years import a_year

pytestmark = pytest.mark.django_db


def test_a_file_that_was_read_is_not_read_again(anong: Somebody) -> None:
    row, _ = on_its_way(anong, a_year(anong), "code,score\n1,90\n")
    job = ask(agency_id=anong.agency.pk, kind="results.read", key=str(row.uuid))
    before = ResultImport.objects.values().get()
    read(job)
    assert ResultImport.objects.values().get() == before


@pytest.mark.usefixtures("anong")
def test_each_day_what_nobody_wants_is_thrown_away() -> None:
    ask_for_the_day()
    while do_next():
        pass
    done = set(Job.objects.filter(state="done").values_list("kind", flat=True))
    assert set(settings.DAILY_JOBS) <= done
