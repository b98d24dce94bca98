"""A plan's file with all that it names: editions, pictures, and what its results come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Align, Picture
from prongsai.core.documents.texts import Texts
from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.findings.analysis import Analysis, analyse
from prongsai.core.measures.check import check_plan
from prongsai.core.scoring.scorer import score
from prongsai.core.thai.style import Style
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.formats.interface import catalogue, official_texts
from prongsai.formats.plan_file import PlanFile, read_plan
from prongsai.formats.read_picture import read_picture

_PICTURES = {  # what it shows, its height in cm (FIELD.md 1.1), where it stands
    "garuda": ("ตราครุฑ", Decimal("1.5"), Align.LEFT),
    "emblem": ("ตราสัญลักษณ์ของหน่วยงาน", Decimal(3), Align.CENTRE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPlan:
    """A plan's file, its codes written as its editions do, and what its results come to."""

    file: PlanFile
    analysis: Analysis
    pictures: dict[str, Picture]

    @property
    def edition(self) -> Edition:
        """Return the edition of the results."""
        return self.analysis.card.edition

    def case(self, words: str | None, style: Style | None = None) -> Case:
        """Return what a document is made of: its official words, in the plan's style or another.

        `words`: the key of a kind, None for a layout and a template. The document is Thai, whatever
        language the screen speaks.
        """
        plan = self.file.plan
        return Case(
            plan=plan if style is None else replace(plan, style=style),
            analysis=self.analysis,
            texts=Texts(official_texts(words), catalogue("th")),
            progress=self.file.progress,
            papers=self.file.papers,
            garuda=self.pictures.get("garuda"),
            emblem=self.pictures.get("emblem"),
        )


def load_plan(path: Path) -> LoadedPlan:
    """Read a plan and all that it names.

    :raises Refusal: the file, or a code or a file named in it, cannot be read.
    """
    file = read_plan(path)
    plan = file.plan
    edition = _edition_of(plan.edition, path)
    before = _edition_of(plan.previous_edition, path) if plan.previous_edition else None
    try:
        plan = check_plan(plan, edition, before)
        pictures = _pictures(file, path.parent)
    except Refusal as refusal:
        raise refusal.within(path.name) from None
    previous = score(before, plan.previous) if before and plan.previous else None
    return LoadedPlan(
        file=replace(file, plan=plan),
        analysis=analyse(score(edition, plan.results), previous),
        pictures=pictures,
    )


def _edition_of(name: str, plan: Path) -> Edition:
    """Load an edition by its key, or from the file that a plan names, seen from the plan."""
    return load_edition(name if name in edition_keys() else plan.parent / name)


def _pictures(file: PlanFile, folder: Path) -> dict[str, Picture]:
    made = {}
    for name, way in file.pictures.items():
        text, height, align = _PICTURES[name]
        try:
            made[name] = read_picture(folder / way, text=text, height=height, align=align)
        except Refusal as refusal:
            raise refusal.within("agency", name) from None
    return made
