import os
from pathlib import Path

import pytest

import prongsai
from prongsai.core.errors import Refusal
from prongsai.core.readings.understand import understand
from prongsai.core.results import name_of
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.editions import load_edition
from prongsai.formats.read_results import read_results
from prongsai.formats.readers import read_source
from tests.factories.bare_word import paragraph, word_file
from tests.factories.sources import texts


def test_a_file_is_read_by_what_it_is(tmp_path: Path) -> None:
    word, text = tmp_path / "a.txt", tmp_path / "b.docx"
    word.write_bytes(word_file(paragraph("ก")))
    text.write_text("ข", encoding="cp874")

    assert [texts(read_source(path)) for path in (word, text)] == [["ก"], ["ข"]]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (word_file("").replace(b"word/document.xml", b"xl/workbook_xx.xm"), "neither of Word"),
        (b"PK\x03\x04", "is damaged"),
        (word_file("").replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xe2"), "is damaged"),
    ],
)
def test_other_kinds_are_refused_with_what_is_read(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)

    with pytest.raises(Refusal, match=what):
        read_source(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "x", Path("a\0")):
        with pytest.raises(Refusal, match="no such file"):
            read_source(path)
    with pytest.raises(Refusal, match="it is a folder"):
        read_source(tmp_path)


def test_a_file_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "big"
    with path.open("wb") as file:
        file.truncate(50_000_001)

    with pytest.raises(Refusal, match="larger than 50000000 bytes"):
        read_source(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked"
    path.touch(mode=0)

    with pytest.raises(Refusal, match="no permission"):
        read_source(path)


@pytest.mark.parametrize(
    ("agency", "edition"), [("na-khok", "nacc-2564"), ("na-thong", "nacc-2566")]
)
def test_a_result_sheet_read_as_a_document_says_the_same(agency: str, edition: str) -> None:
    path = Path(prongsai.__file__).parent / "data" / "demo" / f"{agency}.csv"
    results = read_results(path, load_edition(edition)).results

    reading = understand(read_source(path), editions_by_year())

    assert {name_of((s.value.code, s.value.part)): s.value.score for s in reading.scores} == {
        name_of((each.code, each.part)): each.score for each in results if each.score is not None
    }
    assert {said.value for said in reading.weak} == {
        name_of((each.code, each.part)) for each in results if each.weak
    }
