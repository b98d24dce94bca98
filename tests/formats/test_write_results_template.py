from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from prongsai.core.editions.model import TOTAL
from prongsai.core.editions.parse import parse_edition
from prongsai.core.errors import Refusal
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.formats.read_results import read_results
from prongsai.formats.write_results_template import write_results_template
from tests.factories.editions import DUTIES, small_edition

THAI = {"topic not known": "ยังไม่ทราบหัวข้อ", "Help": "วิธีกรอก", "total score": "คะแนนรวม"}
SMALL = parse_edition(small_edition(), DUTIES)


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def test_the_template_has_a_row_for_each_code_and_part() -> None:
    sheet = opened(write_results_template(SMALL, {})).worksheets[0]

    rows = list(sheet.iter_rows(max_col=3, values_only=True))

    assert rows == [
        ("code", "topic", "part"),
        ("total", "total score", None),
        ("IIT", "IIT", None),
        ("1", "1", None),
        ("i1", "work", None),
        ("EIT", "EIT", None),
        ("EIT", "EIT – public", "public"),
        ("EIT", "EIT – survey", "survey"),
        ("6", "6", None),
        ("6", "6 – public", "public"),
        ("6", "6 – survey", "survey"),
        ("e1", "work", None),
        ("e1", "work – public", "public"),
        ("e1", "work – survey", "survey"),
        ("OIT", "OIT", None),
        ("9", "9", None),
        ("o1", "structure", None),
        ("o2", "news", None),
    ]


def test_the_template_is_thai_for_who_reads_thai() -> None:
    book = opened(write_results_template(load_edition("nacc-2568"), THAI))
    sheet = book["ผลคะแนน"]

    topics = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}

    assert [cell.value for cell in sheet[1]] == ["รหัส", "หัวข้อ", "ส่วน", "คะแนน", "ธง", "หมายเหตุ"]
    assert (topics["total"], topics["i1"]) == ("คะแนนรวม", "ยังไม่ทราบหัวข้อ")
    assert book["วิธีกรอก"].max_column == 2


@pytest.mark.parametrize("key", edition_keys())
@pytest.mark.parametrize("words", [THAI, {}])
def test_a_filled_template_reads_back(tmp_path: Path, key: str, words: dict[str, str]) -> None:
    edition = load_edition(key)
    book = opened(write_results_template(edition, words))
    sheet = book.worksheets[0]
    filled = {}
    for number, row in enumerate(sheet.iter_rows(min_row=2), start=1):
        row[3].value = 100 - number / 8
        filled[row[0].value, row[2].value] = 100 - Decimal(number) / 8
    book.save(tmp_path / "results.xlsx")

    assert read_results(tmp_path / "results.xlsx", edition).scores == filled
    assert {code for code, _ in filled} == {TOTAL, *edition.ancestors} - {*edition.sub_indicators}


def test_an_empty_template_says_that_nothing_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "results.xlsx"
    path.write_bytes(write_results_template(SMALL, THAI))

    with pytest.raises(Refusal) as caught:
        read_results(path, SMALL)

    assert str(caught.value) == (
        "results.xlsx: No score is filled in. Write at least one score below its heading."
    )


def test_what_may_be_written_is_offered() -> None:
    sheet = opened(write_results_template(SMALL, {})).worksheets[0]

    rules = {str(r.sqref).split(":")[0]: r for r in sheet.data_validations.dataValidation}

    assert {place: (r.type, r.formula1, r.formula2) for place, r in rules.items()} == {
        "C2": ("list", '"public,survey"', None),
        "D2": ("decimal", "0", "100"),
        "E2": ("list", '"weak"', None),
    }
    assert sheet.freeze_panes == "B2"


def test_an_edition_without_parts_offers_none() -> None:
    sheet = opened(write_results_template(load_edition("nacc-2564"), {})).worksheets[0]

    assert [r.type for r in sheet.data_validations.dataValidation] == ["decimal", "list"]


def test_a_topic_never_becomes_a_formula() -> None:
    topic = ("instruments", 0, "indicators", 0, "title")
    names = {"th": "=1+1", "en": "=HYPERLINK(1)"}
    edition = parse_edition(small_edition(topic, names), DUTIES)

    sheet = opened(write_results_template(edition, {})).worksheets[0]

    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=HYPERLINK(1)", "s")


def test_the_same_edition_gives_the_same_bytes_without_an_author() -> None:
    content = write_results_template(SMALL, THAI)

    assert write_results_template(SMALL, THAI) == content
    assert b"<dc:creator></dc:creator>" in ZipFile(BytesIO(content)).read("docProps/core.xml")
