"""`prongsai check` tells what must be mended, by words and by its exit code."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.conftest import DEMO, Run

PROGRESS = (
    "แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2567\n\n"
    "มาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tสถานะ\n"
    "ทบทวนแผน\tประชุมคณะทำงาน\tม.ค. 67 - มี.ค. 67\tสำนักปลัด\t\n"
)


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    files = (DEMO / "na-khok.csv", "--agency", DEMO / "na-khok.yaml")
    assert run("plan", *files, "--edition", "nacc-2564", "-o", path).code == 0
    return path


@pytest.fixture
def without_follow_up(plan: Path) -> Path:
    lines = plan.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.strip().startswith("follow_up:"))
    lines[at] = '    follow_up: ""'
    plan.write_text("\n".join(lines), encoding="utf-8")
    return plan


def test_a_plan_in_order_passes(run: Run, plan: Path) -> None:
    assert run("check", plan, "--lang", "en") == (0, "Nothing was found.\n", "")
    assert run("check", plan, "--format", "json") == (0, "[]\n", "")


def test_a_plan_that_must_be_mended_does_not(run: Run, without_follow_up: Path) -> None:
    code, printed, refused = run("check", without_follow_up, "--lang", "en")
    first, what, expected, counted = printed.splitlines()

    assert (code, refused) == (1, "")
    assert first.startswith("must mend · measures › M-2566-001 › follow_up")
    assert what.endswith("does not say how it is followed up.")
    assert expected == (
        "    → Write when and to whom its progress is reported. [measure_incomplete]"
    )
    assert counted == "To be mended: 1. To be looked at: 0."


def test_a_problem_is_written_for_programs_and_spreadsheets(
    run: Run, without_follow_up: Path
) -> None:
    as_json = run("check", without_follow_up, "--format", "json")
    as_csv = run("check", without_follow_up, "--format", "csv", "--lang", "en")

    assert (as_json.code, as_csv.code) == (1, 1)
    assert [each["rule"] for each in json.loads(as_json.printed)] == ["measure_incomplete"]
    assert as_csv.printed.splitlines()[0] == "severity,place,what,expected,rule"


def test_a_text_is_read_from_a_file_or_from_standard_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "progress.txt"
    path.write_text(PROGRESS, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(PROGRESS.encode())))

    of_file, of_input = run("check", path), run("check", "-")

    assert of_file == of_input
    assert of_file.code == 1
    assert "[state_not_said]" in of_file.printed


def test_what_cannot_be_read_is_refused(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none.docx"
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7")

    assert run("check", missing, "--lang", "en") == (
        2,
        "",
        (
            "none.docx: The file cannot be read (no such file or folder)."
            " Check its name and that you may open it.\n"
        ),
    )
    assert run("check", scan, "--lang", "en").code == 2
    assert run("check", tmp_path / "none.yaml").code == 2
