from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run

Sheet = Callable[[str], Path]


AGREED = {"edition", "total", "level", "instruments", "indicators", "items", "missing", "stated"}


def test_json_has_the_agreed_keys_and_scores_with_two_places(run: Run, na_thong: Path) -> None:
    card = json.loads(run("score", na_thong, "--edition", "nacc-2566", "--format", "json").printed)

    assert AGREED | {"findings"} <= card.keys()
    assert card["total"] == "87.76"
    assert card["items"]["o35"] == {"score": "0.00", "basis": "measured"}
    assert card["items"]["i7"] == {"score": None, "basis": "none"}
    instruments = {key: each["score"] for key, each in card["instruments"].items()}
    assert instruments == {"IIT": "91.80", "EIT": "88.23", "OIT": "84.38"}


def test_json_has_the_level_with_both_names(run: Run, na_thong: Path) -> None:
    card = json.loads(run("score", na_thong, "--edition", "nacc-2566", "--format", "json").printed)

    assert card["level"] == {
        "key": "pass",
        "name_th": "ผ่าน",
        "name_en": "Pass",
        "certain": True,
        "possible": ["pass"],
        "missing": [],
    }


def test_what_if_shows_the_new_card_and_the_difference(run: Run, na_thong: Path) -> None:
    asked = ("score", na_thong, "--edition", "nacc-2566", "--what-if", "o35=100,o40=100")
    card = json.loads(run(*asked, "--format", "json").printed)["what_if"]

    assert card["total"] == "91.01"
    assert card["level"]["key"] == "good"
    assert card["level"]["certain"] is False
    assert card["level"]["missing"] == ["EIT/public", "EIT/survey"]
    assert card["differences"]["total"] == "3.25"


def test_the_page_shows_the_formula_the_gains_and_the_way_up(run: Run, na_thong: Path) -> None:
    page = run("score", na_thong, "--edition", "nacc-2566", "--lang", "en").printed

    assert (
        "Total: 87.76\n  0.30 × 91.80 + 0.30 × 88.23 + 0.40 × 84.38 = 87.76\nLevel: Pass\n" in page
    )
    assert "Fewest items to reach the level Pass, good: o40 (total 89.76)." in page
    assert "Taken to pass, for nobody gave them: EIT/public, EIT/survey." in page


def test_the_page_of_what_if_in_thai(run: Run, na_thong: Path) -> None:
    page = run("score", na_thong, "--edition", "nacc-2566", "--what-if", "o35=๑๐๐").printed

    assert "หากเปลี่ยนคะแนน:\n  คะแนนรวม: 89.01\n" in page
    assert "ระดับ: ไม่เกิน ผ่านดี" in page


def test_csv_has_one_row_a_score(run: Run, na_thong: Path) -> None:
    printed = run("score", na_thong, "--edition", "nacc-2566", "--format", "csv").printed
    rows = {row["code"]: row for row in csv.DictReader(printed.splitlines())}

    assert rows["OIT"] == {
        "code": "OIT",
        "kind": "instrument",
        "score": "84.38",
        "basis": "computed",
        "stated": "",
        "computed": "84.38",
        "formula": "(97.50 + 71.25) / 2 = 84.38",
    }


def test_a_score_outside_the_scale_is_refused_and_nothing_is_written(
    run: Run, sheet: Sheet, tmp_path: Path
) -> None:
    target = tmp_path / "card.json"
    code, printed, refused = run(
        "score",
        sheet("code,score\ni7,120\n"),
        "--edition",
        "nacc-2566",
        "-o",
        target,
        "--lang",
        "en",
    )

    assert (code, printed, target.exists()) == (2, "", False)
    assert refused == (
        "results.csv › row 2 › column score: 120 is not from 0 to 100."
        " Check the score; it is in points of 100.\n"
    )


def test_a_fall_against_last_year_goes_through_the_crosswalk(
    run: Run, sheet: Sheet, tmp_path: Path
) -> None:
    last = tmp_path / "last.csv"
    last.write_text("code,score\no24,100\no22,0\n", encoding="utf-8")
    now = sheet("code,score\no22,0\n")

    found = json.loads(
        run(
            "findings", now, "--edition", "nacc-2566", "--previous", last, "--format", "json"
        ).printed
    )

    # o22 of 2566 is the yearly procurement report, which was o24 the year before.
    assert [(each["rule"], each["code"]) for each in found] == [
        ("oit_item_at_zero", "o22"),
        ("fell", "o22"),
    ]


def test_a_wrong_what_if_is_refused_with_its_place(run: Run, na_thong: Path) -> None:
    asked = ("score", na_thong, "--edition", "nacc-2566", "--lang", "en", "--what-if")

    assert run(*asked, "o35").refused == (
        "--what-if: o35 is not a change. Write CODE=SCORE, several with commas: o35=100,i7=85.\n"
    )
    assert run(*asked, "i7=85").refused == (
        "i7 has no score in these results, so its change cannot be worked out."
        " Give its present score in the results, or leave it out.\n"
    )


def test_the_previous_edition_may_be_named(run: Run, sheet: Sheet, tmp_path: Path) -> None:
    last = tmp_path / "last.csv"
    last.write_text("code,score\ntotal,90\n", encoding="utf-8")
    asked = ("findings", sheet("code,score\ntotal,88\n"), "--edition", "nacc-2567")

    found = run(*asked, "--previous", last, "--previous-edition", "nacc-2564", "--lang", "en")

    assert found.printed == "look at  total  fell from 90.00 (total of last year) to 88.00\n"


def test_nothing_found_is_said(run: Run, sheet: Sheet) -> None:
    asked = ("findings", sheet("code,score\ntotal,99\n"), "--edition", "nacc-2566", "--lang", "en")
    assert run(*asked) == (0, "Nothing was found.\n", "")


def test_a_code_changed_twice_is_refused(run: Run, na_thong: Path) -> None:
    asked = ("score", na_thong, "--edition", "nacc-2566", "--lang", "en")
    assert run(*asked, "--what-if", "o35=100,O๓๕=90").refused == (
        "--what-if: o35 stands twice. Give it one score.\n"
    )
