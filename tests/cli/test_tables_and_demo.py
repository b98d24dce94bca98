from __future__ import annotations

import csv
from pathlib import Path

from prongsai.formats.kinds import KINDS
from tests.cli.conftest import Run

WIDE = (
    "agency,fiscal_year,1,2,3,4,5,6,7,8,9,10\n"
    "อบต.นาทอง,2566,96.07,90.78,92.92,89.74,89.50,84.87,91.23,88.59,97.50,71.25\n"
    "จังหวัดจันทบุรี,2564,92.84,86.27,89.21,84.7,87.51,90.03,87.99,85.97,75.39,65.39\n"
)


def test_score_table_scores_each_row_by_the_edition_of_its_year(run: Run, tmp_path: Path) -> None:
    table, target = tmp_path / "wide.csv", tmp_path / "scores.csv"
    table.write_text(WIDE, encoding="utf-8")

    code, _, said = run("score-table", table, "-o", target, "--lang", "en")

    rows = list(csv.DictReader(target.read_text(encoding="utf-8").splitlines()))
    assert (code, said) == (0, f"Written: {target} (2 agencies)\n")
    assert [(r["edition"], r["OIT"], r["total"], r["level"], r["certain"]) for r in rows] == [
        ("nacc-2566", "84.38", "87.76", "Pass", "yes"),
        ("nacc-2564", "70.39", "80.99", "B", "yes"),
    ]


def test_score_table_prints_where_no_file_is_named(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "wide.csv"
    table.write_text("agency,total\nA,86.78\n", encoding="utf-8")

    printed = run("score-table", table, "--edition", "nacc-2566", "--lang", "en").printed

    assert printed.splitlines()[1].split(",")[:3] == ["A", "", "nacc-2566"]
    assert printed.splitlines()[1].split(",")[16:19] == ["86.78", '"Pass', ' good"']


def test_score_table_refused_in_the_middle_leaves_nothing(run: Run, tmp_path: Path) -> None:
    table, target = tmp_path / "wide.csv", tmp_path / "scores.csv"
    table.write_text(WIDE + "อบต.เสีย,2566,101,,,,,,,,,\n", encoding="utf-8")

    code, _, refused = run("score-table", table, "-o", target, "--lang", "en")

    assert (code, target.exists(), [*tmp_path.glob(".*")]) == (2, False, [])
    assert refused.startswith("wide.csv › row 4 › column 1: 101 is not from 0 to 100.")


def test_a_template_filled_in_is_read_back(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "results.xlsx"
    assert run("template", "results", "--edition", "nacc-2566", "-o", path).code == 0

    code, _, refused = run("score", path, "--edition", "nacc-2566")

    assert code == 2
    assert "results.xlsx" in refused


def test_a_folder_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "none" / "results.xlsx"
    code, _, refused = run(
        "template", "results", "--edition", "nacc-2566", "-o", target, "--lang", "en"
    )

    assert code == 2
    assert refused == (
        f"{target}: the file cannot be written (no such file or folder)."
        " Name a folder that exists and that you may write to.\n"
    )


def test_the_demo_leaves_the_files_of_both_agencies(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    code, _, refused = run("demo", "-o", folder, "--date", "2024-01-09")

    documents = {f"{kind}{end}" for kind in KINDS for end in (".docx", ".html", ".pdf")}
    assert (code, refused) == (0, "")
    assert {path.name for path in folder.iterdir()} == {
        f"{agency}.{ending}"
        for agency in ("na-khok", "na-thong")
        for ending in documents | {"plan.yaml", "scorecard.json"}
    }


def test_the_demo_refuses_a_folder_that_is_a_file(run: Run, tmp_path: Path) -> None:
    taken = tmp_path / "out"
    taken.write_text("", encoding="utf-8")

    assert run("demo", "-o", taken, "--lang", "en").refused == (
        f"{taken}: the folder cannot be made (the name is taken)."
        " Name a folder that you may write to.\n"
    )


def test_a_name_that_looks_like_a_formula_is_kept_as_text(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "wide.csv"
    table.write_text("agency,total\n=1+1,86.78\n", encoding="utf-8")

    printed = run("score-table", table, "--edition", "nacc-2566").printed

    assert printed.splitlines()[1].split(",")[0] == "'=1+1"


def test_a_table_refused_in_the_middle_shows_nothing(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "wide.csv"
    table.write_text("agency,total\nA,86.78\nB,101\n", encoding="utf-8")

    code, printed, _ = run("score-table", table, "--edition", "nacc-2566")

    assert (code, printed) == (2, "")


def test_the_template_of_an_agency_asks_for_its_name(
    run: Run, na_thong: Path, tmp_path: Path
) -> None:
    path = tmp_path / "agency.yaml"
    assert run("template", "agency", "-o", path).code == 0
    asked = ("plan", na_thong, "--edition", "nacc-2566", "--agency", path)

    assert run(*asked).code == 2

    path.write_text(path.read_text(encoding="utf-8").replace('name: ""', "name: อบต.ตัวอย่าง"))
    assert run(*asked).code == 0


def test_a_folder_of_the_name_is_refused(run: Run, na_thong: Path, tmp_path: Path) -> None:
    target = tmp_path / "card.json"
    target.mkdir()
    asked = ("score", na_thong, "--edition", "nacc-2566", "-o", target, "--lang", "en")
    assert run(*asked).refused == (
        f"{target}: the file cannot be written: there is a folder or a device of this name."
        " Choose another name.\n"
    )


def test_a_link_is_followed_and_stays_a_link(run: Run, na_thong: Path, tmp_path: Path) -> None:
    link, behind = tmp_path / "card.json", tmp_path / "behind.json"
    link.symlink_to(behind)

    assert run("score", na_thong, "--edition", "nacc-2566", "-o", link).code == 0

    assert (link.is_symlink(), behind.is_file()) == (True, True)


def test_the_results_are_not_written_over(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "results.csv"
    sheet.write_text("code,score\ntotal,90\n", encoding="utf-8")

    code, _, _ = run("score", sheet, "--edition", "nacc-2566", "--format", "csv", "-o", sheet)

    assert (code, sheet.read_text(encoding="utf-8")) == (2, "code,score\ntotal,90\n")


def test_the_agency_file_of_the_handbook_is_read(run: Run, na_thong: Path, tmp_path: Path) -> None:
    handbook = Path(__file__).parents[2] / "docs" / "data.md"
    block = handbook.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    path = tmp_path / "agency.yaml"
    path.write_text(block, encoding="utf-8")

    assert run("plan", na_thong, "--edition", "nacc-2566", "--agency", path).code == 0
