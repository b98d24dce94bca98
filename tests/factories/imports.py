"""Files with results on their way: as the page takes them, or read already."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase

from prongsai.core.results import name_of
from prongsai.formats.reading_file import write_reading_json
from prongsai.formats.results.child import found_in
from prongsai.foundation.agencies import scope
from prongsai.foundation.files.models import Scan
from prongsai.foundation.files.store import hash_of
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import Cycle, ImportState, ResultImport, ResultSet
from prongsai.stages.cycles.selectors import history
from tests.factories.clients import Desk, found
from tests.factories.people import Somebody


def sent(desk: Desk, cycle: Cycle, data: bytes, name: str = "ผล.csv") -> HttpResponseBase:
    """Hand in a file as the page does."""
    return desk.post(f"/years/{cycle.uuid}/file", {"file": SimpleUploadedFile(name, data)})


def on_its_way(
    who: Somebody, cycle: Cycle, content: str | bytes, *, name: str = "ผล.csv"
) -> tuple[ResultImport, str]:
    """Make a file that was read, in this process; return it and the address of its page."""
    data = content if isinstance(content, bytes) else content.encode()
    read = found_in(data, cycle.edition.text)
    with scope.agency(who.agency.pk):
        row = ResultImport.objects.create(
            agency=who.agency,
            cycle=cycle,
            asked_by=str(who.person.uuid),
            name=name,
            data=data,
            original_sha256=hash_of(data),
            scan=Scan.NOT_SCANNED,
            state=ImportState.READ,
            kind="csv",
            source="file" if read.is_sheet else "document",
            reading=write_reading_json(read.reading),
            notes=dict(read.notes),
        )
    return row, f"/years/{cycle.uuid}/file/{row.uuid}"


def rows(answer: HttpResponseBase) -> list[tuple[str, str, str, str]]:
    """Return what the page asks about and what it does not: code, place, certainty, score."""
    return [
        (
            each.xpath(".//strong")[0].text_content(),
            " ".join(each.xpath(".//p[contains(@class,'aside')]")[0].text_content().split()),
            " ".join(" ".join(p.text_content().split()) for p in each.xpath(".//p[position()>2]")),
            "".join(each.xpath(".//input[@type='text']/@value")),
        )
        for each in found(answer, "//li[contains(@class,'read')]")
    ]


def saved(who: Somebody, cycle: Cycle) -> list[ResultSet]:
    """Return the results of a year, the newest first."""
    with scope.agency(who.agency.pk):
        return list(history(cycle))


def scores(who: Somebody, results: ResultSet) -> dict[str, str]:
    """Return the scores of results as people write them."""
    with scope.agency(who.agency.pk):
        kept = sheet_of(results).scores
    return {name_of(key): f"{score.normalize():f}" for key, score in kept.items()}
