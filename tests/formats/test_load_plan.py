"""A plan is loaded with its editions and pictures, or refused at the place that names them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from prongsai.core.documents.model import Align
from prongsai.core.errors import Refusal
from prongsai.core.results import ResultSheet
from prongsai.core.thai.style import Style
from prongsai.formats.load_plan import LoadedPlan, load_plan
from prongsai.formats.plan_file import PlanFile, write_plan
from tests.factories.cases import PAPERS, PLAN, PROGRESS
from tests.factories.pictures import png

FILE = PlanFile(plan=PLAN, progress=PROGRESS, papers=PAPERS)
FEW = ResultSheet(PLAN.results.results[:1])
PICTURES = {"garuda": "pictures/garuda.png", "emblem": "pictures/emblem.png"}


def load(folder: Path, file: PlanFile = FILE) -> LoadedPlan:
    path = folder / "plan.yaml"
    path.write_text(write_plan(file), encoding="utf-8")
    return load_plan(path)


def refused(folder: Path, file: PlanFile) -> str:
    with pytest.raises(Refusal) as caught:
        load(folder, file)
    return str(caught.value)


def test_a_plan_comes_with_all_that_was_said(tmp_path: Path) -> None:
    loaded = load(tmp_path)

    assert loaded.file == FILE
    assert (loaded.edition.key, loaded.analysis.previous, loaded.pictures) == (
        "nacc-2566",
        None,
        {},
    )


def test_its_pictures_are_found_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for way in PICTURES.values():
        (tmp_path / way).write_bytes(png(100, 100))

    case = load(tmp_path, replace(FILE, pictures=PICTURES)).case("memo")

    assert case.garuda is not None
    assert case.emblem is not None
    assert (case.garuda.text, case.garuda.align) == ("ตราครุฑ", Align.LEFT)
    assert (case.emblem.text, case.emblem.align) == ("ตราสัญลักษณ์ของหน่วยงาน", Align.CENTRE)


def test_a_document_has_the_style_of_its_plan_or_its_own(tmp_path: Path) -> None:
    loaded, own = load(tmp_path), Style(thai_digits=True)

    assert (loaded.case(None).plan.style, loaded.case(None, own).plan.style) == (PLAN.style, own)


def test_the_codes_are_written_as_the_edition_writes_them(tmp_path: Path) -> None:
    typed = replace(PLAN, measures=(replace(PLAN.measures[0], answers=("O35", "ข้อ o36")),))

    assert load(tmp_path, replace(FILE, plan=typed)).file.plan.measures[0].answers == ("o35", "o36")


def test_last_years_results_are_scored_by_their_edition(tmp_path: Path) -> None:
    before = replace(PLAN, previous=FEW, previous_edition="nacc-2564")
    previous = load(tmp_path, replace(FILE, plan=before)).analysis.previous

    assert previous is not None
    assert previous.edition.key == "nacc-2564"


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (
            replace(FILE, pictures={"garuda": "none.png"}),
            (
                "plan.yaml › agency › garuda › none.png: The file cannot be read"
                " (no such file or folder). Check its name and that you may open it."
            ),
        ),
        (
            replace(FILE, plan=replace(PLAN, edition="nacc-2564", results=FEW)),
            (
                "plan.yaml › result_year: nacc-2564 is not the edition of the fiscal year 2566."
                " It is that of 2563, 2564, 2565; correct “edition” or “result_year”."
            ),
        ),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(
    tmp_path: Path, file: PlanFile, refusal: str
) -> None:
    assert refused(tmp_path, file) == refusal


def test_an_edition_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "none.yaml" in refused(tmp_path, replace(FILE, plan=replace(PLAN, edition="none.yaml")))
