"""Documents of every kind through the page: what is asked there is what `prongsai read` finds."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from django.conf import LazySettings

from prongsai.core.readings.model import Reading, YearRole
from prongsai.core.readings.understand import understand
from prongsai.core.results import name_of
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.readers import source_in
from prongsai.formats.reading_file import write_reading_json, write_reading_yaml
from prongsai.formats.writers import write_all
from prongsai.foundation.agencies import scope
from prongsai.foundation.files import store
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.jobs.work import do_next
from prongsai.web.templatetags.thai import code
from tests.factories.clients import Desk, text
from tests.factories.demo import demo_document
from tests.factories.facts import SHARED
from tests.factories.imports import rows, saved, sent
from tests.factories.people import Somebody
from tests.factories.years import a_year

pytestmark = pytest.mark.django_db
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
Asked = list[tuple[str, str]]


@pytest.fixture(autouse=True)
def _read_at_once(settings: LazySettings) -> None:
    settings.READS_AT_ONCE = 60


@cache
def read(data: bytes) -> Reading:
    return understand(source_in(data), editions_by_year())


def stated(reading: Reading, year: int) -> Asked:
    """Return the scores of a year as `prongsai read` has them."""
    own = reading.year(YearRole.RESULT) or year
    return [
        (name_of((said.value.code, said.value.part)), f"{said.value.score:f}")
        for said in reading.scores
        if (said.value.year or own) == year
    ]


def asked(desk: Desk, address: str, year: int) -> Asked:
    """Return the scores that the page asks about, in the order of the document."""
    page = desk.get(f"{address}?year={year}")
    return sorted((name, score) for name, _place, _why, score in rows(page) if score)


def as_shown(scores: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return scores by their codes as the page writes them."""
    return sorted((code(name), score) for name, score in scores)


@cache
def seed(number: str) -> bytes:
    path = next(iter(sorted((SHARED / "seeds").glob(f"{number}_*.txt"))), None)
    if path is None:
        pytest.skip("the model documents are not beside this checkout (PRONGSAI_SHARED)")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("number", "years"), [("000", (2565, 2564)), ("001", (2566,)), ("003", (2565,))]
)
def test_of_a_model_document_the_page_asks_what_is_read(
    number: str, years: tuple[int, ...], anong: Somebody
) -> None:
    cycle, desk = a_year(anong, years[0]), Desk(anong)
    address = sent(desk, cycle, seed(number), "รายงาน.txt").headers["Location"]
    for year in years:
        assert asked(desk, address, year) == as_shown(stated(read(seed(number)), year)), year


@pytest.mark.parametrize("number", ["002", "004"])
def test_a_model_document_without_scores_is_refused(number: str, anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    answer = sent(desk, cycle, seed(number), "รายงาน.txt")
    assert "No score was found in the file." in text(answer)


@cache
def report(ending: str, kind: str = "analysis") -> bytes:
    """Write a document of a demonstration year."""
    path = Path(f"report{ending}")
    made = write_all(demo_document("na-thong", kind), [path])[path]
    return made if isinstance(made, bytes) else made.encode()


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html", ".xlsx"])
def test_our_own_report_is_asked_saved_and_kept_as_its_source(ending: str, anong: Somebody) -> None:
    data = report(ending)
    cycle, desk = a_year(anong, 2566), Desk(anong)
    address = sent(desk, cycle, data, f"รายงาน{ending}").headers["Location"]
    assert asked(desk, address, 2566) == as_shown(stated(read(data), 2566)) != []
    desk.post(address, {**desk.form(address), "other_agency": "on", "save": "1"})
    (one,) = saved(anong, cycle)
    with scope.agency(anong.agency.pk):
        file = StoredFile.objects.get()
        kept = store.read(anong.agency.uuid, file.sha256)
    assert (one.source, one.source_file_id, file.is_source) == ("document", file.pk, True)
    assert one.source_sha256 == file.original_sha256 == store.hash_of(data)
    assert stated(read(kept), 2566) == stated(read(data), 2566)


@pytest.mark.parametrize("write", [write_reading_json, write_reading_yaml])
def test_what_prongsai_read_writes_is_imported_and_kept_as_a_text(
    write: Callable[[Reading], str], anong: Somebody
) -> None:
    reading = read(report(".html"))
    cycle, desk = a_year(anong, 2566), Desk(anong)
    data = write(reading).encode()
    address = sent(desk, cycle, data, "รายงาน.yaml").headers["Location"]
    assert asked(desk, address, 2566) == as_shown(stated(reading, 2566))
    desk.post(address, {**desk.form(address), "other_agency": "on", "save": "1"})
    with scope.agency(anong.agency.pk):
        assert [each.name for each in StoredFile.objects.all()] == ["รายงาน.yaml.txt"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed.")
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_a_report_of_an_old_office_is_read_by_the_worker(
    ending: str, anong: Somebody, tmp_path: Path
) -> None:
    (tmp_path / "report.docx").write_bytes(report(".docx", "memo"))
    command = (str(OFFICE), "--headless", "--convert-to", ending, "report.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run((*command, profile), cwd=tmp_path, check=True, capture_output=True)
    cycle, desk = a_year(anong, 2566), Desk(anong)
    data = (tmp_path / f"report.{ending}").read_bytes()
    address = sent(desk, cycle, data, f"report.{ending}").headers["Location"]
    assert "The file is being read." in text(desk.get(address))
    while do_next():
        pass
    assert asked(desk, address, 2566) == as_shown(stated(read(report(".docx", "memo")), 2566)) != []
