import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.formats.read_table import read_table
from prongsai.formats.rows import Row
from tests.factories.tables import csv_file

LARGEST = 1_000_000
SAVE_AS = "Open it in your spreadsheet program and save it as .xlsx or as CSV UTF-8."

on_one_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def refused(path: Path, largest: int = LARGEST) -> str:
    with pytest.raises(Refusal) as caught:
        list(read_table(path, largest))
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874", "tis-620"])
def test_thai_is_read_in_every_encoding_that_offices_use(tmp_path: Path, encoding: str) -> None:
    path = csv_file(tmp_path, "รหัส,หมายเหตุ\no1,ที่ตั้ง กำกับ\n", encoding)

    rows = list(read_table(path, LARGEST))

    assert rows == [Row(1, ("รหัส", "หมายเหตุ")), Row(2, ("o1", "ที่ตั้ง กำกับ"))]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_with_its_separator(tmp_path: Path, separator: str, line_end: str) -> None:
    lines = ["", separator.join(("code", "score")), separator.join(("o1", '"9,\t;0"'))]

    rows = list(read_table(csv_file(tmp_path, line_end.join(lines)), LARGEST))

    assert rows == [Row(2, ("code", "score")), Row(3, ("o1", "9,\t;0"))]


def test_empty_rows_are_left_out_but_counted(tmp_path: Path) -> None:
    path = csv_file(tmp_path, 'code\n\n , \n"a\nb"\nlast')

    assert list(read_table(path, LARGEST)) == [
        Row(1, ("code",)),
        Row(4, ("a\nb",)),
        Row(5, ("last",)),
    ]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", "The file is empty. See whether it was saved."),
        (b"a,b\0c", f"This is not a text that can be read. {SAVE_AS}"),
        (b"\xff\xfea", f"This is not a text that can be read. {SAVE_AS}"),
        (b"\xef\xbb\xbf\xe0", f"This is not a text that can be read. {SAVE_AS}"),
        ("café,score".encode("latin-1"), f"This is not a text that can be read. {SAVE_AS}"),
        (b"%PDF-1.7", "This is a PDF file. Copy the scores into the template."),
        (
            bytes.fromhex("d0cf11e0a1b11ae1"),
            (
                "This is an old Excel file (.xls), or one with a password."
                " Open it in Excel, take the password off, and save it as .xlsx."
            ),
        ),
        (
            b"PK\5\6",
            (
                "The workbook is damaged, or is none."
                " Open it in your spreadsheet program and save it anew as .xlsx."
            ),
        ),
        (
            b'a,b\n"c,d\n',
            (
                "row 2: A quotation mark is not closed, or stands inside a text."
                ' Close each quotation mark, and double those inside a text: "".'
            ),
        ),
        (
            b'a\n"b"c',
            (
                "row 2: A quotation mark is not closed, or stands inside a text."
                ' Close each quotation mark, and double those inside a text: "".'
            ),
        ),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, refusal: str) -> None:
    path = tmp_path / "results.csv"
    path.write_bytes(content)

    assert refused(path) == refusal


@pytest.mark.parametrize("text", ["x" * 900_000, '"' + "\n" * 400_000, "a," * 60_000])
def test_an_endless_row_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(csv_file(tmp_path, f"a\n{text}")) == (
        "row 2: The row is longer than 100000 characters."
        " See whether a quotation mark is open there, or whether this is the right file."
    )


def test_a_row_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, "a\n" + "," * 1000)) == (
        "row 2: The row has more than 1000 columns. Delete the columns beside the table."
    )


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    assert refused(path, 10_000_000) == (
        "The file has 200 MB; at most 10 MB are read."
        " See whether this is the right file, or divide it."
    )


@pytest.mark.parametrize("name", ["missing.csv", "missing/results.csv", "nul\0.csv"])
def test_a_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name) == "There is no such file. Check the name and the folder."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "This is not a file. Name a file: .csv or .xlsx."


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / ("x" * 5000)) == (
        "The file cannot be read (the name is too long). Check its name and that you may open it."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "code,score")
    path.chmod(0)

    assert refused(path) == (
        "The file cannot be read (no permission). Check its name and that you may open it."
    )


@on_one_file
@given(
    content=st.binary(max_size=2000) | st.text().map(lambda text: text.encode("cp874", "ignore"))
)
def test_any_bytes_are_rows_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "results.csv"
    path.write_bytes(content)

    with suppress(Refusal):
        assert all(not row.is_empty for row in read_table(path, LARGEST))
