from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.jobs.alone import NotAlone, alone
from prongsai.foundation.jobs.models import Job, State
from prongsai.foundation.jobs.services import (
    KEPT_FOR,
    MOST_BEGUN,
    MOST_TRIES,
    PAUSES,
    ask,
    forget_old,
    take_up_again,
)
from prongsai.foundation.jobs.work import ask_for_the_day, do_next, tell_alive, work_once
from tests.factories.people import an_agency

pytestmark = pytest.mark.django_db
DONE: list[str] = []


def note(job: Job) -> None:
    """Do a job of these tests."""
    if job.key.startswith("bad"):
        raise ValueError("ความลับ")
    DONE.append(job.key)


@pytest.fixture
def agency(settings: LazySettings) -> Agency:
    DONE.clear()
    settings.JOBS, settings.DAILY_JOBS = {"note": f"{__name__}.note"}, ()
    return an_agency("อบต.หนึ่ง")


def asked(agency: Agency, *keys: str) -> None:
    with scope.agency(agency.pk):
        for key in keys:
            ask(agency_id=agency.pk, kind="note", key=key)


def jobs(agency: Agency) -> list[tuple[str, str, int]]:
    with scope.agency(agency.pk):
        return [*Job.objects.order_by("id").values_list("key", "state", "tries")]


def test_jobs_are_done_in_their_order_and_asking_twice_is_asking_once(agency: Agency) -> None:
    asked(agency, "a", "b", "a")
    assert work_once() == 2
    asked(agency, "a")
    assert (work_once(), DONE) == (0, ["a", "b"])
    assert jobs(agency) == [("a", State.DONE, 0), ("b", State.DONE, 0)]


def test_a_kind_that_nobody_does_is_refused(agency: Agency) -> None:
    with scope.agency(agency.pk), pytest.raises(KeyError):
        ask(agency_id=agency.pk, kind="gone", key="a")


def test_a_job_that_fails_holds_up_no_other_and_is_given_up_after_growing_pauses(
    agency: Agency, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    asked(agency, "bad", "good")
    waits = []
    for _ in range(MOST_TRIES):
        work_once()
        with scope.agency(agency.pk):
            bad = Job.objects.get(key="bad")
            if bad.not_before is not None:
                waits.append(round((bad.not_before - timezone.now()) / timedelta(minutes=1)))
            Job.objects.filter(state=State.WAITING).update(not_before=None)
    assert waits == [pause // timedelta(minutes=1) for pause in PAUSES]
    assert jobs(agency) == [("bad", State.FAILED, MOST_TRIES), ("good", State.DONE, 0)]
    assert bad.fault == "builtins.ValueError"


def test_what_a_killed_worker_had_begun_waits_again_and_is_given_up_at_last(
    agency: Agency,
) -> None:
    asked(agency, "a", "b")
    with scope.agency(agency.pk):
        Job.objects.filter(key="a").update(state=State.RUNNING, begun=1)
        Job.objects.filter(key="b").update(state=State.RUNNING, begun=MOST_BEGUN)
    assert work_once() == 1
    assert jobs(agency) == [("a", State.DONE, 0), ("b", State.FAILED, 0)]


def test_a_job_runs_in_its_agency_and_outside_none_is_active(agency: Agency) -> None:
    other = an_agency("อบต.สอง")
    asked(agency, "a")
    asked(other, "b")
    while do_next():
        with pytest.raises(scope.NoAgency):
            scope.active()
    assert (DONE, jobs(other)) == (["a", "b"], [("b", State.DONE, 0)])


def test_the_day_is_asked_for_once_for_each_open_agency(
    agency: Agency, settings: LazySettings
) -> None:
    settings.DAILY_JOBS = ("note",)
    closed = an_agency("อบต.ปิด")
    Agency.objects.filter(pk=closed.pk).update(is_active=False)
    for _ in range(2):
        ask_for_the_day()
    today = timezone.localdate().isoformat()
    assert (jobs(agency), jobs(closed)) == ([(today, State.WAITING, 0)], [])


def test_what_was_done_long_ago_is_forgotten_and_what_was_given_up_stays(agency: Agency) -> None:
    asked(agency, "old", "failed", "new")
    with scope.agency(agency.pk):
        Job.objects.update(state=State.DONE, ended_at=timezone.now())
        Job.objects.filter(key="failed").update(state=State.FAILED)
        long_ago = timezone.now() - KEPT_FOR - timedelta(days=1)
        Job.objects.exclude(key="new").update(ended_at=long_ago)
        forget_old(timezone.now())
    assert [key for key, _, _ in jobs(agency)] == ["failed", "new"]


@pytest.mark.usefixtures("agency")
def test_there_is_one_worker(settings: LazySettings, tmp_path: Path) -> None:
    settings.FOLDER = tmp_path
    with alone() as lock:
        lock.check()
        with pytest.raises(NotAlone):
            work_once()
    assert work_once() == 0


def test_taking_up_again_is_for_the_whole_installation() -> None:
    with pytest.raises(scope.NoAgency):
        take_up_again()


def test_the_worker_writes_down_that_it_is_at_work(settings: LazySettings, tmp_path: Path) -> None:
    settings.WORKER_SEEN = tmp_path / "worker.json"
    before = timezone.now()
    tell_alive()
    at = datetime.fromisoformat(json.loads(settings.WORKER_SEEN.read_text("utf-8"))["at"])
    assert before <= at <= timezone.now()


def test_where_nothing_can_be_written_the_worker_goes_on(
    settings: LazySettings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings.WORKER_SEEN = tmp_path / "nowhere" / "worker.json"
    tell_alive()
    assert caplog.messages == ["nothing can be written beside the database"]
