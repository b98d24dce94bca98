"""Files with results on their way: taken, read, saved with their source, thrown away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.readings.corrections import Correction
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.files.services import add_file, remove_file
from prongsai.foundation.files.store import hash_of
from prongsai.foundation.jobs.models import Job, State
from prongsai.foundation.jobs.services import take_up_again
from prongsai.foundation.jobs.work import do_next
from prongsai.stages.cycles.imports import (
    KEPT_FOR,
    drop_import,
    forget_old,
    read_in_full,
    save_import,
    take_file,
)
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import (
    Cycle,
    ImportState,
    ReadingAnswers,
    ResultImport,
    ResultSet,
)
from prongsai.stages.cycles.selectors import answers_to
from prongsai.stages.cycles.services import SavedMeanwhile
from tests.factories.imports import on_its_way
from tests.factories.people import Somebody
from tests.factories.years import a_year, results

pytestmark = pytest.mark.django_db
SHEET = "code,score\n1,91.5\no1,100\n"


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Keep files in a folder of this test, and read none at once."""
    settings.FILES_FOLDER, settings.READS_AT_ONCE = tmp_path / "files", 0
    return tmp_path


def save(row: ResultImport, who: Somebody, *corrections: Correction, seen: int = 0) -> ResultSet:
    return save_import(
        row=row, year=row.cycle.fiscal_year, corrections=corrections, seen=seen, by=who.actor
    )


def taken(cycle: Cycle, who: Somebody, data: bytes = SHEET.encode()) -> ResultImport:
    return take_file(cycle=cycle, name="ผล.csv", data=data, by=who.actor)


def state(row: ResultImport) -> str:
    return ResultImport.objects.get(pk=row.pk).state


def bytes_kept(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def test_what_was_read_is_saved_with_its_places_and_its_file(anong: Somebody, folder: Path) -> None:
    row, _ = on_its_way(anong, a_year(anong), SHEET)
    saved = save(row, anong, Correction(at="scores/1", was="91.5", be="1 92"))
    kept = [(each.code, str(each.score), each.place) for each in sheet_of(saved).results]
    assert kept == [("1", "92.000000", "รายการที่ 2 › B2"), ("o1", "100.000000", "รายการที่ 3 › B3")]
    file = StoredFile.objects.get()
    assert (saved.source_file, file.is_source, file.name) == (file, True, "ผล.csv")
    assert bytes_kept(folder) == [hash_of(SHEET.encode())]
    assert not ResultImport.objects.exists()


def test_what_cannot_be_saved_leaves_everything_as_it_was(anong: Somebody, folder: Path) -> None:
    cycle = a_year(anong)
    row, _ = on_its_way(anong, cycle, SHEET)
    results(anong, cycle, {"1": "70"})
    with pytest.raises(SavedMeanwhile):
        save(row, anong)
    assert (StoredFile.objects.count(), ReadingAnswers.objects.count()) == (0, 0)
    assert (bytes_kept(folder), state(row)) == ([], ImportState.READ)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("code,score\n1,90\n1,80\n", "1 has two scores, 90 and 80."),
        ("code,score\n1,101\n", "“1” is not clear: 101 is not from 0 to 100."),
        (
            "code,score\no99,100\n",
            "“o99” is not clear: There is no o99 in ITA of fiscal year 2567.",
        ),
    ],
)
def test_what_is_still_wrong_is_refused_whoever_asks(
    content: str, told: str, anong: Somebody
) -> None:
    row, _ = on_its_way(anong, a_year(anong), content)
    with pytest.raises(Refusal) as refused:
        save(row, anong)
    assert told in str(refused.value)
    assert not ResultSet.objects.exists()


def test_everything_left_out_is_refused(anong: Somebody) -> None:
    row, _ = on_its_way(anong, a_year(anong), "code,score\n1,90\n")
    with pytest.raises(Refusal, match=r"^Nothing is left to be saved"):
        save(row, anong, Correction(at="scores/1", was="90"))


def test_the_same_file_is_kept_once_and_what_was_evidence_becomes_a_source(
    anong: Somebody,
) -> None:
    today = timezone.localdate()
    handed_in = add_file(name="ผล.csv", data=SHEET.encode(), by=anong.actor, today=today)
    row, _ = on_its_way(anong, a_year(anong), SHEET)
    first = save(row, anong)
    row, _ = on_its_way(anong, first.cycle, SHEET)
    second = save(row, anong, seen=1)
    assert (first.source_file, second.source_file) == (handed_in, handed_in)
    with pytest.raises(Refusal, match="it is their source, and stays"):
        remove_file(file=handed_in, reason="ไม่ใช้แล้ว", by=anong.actor)


