from pathlib import Path

import pytest

import prongsai
from prongsai.core.errors import Refusal
from prongsai.core.readings.understand import understand
from prongsai.core.results import name_of
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.editions import load_edition
from prongsai.formats.read_results import read_results
from prongsai.formats.readers import source_in
from tests.factories.bare_word import paragraph, word_file
from tests.factories.sources import texts


def test_a_document_is_read_by_what_it_is() -> None:
    word, text = word_file(paragraph("ก")), "ข".encode("cp874")

    assert [texts(source_in(data)) for data in (word, text)] == [["ก"], ["ข"]]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (word_file("").replace(b"word/document.xml", b"xl/workbook_xx.xm"), "neither of Word"),
        (b"PK\x03\x04", "is damaged"),
        (word_file("").replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xe2"), "is damaged"),
    ],
)
def test_other_kinds_are_refused_with_what_is_read(data: bytes, what: str) -> None:
    with pytest.raises(Refusal, match=what):
        source_in(data)


@pytest.mark.parametrize(
    ("agency", "edition"), [("na-khok", "nacc-2564"), ("na-thong", "nacc-2566")]
)
def test_a_result_sheet_read_as_a_document_says_the_same(agency: str, edition: str) -> None:
    path = Path(prongsai.__file__).parent / "data" / "demo" / f"{agency}.csv"
    results = read_results(path, load_edition(edition)).results

    reading = understand(source_in(path.read_bytes()), editions_by_year())

    assert {name_of((s.value.code, s.value.part)): s.value.score for s in reading.scores} == {
        name_of((each.code, each.part)): each.score for each in results if each.score is not None
    }
    assert {said.value for said in reading.weak} == {
        name_of((each.code, each.part)) for each in results if each.weak
    }
