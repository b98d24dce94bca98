from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Reading
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.readers import source_in
from prongsai.formats.reading_file import write_reading_json, write_reading_yaml
from prongsai.formats.results.document import found_in_document

TEXT = (
    "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 ขององค์การบริหารส่วนตำบลนาทอง\n"
    "ตัวชี้วัด\tคะแนน\n1 การปฏิบัติหน้าที่\t90.50\n2 การใช้งบประมาณ\t91.00\n"
).encode()


def whole() -> Reading:
    return understand(source_in(TEXT), editions_by_year())


def test_a_document_gives_its_scores_and_nothing_of_its_people() -> None:
    found = found_in_document(TEXT)
    assert (found.reading.scores, found.is_sheet) == (whole().scores, False)
    assert (found.reading.passages, found.reading.signatures) == ((), ())


@pytest.mark.parametrize("write", [write_reading_json, write_reading_yaml])
def test_what_prongsai_read_writes_gives_the_same(write: object) -> None:
    assert callable(write)
    assert found_in_document(str(write(whole())).encode()) == found_in_document(TEXT)


def test_a_reading_that_was_changed_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^This is no reading of this version"):
        found_in_document(b"prongsai_reading: 99\n")


def test_a_document_without_scores_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^No score was found in the file"):
        found_in_document("บันทึกข้อความ เรื่อง ขออนุญาต".encode())
