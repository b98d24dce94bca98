"""Files made to harm, or that cannot be read, through the page: told in words, nothing kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import LazySettings

from prongsai.foundation.agencies import scope
from prongsai.foundation.files.models import StoredFile
from prongsai.stages.cycles.models import ResultImport
from tests.factories import evidence, hostile, hostile_pdf, hostile_zip
from tests.factories.clients import Desk, found
from tests.factories.imports import saved, sent
from tests.factories.people import Somebody
from tests.factories.years import a_year

pytestmark = pytest.mark.django_db
# What is sent, and the beginning of what is told.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a page that was scanned": (
        lambda: evidence.pdf(),
        ": The PDF has no text on its 1 pages: it is a scan.",
    ),
    "a photo": (evidence.photo, ": This is a picture."),
    "a damaged Word file": (
        hostile.WORD["size said too small"][0],
        ": The file of Word, Excel or PowerPoint is damaged.",
    ),
    "a Word file with macros": (
        hostile_zip.with_macros,
        ": The file has macros: programs that run when it is opened.",
    ),
    "a bomb": (lambda: hostile_zip.bomb(300), ": The file unpacks to more than is kept."),
    "a bomb of a workbook": (
        lambda: hostile_zip.bomb(300, "xl/worksheets/sheet1.xml"),
        ": This is a packed file (.zip)",
    ),
    "a PDF that holds itself": (hostile_pdf.own_parents, ": The PDF is damaged."),
    "a PDF cut in two": (hostile.PDF["cut in two"][0], ": The PDF is damaged."),
    "a program": (hostile.TEXT["a program"][0], ": This is a program."),
    "nothing": (lambda: b"", ": The file is empty."),
    "a text without scores": (lambda: b"hello", ": No score was found in the file."),
    "a formula for a score": (
        lambda: b"code,score\n1,=1+1\n",
        " › row 2 › column score: =1+1 is not a number.",
    ),
    "a table over and over": (
        hostile.CSV["quotation marks"][0],
        " › row 2: The row is longer than 100000 characters.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told_and_nothing_of_it_is_kept(
    name: str, anong: Somebody, settings: LazySettings
) -> None:
    settings.READS_AT_ONCE = 60
    make, told = REFUSED[name]
    cycle, desk = a_year(anong), Desk(anong)
    page = sent(desk, cycle, make(), "แฟ้ม.docx")
    assert page.status_code == 200
    said = [each.text_content() for each in found(page, "//div[@role='alert']//p")]
    assert said[1].startswith(f"แฟ้ม.docx{told}"), said
    assert saved(anong, cycle) == []
    with scope.agency(anong.agency.pk):
        assert (ResultImport.objects.count(), StoredFile.objects.count()) == (0, 0)
