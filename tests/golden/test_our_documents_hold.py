"""What we write is read back without a false alarm: every kind of the demonstration agencies."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from prongsai.core.checks import check
from prongsai.core.documents.model import Document
from prongsai.core.readings.source import Source
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_docx import read_docx
from prongsai.formats.read_html import read_html
from prongsai.formats.read_pdf import read_pdf
from prongsai.formats.subject import subject_of
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_html import write_html
from prongsai.formats.write_pdf import write_pdf
from tests.factories.demo import AGENCIES, demo_case, demo_document

AGAIN: dict[str, Callable[[Document], Source]] = {
    "Word": lambda made: read_docx(write_docx(made)),
    "PDF": lambda made: read_pdf(write_pdf(made)),
    "page": lambda made: read_html(write_html(made).encode()),
}
# What is true of the demonstration: nothing is reported yet, and its day is not within the year of
# the one agency.
TRUE = {"progress": {"state_not_said", "date_outside_year"}, "meeting": {"date_outside_year"}}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("form", "agency"), [*product(["Word"], AGENCIES), *product(["PDF", "page"], AGENCIES[1:])]
)
def test_a_document_of_ours_raises_no_false_alarm(form: str, agency: str, kind: str) -> None:
    source = AGAIN[form](demo_document(agency, kind, thai_digits=agency == "na-khok"))
    found = check(subject_of(understand(source, editions_by_year())))

    assert [each for each in found if each.rule not in TRUE.get(kind, ())] == []
    unsaid = [each for each in found if each.rule == "state_not_said"]
    measures = demo_case(agency).plan.measures
    assert len(unsaid) == (len(measures) if kind == "progress" else 0)
