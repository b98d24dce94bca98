from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from prongsai.core.documents.papers import Paper
from prongsai.formats.plan_file import read_plan
from prongsai.formats.writers import WRITERS
from tests.cli.conftest import DEMO, Run
from tests.factories.pictures import png

Sheet = Callable[[str], Path]
OWN_EDITION = Path(__file__).parents[1] / "data" / "editions" / "ovec-2569.yaml"


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    files = (DEMO / "na-khok.csv", "--agency", DEMO / "na-khok.yaml")
    assert run("plan", *files, "--edition", "nacc-2564", "-o", path).code == 0
    return path


def test_a_plan_answers_everything_weak_in_the_year_after_the_results(plan: Path) -> None:
    made = read_plan(plan).plan

    assert (made.result_year, made.plan_year, made.edition) == (2565, 2566, "nacc-2564")
    weak = {f"{r.code}" for r in made.results.results if r.weak or (r.score and r.code != "total")}
    assert {name for measure in made.measures for name in measure.answers} == weak


def test_a_plan_without_an_agency_asks_for_its_name_before_it_is_signed(
    run: Run, na_thong: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plan.yaml"
    run("plan", na_thong, "--edition", "nacc-2566", "-o", path)

    refused = run("report", path, "-o", tmp_path / "r.html", "--lang", "en").refused

    assert refused.startswith("Before it is signed: ")
    assert len(refused.splitlines()) == 1


def test_an_edition_of_several_years_asks_for_the_year(run: Run, sheet: Sheet) -> None:
    refused = run("plan", sheet("code,score\ntotal,80\n"), "--edition", "nacc-2564", "--lang", "en")

    assert refused.refused == (
        "nacc-2564 serves several fiscal years. Say which with --year: 2563, 2564, 2565.\n"
    )


def test_a_plan_that_is_there_is_not_written_over(run: Run, na_thong: Path, plan: Path) -> None:
    before = plan.read_bytes()
    asked = ("plan", na_thong, "--edition", "nacc-2566", "-o", plan, "--lang", "en")

    code, _, refused = run(*asked)

    assert (code, plan.read_bytes()) == (2, before)
    assert refused == (
        f"{plan}: there is a file of this name, and somebody may have worked on it."
        " Choose another name, or add --replace to write over it.\n"
    )
    assert run(*asked, "--replace").code == 0


def test_a_plan_has_the_ending_of_its_kind(run: Run, na_thong: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    asked = ("plan", na_thong, "--edition", "nacc-2566", "-o", target, "--lang", "en")
    assert run(*asked).refused == (
        f"{target}: the ending .xlsx does not fit. Use one of .yaml, .yml.\n"
    )


def test_a_plan_of_an_edition_file_finds_it_again(run: Run, sheet: Sheet, tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    own = tmp_path / "editions" / "college.yaml"
    own.write_text(OWN_EDITION.read_text(encoding="utf-8"), encoding="utf-8")
    path = tmp_path / "plan.yaml"
    results = sheet("code,score\no1,0\n")

    assert run("plan", results, "--edition", own, "-o", path).code == 0

    assert read_plan(path).plan.edition == "editions/college.yaml"
    assert run("report", path, "-o", tmp_path / "r.html").code == 0


def test_a_report_is_not_written_over_its_plan(run: Run, plan: Path) -> None:
    as_word = plan.with_suffix(".docx")
    plan.rename(as_word)

    refused = run("report", as_word, "-o", as_word, "--lang", "en").refused

    assert (
        refused == f"{as_word}: this would overwrite what the command reads. Choose another name.\n"
    )


def test_files_are_written_all_or_none(run: Run, plan: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "none" / "bad.html"

    code, _, _ = run("report", plan, "-o", good, "-o", bad)

    assert (code, good.exists()) == (2, False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2567-01-09", "มกราคม 2567"), ("2024-1-9", "มกราคม 2567"), ("๒๕๖๗-๐๑-๐๙", "มกราคม 2567")],
)
def test_the_date_may_be_of_either_era(
    run: Run, na_thong: Path, tmp_path: Path, text: str, shown: str
) -> None:
    path, page = tmp_path / "plan.yaml", tmp_path / "r.html"
    run("plan", na_thong, "--edition", "nacc-2566", "-o", path)

    assert run("report", path, "-o", page, "--date", text).code == 0

    assert shown in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["2567-02-30", "0001-01-01", "9999-12-31", "today"])
def test_what_is_no_day_is_refused(run: Run, plan: Path, tmp_path: Path, text: str) -> None:
    asked = ("report", plan, "-o", tmp_path / "r.html", "--date", text, "--lang", "en")
    assert run(*asked).refused == (
        f"--date: {text} is no day. Write year-month-day; the year may be B.E. or A.D.\n"
    )


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

    made = read_plan(path).plan
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
    endings = ", ".join(WRITERS)
    assert refused == f"{bad}: the ending .odt is not known. Use one of {endings}.\n"


def test_what_a_plan_still_lacks_is_said(run: Run, plan: Path, tmp_path: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.split("\nmeasures:")[0] + "\nmeasures: []\n" + text[text.index("\nresults:") :]
    )

    refused = run("report", plan, "-o", tmp_path / "r.html", "--lang", "en").refused

    assert "Before it is signed: i12 is weak and no measure answers it.\n" in refused


def test_an_unknown_code_in_a_plan_is_refused_with_its_place(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("{code: i2,", "{code: i99,"))

    code, _, refused = run("report", plan, "-o", tmp_path / "r.html", "--lang", "en")

    assert code == 2
    assert refused == (
        "plan.yaml › results › i99:"
        " There is no i99 in ITA of fiscal years 2563 to 2565. It has i1–i30.\n"
    )


def test_the_agencys_pictures_are_found_from_the_plan(
    run: Run, na_thong: Path, tmp_path: Path
) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "garuda.png").write_bytes(png(100, 100))
    about = tmp_path / "about" / "agency.yaml"
    about.write_text(
        "name: อบต.ตัวอย่าง\ngaruda: garuda.png\npapers: {memo: {number: ก 1}}\n", "utf-8"
    )
    path = tmp_path / "plan.yaml"
    asked = ("plan", na_thong, "--edition", "nacc-2566", "--agency", about, "-o", path)

    assert run(*asked).code == 0

    file = read_plan(path)
    assert (file.pictures, file.papers) == (
        {"garuda": "about/garuda.png"},
        {"memo": Paper(number="ก 1")},
    )
    assert run("report", path, "--kind", "memo", "-o", tmp_path / "m.docx").code == 0