def test_a_file_that_was_removed_is_kept_anew(anong: Somebody) -> None:
    today = timezone.localdate()
    gone = add_file(name="ผล.csv", data=SHEET.encode(), by=anong.actor, today=today)
    remove_file(file=gone, reason="ผิดไฟล์", by=anong.actor)
    row, _ = on_its_way(anong, a_year(anong), SHEET)
    assert save(row, anong).source_file != gone


def test_the_database_holds_that_no_source_is_removed(anong: Somebody) -> None:
    row, _ = on_its_way(anong, a_year(anong), SHEET)
    save(row, anong)
    gone = {"removed_at": timezone.now(), "removed_by": anong.person, "removal_reason": "x"}
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.update(**gone)


def test_answers_are_kept_by_the_bytes_of_the_file(anong: Somebody) -> None:
    cycle = a_year(anong)
    row, _ = on_its_way(anong, cycle, SHEET)
    answer = Correction(at="scores/1", was="91.5", be="1 92")
    save(row, anong, answer)
    again, _ = on_its_way(anong, cycle, SHEET)
    assert answers_to(again) == (answer,)
    save(again, anong, seen=1)
    third, _ = on_its_way(anong, cycle, SHEET)
    assert answers_to(third) == ()


def test_a_second_file_takes_the_place_of_the_first(anong: Somebody) -> None:
    cycle = a_year(anong)
    first, second = taken(cycle, anong), taken(cycle, anong)
    assert [each.uuid for each in ResultImport.objects.all()] == [second.uuid]
    while do_next():  # that of the first finds nothing to do
        pass
    assert state(second) == ImportState.READ
    assert [*Job.objects.values_list("key", "state").order_by("id")] == [
        (str(each.uuid), State.DONE) for each in (first, second)
    ]


def test_what_a_killed_worker_was_reading_is_read_again(anong: Somebody) -> None:
    row = taken(a_year(anong), anong)
    Job.objects.update(state=State.RUNNING, begun=1)
    assert (do_next(), state(row)) == (False, ImportState.WAITING)
    take_up_again()
    assert (do_next(), state(row)) == (True, ImportState.READ)


def test_what_was_thrown_away_meanwhile_stays_away(anong: Somebody) -> None:
    row = taken(a_year(anong), anong)
    drop_import(row=row, by=anong.actor)
    read_in_full(row)
    assert not ResultImport.objects.exists()


def test_what_is_refused_keeps_the_reason_and_no_byte(anong: Somebody) -> None:
    row = taken(a_year(anong), anong, b"hello")
    read_in_full(row)
    kept = ResultImport.objects.get(pk=row.pk)
    assert (kept.state, bytes(kept.data)) == (ImportState.REFUSED, b"")


def test_what_nobody_came_back_to_is_thrown_away(anong: Somebody) -> None:
    old, new = taken(a_year(anong), anong), taken(a_year(anong, 2566), anong)
    long_ago = timezone.now() - KEPT_FOR - timedelta(minutes=1)
    ResultImport.objects.filter(pk=old.pk).update(asked_at=long_ago)
    forget_old()
    assert [each.pk for each in ResultImport.objects.all()] == [new.pk]


def test_who_enters_no_results_takes_saves_and_drops_nothing(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_year(anong)
    row, _ = on_its_way(anong, cycle, SHEET)
    with pytest.raises(NotAllowed):
        taken(cycle, boonmee)
    with pytest.raises(NotAllowed):
        save(row, boonmee)
    with pytest.raises(NotAllowed):
        drop_import(row=row, by=boonmee.actor)
    assert state(row) == ImportState.READ


def test_a_file_over_the_limit_or_the_quota_is_not_taken(
    anong: Somebody, settings: LazySettings
) -> None:
    cycle = a_year(anong)
    settings.UPLOAD_LIMIT = 10
    with pytest.raises(Refusal, match=r"^The file is larger than"):
        taken(cycle, anong)
    settings.UPLOAD_LIMIT, settings.FILES_QUOTA = 100, 10
    with pytest.raises(Refusal, match=r"^With this file the agency would have more"):
        taken(cycle, anong)
    assert not ResultImport.objects.exists()
