"""`prongsai read` hands what it read to the other commands, and says what it is not sure of."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
import yaml
from docx import Document
from openpyxl import load_workbook

from tests.cli.conftest import Outcome, Run
from tests.factories.pdf_files import pdf_file, written
from tests.factories.tables import workbook

MEMO = (
    "แผนมาตรการยกระดับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\n\n"
    "องค์การบริหารส่วนตำบลตัวอย่าง อำเภอเมือง จังหวัดสมมติ\n\n"
    "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ได้คะแนนรวม 84.50 คะแนน\n\n"
    "ข้อ\tคะแนน\tมาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tการติดตามผล\n"
    "i7\t65.63\tทบทวนแผน\t1. ประชุม\t ม.ค. 67 - มี.ค. 67\tสำนักปลัด\tรายงานทุกเดือน\n"
    "i8\t70.00\tอบรม\t1. จัดอบรม\t\tกองคลัง\tรายงานทุกเดือน\n"
)
Piped = Callable[..., Outcome]


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "memo.txt"
    path.write_text(MEMO, encoding="utf-8")
    return path


@pytest.fixture
def piped(run: Run, monkeypatch: pytest.MonkeyPatch) -> Piped:
    def call(text: str, *arguments: object) -> Outcome:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text.encode())))
        return run(*arguments, "--lang", "en")

    return call


def test_the_reading_is_printed_and_told_in_three_lines(run: Run, memo: Path) -> None:
    code, printed, told = run("read", memo, "--lang", "en")

    assert code == 0
    assert yaml.safe_load(printed)["measures"][0]["title"]["value"] == "ทบทวนแผน"
    assert told.splitlines()[:2] == [
        (
            "Kind: Plan of measures; agency: องค์การบริหารส่วนตำบลตัวอย่าง; results of 2566,"
            " measures of 2567"
        ),
        "Measures: 2; scores: 3; weak: 2",
    ]


def test_the_kind_is_told_by_its_title_and_in_thai(run: Run, memo: Path) -> None:
    assert run("read", memo).refused.startswith("ชนิด: แผนมาตรการ; หน่วยงาน: ")
    memo.write_text("ประกาศ", "utf-8")
    assert run("read", memo).refused.startswith("ชนิด: –; หน่วยงาน: –; ")


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_what_was_read_is_checked_scored_and_written_anew_through_pipes(
    run: Run, piped: Piped, memo: Path, tmp_path: Path, form: str
) -> None:
    reading = run("read", memo, "--format", form).printed
    checked = piped(reading, "check", "-")
    scored = piped(reading, "score", "-", "--format", "csv")
    out = tmp_path / "anew.docx"
    written = piped(reading, "report", "-", "-o", out)

    assert "[measure_incomplete]" in checked.printed
    assert any(line.startswith("i7,item,65.63") for line in scored.printed.splitlines())
    assert (checked.code, scored.code, written.code) == (1, 0, 0)
    assert "draft: hand the same reading to prongsai check, which says why." in written.refused
    texts = [cell.text for table in Document(str(out)).tables for cell in table._cells]
    assert any("ทบทวนแผน" in text for text in texts)


def test_a_plan_keeps_what_was_read_and_proposes_for_what_is_left(
    run: Run, memo: Path, tmp_path: Path
) -> None:
    reading, path = tmp_path / "memo.json", tmp_path / "plan.yaml"
    answered = MEMO.replace("i8\t70.00\tอบรม\t1. จัดอบรม\t\tกองคลัง\tรายงานทุกเดือน\n", "")
    memo.write_text(answered + "\nตัวชี้วัด\tคะแนน\n8 การปรับปรุงการทำงาน\t60.00\n", "utf-8")
    reading.write_text(run("read", memo, "--format", "json").printed, "utf-8")

    assert run("plan", reading, "-o", path).code == 0
    plan = yaml.safe_load(path.read_text("utf-8"))
    assert plan["agency"]["name"] == "องค์การบริหารส่วนตำบลตัวอย่าง"
    first, *proposed = plan["measures"]
    assert (first["key"], first["title"], first["answers"]) == ("M-2567-001", "ทบทวนแผน", ["i7"])
    assert proposed
    assert all("8" in each["answers"] for each in proposed)
    assert len({each["key"] for each in plan["measures"]}) == len(plan["measures"])
    assert run("check", path, "--lang", "en").printed == "Nothing was found.\n"


def test_the_agencys_file_names_the_agency_of_a_plan_that_was_read(
    run: Run, memo: Path, tmp_path: Path
) -> None:
    reading, agency, path = (tmp_path / name for name in ("r.yaml", "agency.yaml", "plan.yaml"))
    reading.write_text(run("read", memo).printed, "utf-8")
    agency.write_text("name: อบต.ของเรา\n", "utf-8")

    assert run("plan", reading, "--agency", agency, "-o", path).code == 0
    assert yaml.safe_load(path.read_text("utf-8"))["agency"]["name"] == "อบต.ของเรา"


def test_a_year_that_was_decided_is_told_and_can_be_said(
    run: Run, memo: Path, piped: Piped
) -> None:
    memo.write_text(MEMO.replace("พ.ศ. 2566", ""), "utf-8")
    reading = run("read", memo).printed
    told = "To be looked at: The document names no year of the results; 2566, before the plan's"

    assert told in piped(reading, "score", "-").refused
    assert told not in piped(reading, "score", "-", "--year", "2566").refused


REFUSED = [
    (("score", "-"), "ก", "-: Standard input has no reading."),
    (("report", "-", "-o", "x.docx"), "", "-: Standard input has no reading."),
    (("check", "-"), " \n", "-: Nothing stands in the document."),
    (("read", "-"), "", "-: Nothing stands in the document."),
    (
        ("plan", "-", "--edition", "nacc-2566"),
        "prongsai_reading: 1\n",
        "--edition does not go with a reading.",
    ),
    (
        ("score", "-"),
        "prongsai_reading: 1\n",
        "The document does not say of which fiscal year its results are.",
    ),
    (("check", "-"), "prongsai_reading: 3\n", "-: This is no reading of this version of Prongsai."),
]


@pytest.mark.parametrize(("arguments", "text", "refusal"), REFUSED)
def test_what_is_no_reading_is_refused(
    piped: Piped, arguments: tuple[str, ...], text: str, refusal: str
) -> None:
    code, printed, refused = piped(text, *arguments)

    assert (code, printed) == (2, "")
    assert refused.startswith(refusal)


def test_a_file_of_another_kind_is_no_reading(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "agency.yaml"
    path.write_text("name: อบต.ของเรา\n", "utf-8")

    code, _, refused = run("score", path, "--lang", "en")

    assert (code, refused) == (
        2,
        (
            f"{path}: The file has no reading."
            " Give a result sheet (CSV or XLSX), or what prongsai read writes.\n"
        ),
    )


def test_a_result_sheet_needs_its_edition(run: Run, na_thong: Path) -> None:
    assert run("score", na_thong, "--lang", "en") == (
        2,
        "",
        (
            "a result sheet does not say of which edition it is."
            " Name it with --edition (see prongsai edition list); of a document, let prongsai"
            " read make a reading.\n"
        ),
    )


def test_pages_without_text_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "partly.pdf"
    path.write_bytes(pdf_file(written("Text", 50, 500), "", ""))

    told = run("read", path, "--lang", "en").refused
    assert told.splitlines()[-1] == "Pages without text, of which nothing was read: 2, 3"


def test_hidden_sheets_of_a_workbook_are_told(run: Run, tmp_path: Path) -> None:
    book = workbook(tmp_path, ["มาตรการ", "ผู้รับผิดชอบ"], ["อบรม", "กองคลัง"], also="ปีก่อน")
    opened = load_workbook(book)
    opened["ปีก่อน"].sheet_state = "hidden"
    opened.save(book)

    code, _, told = run("read", book, "--lang", "en")

    sentence = (
        "Hidden sheets, of which nothing was read: ปีก่อน. If one counts, show it in the workbook,"
        " and read that anew."
    )
    assert code == 0
    assert told.splitlines()[-1] == sentence
    assert run("check", book, "--lang", "en").refused == f"{book}: {sentence}\n"


def test_a_reading_is_not_read_as_a_document(run: Run, piped: Piped, memo: Path) -> None:
    code, printed, refused = piped(run("read", memo).printed, "read", "-")

    assert (code, printed) == (2, "")
    assert refused == (
        "-: This is a reading already. Name the document, or hand the reading to prongsai check,"
        " plan or report.\n"
    )


def test_a_check_tells_where_there_was_nothing_but_texts(run: Run, memo: Path) -> None:
    memo.write_text("ประกาศ", "utf-8")

    assert run("check", memo, "--lang", "en") == (
        0,
        "Nothing was found.\n",
        f"{memo}: No measure and no score was read of it; its texts alone were checked.\n",
    )


def test_a_table_of_which_nothing_was_read_is_told(run: Run, memo: Path) -> None:
    memo.write_text(MEMO + "\nครุภัณฑ์\tจำนวน\nโต๊ะ\t2\n", "utf-8")

    told = run("read", memo, "--lang", "en").refused
    assert told.splitlines()[-1] == (
        "Nothing was read of table 2, whose headings are: ครุภัณฑ์ | จำนวน"
    )


def test_a_folder_gets_the_reading_a_page_and_what_is_asked(
    run: Run, memo: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "read" / "memo"
    code, printed, _ = run("read", memo, "-o", folder, "--lang", "en")

    names = ["memo.txt.corrections.yaml", "memo.txt.html", "memo.txt.reading.yaml"]
    assert code == 0
    assert sorted(path.name for path in folder.iterdir()) == names
    assert sorted(printed.splitlines()) == [f"Written: {folder / name}" for name in names]
    assert "ทบทวนแผน" in (folder / names[1]).read_text("utf-8")


def test_no_folder_is_made_for_what_is_not_read(run: Run, memo: Path, tmp_path: Path) -> None:
    memo.write_bytes(b"a\0")
    folder = tmp_path / "read"

    assert run("read", memo, "-o", folder).code == 2
    assert not folder.exists()


def test_what_comes_on_standard_input_gets_files_of_one_name(piped: Piped, tmp_path: Path) -> None:
    assert piped(MEMO, "read", "-", "-o", tmp_path / "read").code == 0

    names = ["document.corrections.yaml", "document.html", "document.reading.yaml"]
    assert sorted(path.name for path in (tmp_path / "read").iterdir()) == names


def test_a_document_with_the_longest_name_is_read_and_its_files_are_refused(
    run: Run, memo: Path, tmp_path: Path
) -> None:
    document = memo.rename(memo.with_name("ก" * 83 + ".txt"))
    folder = tmp_path / "read"

    assert run("read", document).code == 0
    code, _, refused = run("read", document, "-o", folder, "--lang", "en")
    assert (code, [*folder.iterdir()]) == (2, [])
    assert refused.strip().endswith(
        "the name of the file is too long. Give it, or the document that it is named after, a"
        " shorter name."
    )


def test_what_a_person_has_answered_is_applied_whenever_the_document_is_read(
    run: Run, memo: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "read"
    run("read", memo, "-o", folder)
    answers = folder / "memo.txt.corrections.yaml"
    text = answers.read_text("utf-8")
    entry = '  - at: "measures/table-1-row-1/title"\n    was: "ทบทวนแผน"\n    be: "ปรับปรุงแผน"\n'
    answers.write_text(text + entry, "utf-8")

    again = run("read", memo, "-o", folder, "--format", "json")
    read = json.loads((folder / "memo.txt.reading.json").read_text("utf-8"))
    assert again.code == 0
    assert read["measures"][0]["title"]["value"] == "ปรับปรุงแผน"
    assert answers.read_text("utf-8") == text + entry
    named = run("read", memo, "--corrections", answers, "--lang", "en")
    assert yaml.safe_load(named.printed)["measures"][0]["title"]["value"] == "ปรับปรุงแผน"


def test_an_answer_to_something_else_is_told_and_not_applied(run: Run, memo: Path) -> None:
    answers = memo.with_name("memo.txt.corrections.yaml")
    answers.write_text(
        'corrections:\n  - at: "measures/table-1-row-1/title"\n    was: "อื่น"\n    be: "ใหม่"\n',
        "utf-8",
    )

    code, printed, told = run("read", memo, "--lang", "en")
    assert code == 0
    assert yaml.safe_load(printed)["measures"][0]["title"]["value"] == "ทบทวนแผน"
    assert "measures/table-1-row-1/title" in told
