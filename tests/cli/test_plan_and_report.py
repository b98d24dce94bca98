from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from prongsai.formats.plan_file import read_plan
from tests.cli.conftest import DEMO, Run

Sheet = Callable[[str], Path]


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    files = (DEMO / "na-khok.csv", "--agency", DEMO / "na-khok.yaml")
    assert run("plan", *files, "--edition", "nacc-2564", "-o", path).code == 0
    return path


def test_a_plan_answers_everything_weak_in_the_year_after_the_results(plan: Path) -> None:
    made = read_plan(plan)

    assert (made.result_year, made.plan_year, made.edition) == (2565, 2566, "nacc-2564")
    weak = {f"{r.code}" for r in made.results.results if r.weak or (r.score and r.code != "total")}
    assert {name for measure in made.measures for name in measure.answers} == weak


def test_a_plan_without_an_agency_leaves_a_place_for_its_name(run: Run, na_thong: Path) -> None:
    printed = run("plan", na_thong, "--edition", "nacc-2566").printed
    assert "name: (ชื่อหน่วยงาน)" in printed or 'name: "(ชื่อหน่วยงาน)"' in printed


def test_a_year_that_the_edition_does_not_serve_is_refused(run: Run, na_thong: Path) -> None:
    refused = run(
        "plan", na_thong, "--edition", "nacc-2566", "--year", "2569", "--lang", "en"
    ).refused
    assert refused == "nacc-2566 does not serve the fiscal year 2569. It serves 2566.\n"


def test_last_years_results_travel_with_the_plan(run: Run, sheet: Sheet, tmp_path: Path) -> None:
    last, path = tmp_path / "last.csv", tmp_path / "plan.yaml"
    last.write_text("code,score\ntotal,90\n", encoding="utf-8")
    asked = ("plan", sheet("code,score\ntotal,80\n"), "--edition", "nacc-2566", "--previous", last)

    assert run(*asked, "-o", path).code == 0

    made = read_plan(path)
    assert made.previous_edition == "nacc-2564"
    assert run("report", path, "-o", tmp_path / "r.html", "--date", "2024-01-09").code == 0


def test_a_report_is_written_in_every_form_asked_for(run: Run, plan: Path, tmp_path: Path) -> None:
    targets = [tmp_path / f"report{ending}" for ending in (".docx", ".pdf", ".html")]
    outputs = [word for target in targets for word in ("-o", target)]

    code, printed, refused = run("report", plan, *outputs, "--date", "2023-02-28", "--lang", "en")

    assert (code, refused) == (0, "")
    assert printed == "".join(f"Written: {target}\n" for target in targets)
    assert [target.read_bytes()[:4] for target in targets] == [b"PK\x03\x04", b"%PDF", b"<!DO"]


def test_an_ending_that_no_writer_has_is_refused_before_anything_is_written(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    good, bad = tmp_path / "report.html", tmp_path / "report.odt"

    code, printed, refused = run("report", plan, "-o", good, "-o", bad, "--lang", "en")

    assert (code, printed, good.exists()) == (2, "", False)
    assert refused == f"{bad}: the ending .odt is not known. Use one of .docx, .pdf, .html.\n"


def test_what_a_plan_still_lacks_is_said(run: Run, plan: Path, tmp_path: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.split("\nmeasures:")[0] + "\nmeasures: []\n" + text[text.index("\nresults:") :]
    )

    refused = run("report", plan, "-o", tmp_path / "r.html", "--lang", "en").refused

    assert "Still lacking: i12 is weak and no measure answers it.\n" in refused


def test_an_unknown_code_in_a_plan_is_refused_with_its_place(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("{code: i2,", "{code: i99,"))

    code, _, refused = run("report", plan, "-o", tmp_path / "r.html", "--lang", "en")

    assert code == 2
    assert refused == ("plan.yaml › results › i99: There is no i99 in nacc-2564. It has i1–i30.\n")
